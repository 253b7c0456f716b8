package org.hypergrad.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Opens;
import java.lang.module.ModuleDescriptor.Requires;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What each module shows, word for word, so that no change to it goes unseen. The checked-in texts
/// are like those of `jar --describe-module`. With `-Dhypergrad.describe-module=update` they are
/// written anew: read the difference then.
class ModuleDescriptionTest {
  private static final String UPDATE = "hypergrad.describe-module";

  private static final Path GOLDENS =
      BuiltModule.ROOT.resolve(
          "hypergrad-tests/src/test/resources/org/hypergrad/tests/architecture/describe-module");

  static List<BuiltModule> modules() {
    return BuiltModule.all();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void a_module_shows_what_is_written_down(BuiltModule module) throws IOException {
    Path golden = GOLDENS.resolve(module.name() + ".txt");
    String actual = describe(module.descriptor());
    if ("update".equals(System.getProperty(UPDATE))) {
      Files.createDirectories(GOLDENS);
      Files.writeString(golden, actual);
    }
    assertThat(actual)
        .as(
            "what %s shows, against %s; if the change is meant: mvn test -pl hypergrad-tests -am"
                + " -D%s=update%n%s",
            module.name(), golden.getFileName(), UPDATE, difference(read(golden), actual))
        .isEqualTo(read(golden));
  }

  @Test
  void every_text_belongs_to_a_module() throws IOException {
    try (Stream<Path> goldens = Files.list(GOLDENS)) {
      assertThat(goldens.map(golden -> golden.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              modules().stream().map(module -> module.name() + ".txt").toList());
    }
  }

  private static String read(Path golden) throws IOException {
    try {
      return Files.readString(golden);
    } catch (NoSuchFileException _) {
      return "";
    }
  }

  private static String describe(ModuleDescriptor module) {
    Set<String> hidden = new HashSet<>(module.packages());
    module.exports().stream().map(Exports::source).forEach(hidden::remove);
    return Stream.of(
            Stream.of(module.name()),
            sorted(module.exports(), ModuleDescriptionTest::line),
            sorted(module.requires(), ModuleDescriptionTest::line),
            sorted(module.uses(), service -> "uses " + service),
            sorted(
                module.provides(),
                service ->
                    "provides "
                        + service.service()
                        + " with "
                        + String.join(" ", service.providers())),
            sorted(module.opens(), ModuleDescriptionTest::line),
            sorted(hidden, name -> "contains " + name))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static <T> Stream<String> sorted(Collection<T> parts, Function<T, String> line) {
    return parts.stream().map(line).sorted();
  }

  private static String line(Exports exports) {
    return "exports " + exports.source() + to(exports.targets());
  }

  private static String line(Opens opens) {
    return "opens " + opens.source() + to(opens.targets());
  }

  private static String to(Set<String> targets) {
    return targets.isEmpty() ? "" : " to " + String.join(" ", new TreeSet<>(targets));
  }

  private static String line(Requires requires) {
    return requires.modifiers().stream()
        .filter(modifier -> modifier != Requires.Modifier.MANDATED)
        .map(modifier -> " " + modifier.toString().toLowerCase(Locale.ROOT))
        .sorted()
        .collect(Collectors.joining("", "requires " + requires.name(), ""));
  }

  /// The lines that only one side has.
  private static String difference(String golden, String actual) {
    List<String> expected = golden.lines().toList();
    List<String> found = actual.lines().toList();
    return Stream.concat(
            expected.stream().filter(line -> !found.contains(line)).map(line -> "- " + line),
            found.stream().filter(line -> !expected.contains(line)).map(line -> "+ " + line))
        .collect(Collectors.joining("\n"));
  }
}
