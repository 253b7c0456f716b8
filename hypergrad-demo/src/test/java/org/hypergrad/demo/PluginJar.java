package org.hypergrad.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compiles the source of a plug-in and packs it into a jar.
final class PluginJar {
  private PluginJar() {}

  /// A module of this name whose only class provides an operation of that name.
  static Path of(Path jar, String module, String operation) throws IOException {
    return withBody(jar, module, twice(operation));
  }

  /// A body of `operations` that gives one operation: twice its operand.
  private static String twice(String operation) {
    return """
    return java.util.List.of(
        org.hypergrad.spi.UnaryOperation.of("%s", "2 * x", x -> x.mul(2),
            org.hypergrad.spi.Partial.usesNothing("2 * g", g -> g.mul(2))));
    """
        .formatted(operation);
  }

  /// A module whose provider's method `operations` has this body.
  static Path withBody(Path jar, String module, String body) throws IOException {
    return provider(jar, module, "requires org.hypergrad.api;", body);
  }

  /// A module that requires the module of another jar too.
  static Path requiring(Path jar, String module, Path otherJar, String otherModule)
      throws IOException {
    return provider(
        jar,
        module,
        "requires org.hypergrad.api; requires " + otherModule + ";",
        twice("unused"),
        otherJar);
  }

  private static Path provider(
      Path jar, String module, String requires, String body, Path... modulePath)
      throws IOException {
    return pack(
        jar,
        module,
        """
        module %1$s {
          %2$s
          provides org.hypergrad.spi.OperationProvider with %1$s.Provider;
        }
        """
            .formatted(module, requires),
        """
        package %s;

        public class Provider implements org.hypergrad.spi.OperationProvider {
          public java.util.List<org.hypergrad.spi.Operation> operations() {
            %s
          }
        }
        """
            .formatted(module, body),
        modulePath);
  }

  /// A module whose only class provides an optimizer of that name, which subtracts the gradient.
  static Path withOptimizer(Path jar, String module, String optimizer) throws IOException {
    return pack(
        jar,
        module,
        """
        module %1$s {
          requires org.hypergrad.api;
          provides org.hypergrad.spi.OptimizerProvider with %1$s.Provider;
        }
        """
            .formatted(module),
        """
        package %s;

        public class Provider implements org.hypergrad.spi.OptimizerProvider {
          %s
        }
        """
            .formatted(module, descent(optimizer)));
  }

  /// A module whose only class provides an operation, and an optimizer by a class inside of it.
  static Path withBoth(Path jar, String module, String operation, String optimizer)
      throws IOException {
    return pack(
        jar,
        module,
        """
        module %1$s {
          requires org.hypergrad.api;
          provides org.hypergrad.spi.OperationProvider with %1$s.Provider;
          provides org.hypergrad.spi.OptimizerProvider with %1$s.Provider.Descent;
        }
        """
            .formatted(module),
        """
        package %s;

        public class Provider implements org.hypergrad.spi.OperationProvider {
          public java.util.List<org.hypergrad.spi.Operation> operations() {
            %s
          }

          public static class Descent implements org.hypergrad.spi.OptimizerProvider {
            %s
          }
        }
        """
            .formatted(module, twice(operation), descent(optimizer)));
  }

  private static String descent(String name) {
    return """
    public String name() {
      return "%s";
    }

    public java.util.List<org.hypergrad.spi.Attribute<?>> options() {
      return java.util.List.of();
    }

    public void update(
        org.hypergrad.Tensor parameter,
        org.hypergrad.Tensor gradient,
        org.hypergrad.optim.ParameterGroup group,
        org.hypergrad.optim.ParameterState state) {
      parameter.sub_(gradient);
    }
    """
        .formatted(name);
  }

  /// A module without any service.
  static Path withoutProvider(Path jar, String module) throws IOException {
    return pack(
        jar,
        module,
        "module %s {}".formatted(module),
        "package %s; class Provider {}".formatted(module));
  }

  private static Path pack(
      Path jar, String module, String descriptor, String source, Path... modulePath)
      throws IOException {
    Path folder = Files.createTempDirectory(jar.getParent(), module);
    Path moduleInfo = Files.writeString(folder.resolve("module-info.java"), descriptor);
    Path provider = Files.writeString(folder.resolve("Provider.java"), source);
    Path classes = folder.resolve("classes");
    String path =
        Stream.concat(Stream.of(api()), Stream.of(modulePath))
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    run("javac", "-p", path, "-d", classes.toString(), moduleInfo.toString(), provider.toString());
    run("jar", "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
    return jar;
  }

  private static Path api() {
    URI location =
        ModuleLayer.boot()
            .configuration()
            .findModule("org.hypergrad.api")
            .orElseThrow()
            .reference()
            .location()
            .orElseThrow();
    return Path.of(location);
  }

  private static void run(String tool, String... arguments) {
    StringWriter output = new StringWriter();
    PrintWriter printer = new PrintWriter(output);
    int code = ToolProvider.findFirst(tool).orElseThrow().run(printer, printer, arguments);
    assertThat(code).as("%s %s: %s", tool, List.of(arguments), output).isZero();
  }
}
