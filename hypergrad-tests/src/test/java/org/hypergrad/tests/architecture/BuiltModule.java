package org.hypergrad.tests.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A module of the library: its sources and what was compiled from them.
///
/// @param artifact the name of its folder and of its Maven artifact
/// @param descriptor its compiled descriptor
record BuiltModule(String artifact, ModuleDescriptor descriptor) {
  static final Path ROOT = Path.of(System.getProperty("hypergrad.root"));

  /// These are not published; nobody depends on them.
  private static final Set<String> INTERNAL = Set.of("hypergrad-tests", "hypergrad-bench");

  /// All published modules, in the order of their folders.
  static List<BuiltModule> all() {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("src/main/java/module-info.java")))
          .map(folder -> folder.getFileName().toString())
          .filter(artifact -> !INTERNAL.contains(artifact))
          .sorted()
          .map(artifact -> new BuiltModule(artifact, descriptorIn(classes(artifact))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ModuleDescriptor descriptorIn(Path classes) {
    return ModuleFinder.of(classes).findAll().stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no compiled module in " + classes))
        .descriptor();
  }

  private static Path classes(String artifact) {
    return ROOT.resolve(artifact).resolve("target/classes");
  }

  String name() {
    return descriptor.name();
  }

  Path classes() {
    return classes(artifact);
  }

  Path sources() {
    return ROOT.resolve(artifact).resolve("src/main/java");
  }

  /// The source files, `module-info.java` and `package-info.java` among them.
  List<Path> sourceFiles() {
    try (Stream<Path> files = Files.walk(sources())) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What the parameterized tests print.
  @Override
  public String toString() {
    return name();
  }
}
