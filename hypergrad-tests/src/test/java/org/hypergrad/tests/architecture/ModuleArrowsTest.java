package org.hypergrad.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Opens;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may require whom: everything points to the api, the api to nothing.
class ModuleArrowsTest {
  private static final String API = "org.hypergrad.api";

  /// What each module may require beside java.base.
  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          API,
          Set.of(),
          "org.hypergrad.engine",
          Set.of(API, "org.jgrapht.core", "org.slf4j"),
          "org.hypergrad.ops.basic",
          Set.of(API),
          "org.hypergrad.kernels.vector",
          Set.of(API, "jdk.incubator.vector"),
          "org.hypergrad.nn",
          Set.of(API, "com.fasterxml.jackson.core", "de.siegmar.fastcsv"),
          "org.hypergrad.viz",
          Set.of(API),
          "org.hypergrad.board",
          Set.of(
              "org.hypergrad.nn",
              "org.hypergrad.viz",
              "jdk.httpserver",
              "com.fasterxml.jackson.core"),
          "org.hypergrad.tck",
          Set.of(API, "org.junit.jupiter.api"),
          "org.hypergrad",
          Set.of(
              API,
              "org.hypergrad.engine",
              "org.hypergrad.kernels.vector",
              "org.hypergrad.nn",
              "org.hypergrad.ops.basic"),
          "org.hypergrad.demo",
          Set.of(
              "org.hypergrad",
              API,
              "org.hypergrad.board",
              "org.hypergrad.viz",
              "info.picocli",
              "org.slf4j",
              "ch.qos.logback.classic",
              "ch.qos.logback.core"));

  static List<BuiltModule> modules() {
    return BuiltModule.all();
  }

  @Test
  void every_module_has_its_arrows() {
    assertThat(modules()).extracting(BuiltModule::name).hasSameElementsAs(ALLOWED.keySet());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void a_module_requires_only_what_it_may(BuiltModule module) {
    Set<String> required =
        module.descriptor().requires().stream()
            .map(Requires::name)
            .filter(name -> !name.equals("java.base"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(ALLOWED.getOrDefault(module.name(), Set.of())).containsAll(required);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void nothing_is_exported_to_chosen_modules_only(BuiltModule module) {
    assertThat(module.descriptor().exports()).noneMatch(Exports::isQualified);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void nothing_is_open_to_everybody(BuiltModule module) {
    assertThat(module.descriptor().isOpen()).isFalse();
    assertThat(module.descriptor().opens()).allMatch(Opens::isQualified);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void every_package_begins_with_the_name_of_its_module(BuiltModule module) {
    String base = module.name().equals(API) ? "org.hypergrad" : module.name();
    assertThat(module.descriptor().packages())
        .allMatch(name -> name.equals(base) || name.startsWith(base + "."));
  }

  @Test
  void every_service_that_the_api_uses_has_a_provider() {
    ModuleDescriptor api =
        modules().stream()
            .filter(module -> module.name().equals(API))
            .findFirst()
            .orElseThrow()
            .descriptor();
    Set<String> provided =
        modules().stream()
            .flatMap(module -> module.descriptor().provides().stream())
            .map(Provides::service)
            .collect(Collectors.toSet());
    assertThat(api.uses()).isNotEmpty().isSubsetOf(provided);
  }
}
