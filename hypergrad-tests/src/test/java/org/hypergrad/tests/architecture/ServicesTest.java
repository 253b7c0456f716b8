package org.hypergrad.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Provides;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// On the class path the module system's `provides` is not read: the same is said in
/// `META-INF/services`.
class ServicesTest {
  static List<BuiltModule> modules() {
    return BuiltModule.all();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void the_class_path_finds_the_same_providers(BuiltModule module) throws IOException {
    Map<String, Set<String>> byModule =
        module.descriptor().provides().stream()
            .collect(
                Collectors.toMap(
                    Provides::service,
                    service -> new TreeSet<>(service.providers()),
                    (_, _) -> {
                      throw new AssertionError("a module names a service once");
                    },
                    TreeMap::new));
    assertThat(inMetaInf(module)).isEqualTo(byModule);
  }

  private static Map<String, Set<String>> inMetaInf(BuiltModule module) throws IOException {
    Path folder = module.classes().resolve("META-INF/services");
    Map<String, Set<String>> services = new TreeMap<>();
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          services.put(file.getFileName().toString(), providers(file));
        }
      }
    }
    return services;
  }

  private static Set<String> providers(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
