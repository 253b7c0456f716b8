package org.hypergrad.tests.dropin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.hypergrad.tests.image.Command;
import org.hypergrad.tests.image.Image;

/// A project of the folder `examples`, copied and built with Maven as its reader would do it.
///
/// The artifacts of this build come from a repository made for it under `target`, so that nothing
/// of them gets into the user's local repository. That one is read, for it holds what the same
/// plug-ins needed a moment ago, and what is not in it comes from Maven Central; all of it goes
/// into a local repository of its own.
///
/// @param folder the copy
record Example(Path folder) {
  private static final Path WORK = Path.of(System.getProperty("hypergrad.it"));
  private static final Path SETTINGS =
      Image.ROOT.resolve(
          "hypergrad-tests/src/test/resources/org/hypergrad/tests/dropin/settings.xml");
  private static final Map<String, Example> BUILT = new ConcurrentHashMap<>();

  /// The example of that name, built at the first call.
  static Example named(String name) {
    return BUILT.computeIfAbsent(name, Example::build);
  }

  /// A file that the build left.
  Path target(String file) {
    return folder.resolve("target").resolve(file);
  }

  private static Example build(String name) {
    try {
      Path repository = artifacts();
      Path local = WORK.resolve("local-repository");
      delete(local.resolve("org/hypergrad")); // of an earlier run
      Path folder = WORK.resolve("examples").resolve(name);
      delete(folder);
      copySources(Image.ROOT.resolve("examples").resolve(name), folder);
      Command.of(Path.of(System.getProperty("maven.home")).resolve("bin/mvn"))
          .with("-B", "-ntp", "-q", "-s", SETTINGS, "-Dmaven.repo.local=" + local)
          .with(
              "-Duser.repository="
                  + Path.of(System.getProperty("hypergrad.user.repository")).toUri())
          .with("-Dhypergrad.repository=" + repository.toUri())
          .with("-Dhypergrad.version=" + System.getProperty("hypergrad.version"))
          .with("-Dhypergrad.mods=" + Image.MODS)
          .with("package")
          .in(folder)
          .run()
          .succeeded();
      return new Example(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.toList().reversed()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void copySources(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(file -> !file.startsWith(from.resolve("target"))).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  /// A Maven repository of the published modules: their jars and POMs, and the parent's.
  private static Path artifacts() throws IOException {
    Path repository = WORK.resolve("repository");
    String version = System.getProperty("hypergrad.version");
    publish(repository, Image.ROOT.resolve("pom.xml"), "hypergrad-parent", version, ".pom");
    try (Stream<Path> jars = Files.list(Image.MODS)) {
      for (Path jar : jars.filter(Files::isRegularFile).toList()) {
        String artifact = jar.getFileName().toString().replace("-" + version + ".jar", "");
        Path pom = Image.ROOT.resolve(artifact).resolve("pom.xml");
        if (artifact.startsWith("hypergrad-") && Files.exists(pom)) {
          publish(repository, jar, artifact, version, ".jar");
          publish(repository, pom, artifact, version, ".pom");
        }
      }
    }
    return repository;
  }

  private static void publish(
      Path repository, Path file, String artifact, String version, String extension)
      throws IOException {
    Path folder = repository.resolve("org/hypergrad").resolve(artifact).resolve(version);
    Files.createDirectories(folder);
    Path published = folder.resolve(artifact + "-" + version + extension);
    Files.copy(file, published, StandardCopyOption.REPLACE_EXISTING);
  }
}
