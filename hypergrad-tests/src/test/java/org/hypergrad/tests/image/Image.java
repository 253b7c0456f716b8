package org.hypergrad.tests.image;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What the build made: the runtime image, and the modules it was linked from.
public final class Image {
  /// The root of the sources.
  public static final Path ROOT = Path.of(System.getProperty("hypergrad.root"));

  /// The runtime image.
  public static final Path HOME = Path.of(System.getProperty("hypergrad.image"));

  /// Every module the image was linked from, but for the demo itself.
  public static final Path MODS = Path.of(System.getProperty("hypergrad.mods"));

  /// The jar of the demo.
  public static final Path DEMO = Path.of(System.getProperty("hypergrad.demo.jar"));

  /// The JDK that runs the tests.
  public static final Path JDK = Path.of(System.getProperty("java.home"));

  /// The module and the class to start.
  public static final String MAIN = "org.hypergrad.demo/org.hypergrad.demo.Main";

  private Image() {}

  /// The program, started from the image with nothing but its arguments.
  public static Command hypergrad(Object... arguments) {
    return in(HOME).with("-m", MAIN).with(arguments);
  }

  /// The program, started from the image with a folder of plug-ins.
  public static Command hypergradWithPlugins(Path plugins, Object... arguments) {
    return in(HOME).with("-Dhypergrad.plugins=" + plugins, "-m", MAIN).with(arguments);
  }

  /// The `java` of an image or a JDK.
  public static Command in(Path home) {
    return Command.of(home.resolve("bin/java"));
  }

  /// Copies the image, as a user would who moves it elsewhere.
  static void copyTo(Path folder) throws IOException {
    Files.createDirectories(folder.getParent());
    try (Stream<Path> files = Files.walk(HOME)) {
      for (Path file : files.toList()) {
        Path copy = folder.resolve(HOME.relativize(file).toString());
        Files.copy(file, copy, COPY_ATTRIBUTES, NOFOLLOW_LINKS);
      }
    }
  }
}
