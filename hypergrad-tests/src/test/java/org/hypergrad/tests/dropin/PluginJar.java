package org.hypergrad.tests.dropin;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/// A plug-in made out of source text, with the tools of the JDK.
///
/// @param descriptor the text of `module-info.java`
/// @param provider the text of its only class
record PluginJar(String descriptor, String provider) {
  /// A plug-in with one operation.
  ///
  /// @param module the name of the module and of its only package
  /// @param requires what the descriptor says beside `requires org.hypergrad.api;`
  /// @param operation the expression that makes the operation
  static PluginJar of(String module, String requires, String operation) {
    String descriptor =
        """
        module %1$s {
          requires org.hypergrad.api;
          %2$s

          provides org.hypergrad.spi.OperationProvider with
              %1$s.Plugin;
        }
        """;
    String provider =
        """
        package %1$s;

        import static org.hypergrad.spi.Partial.*;

        import java.util.List;
        import org.hypergrad.spi.*;

        public final class Plugin implements OperationProvider {
          @Override
          public List<Operation> operations() {
            return List.of(%2$s);
          }
        }
        """;
    return new PluginJar(
        descriptor.formatted(module, requires), provider.formatted(module, operation));
  }

  /// Compiles it against the modules of this JVM, and packs it.
  ///
  /// @param folder where the jar goes
  /// @param file the name of the jar
  Path in(Path folder, String file) throws IOException {
    Path jar = folder.resolve(file);
    Path work = Files.createTempDirectory(folder, "work");
    Path info = Files.writeString(work.resolve("module-info.java"), descriptor);
    String name = provider.replaceFirst("(?s).*?public final class (\\w+).*", "$1.java");
    Path source = Files.writeString(work.resolve(name), provider);
    String modules = System.getProperty("jdk.module.path");
    run("javac", "-d", work.resolve("classes"), "-p", modules, info, source);
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
