package org.hypergrad.tests.dropin;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/// A plug-in made out of source text with the tools of the JDK: a module with one operation.
///
/// @param module the name of the module and of its only package
/// @param requires what the descriptor requires beside the api, as source text
/// @param operation the expression that makes the operation, as source text
record PluginJar(String module, String requires, String operation) {
  /// A plug-in that requires nothing but the api.
  PluginJar(String module, String operation) {
    this(module, "", operation);
  }

  private String descriptor() {
    return """
    module %1$s {
      requires org.hypergrad.api;
      %2$s

      provides org.hypergrad.spi.OperationProvider with
          %1$s.Plugin;
    }
    """
        .formatted(module, requires);
  }

  private String provider() {
    return """
    package %s;

    import static org.hypergrad.spi.Partial.*;

    import java.util.List;
    import org.hypergrad.Tensor;
    import org.hypergrad.spi.*;

    public final class Plugin implements OperationProvider {
      @Override
      public List<Operation> operations() {
        return List.of(%s);
      }
    }
    """
        .formatted(module, operation);
  }

  /// Compiles it against the modules of this JVM, and packs it.
  ///
  /// @param folder where the jar goes
  /// @param file the name of the jar
  Path in(Path folder, String file) throws IOException {
    Path jar = folder.resolve(file);
    Path work = Files.createTempDirectory(folder, module);
    Path info = Files.writeString(work.resolve("module-info.java"), descriptor());
    Path plugin = Files.writeString(work.resolve("Plugin.java"), provider());
    String modules = System.getProperty("jdk.module.path");
    run("javac", "-d", work.resolve("classes"), "-p", modules, info, plugin);
    run("jar", "--create", "--file", jar, "-C", work.resolve("classes"), ".");
    return jar;
  }

  private static void run(String tool, Object... arguments) {
    StringWriter printed = new StringWriter();
    PrintWriter writer = new PrintWriter(printed);
    String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
    int exitCode = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, words);
    if (exitCode != 0) {
      throw new IllegalStateException(tool + " " + String.join(" ", words) + "\n" + printed);
    }
  }
}
