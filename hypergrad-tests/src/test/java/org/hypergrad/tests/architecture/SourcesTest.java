package org.hypergrad.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The shape of the source files: short ones, one type in each, and a sentence for every package.
class SourcesTest {
  private static final int MAX_LINES = 400;

  /// The noun itself may be longer.
  private static final Map<String, Integer> LONGER = Map.of("Tensor.java", 800);

  private static final String GENERATED = "Generated from ";

  private static final Pattern TYPE =
      Pattern.compile(
          "^(?:(?:public|abstract|final|sealed|non-sealed|strictfp)"
              + " )*(?:class|interface|enum|record|@interface) (\\w+)",
          Pattern.MULTILINE);

  static List<BuiltModule> modules() {
    return BuiltModule.all();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void no_source_file_is_long(BuiltModule module) throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : module.sourceFiles()) {
      List<String> lines = Files.readAllLines(file);
      int limit = LONGER.getOrDefault(file.getFileName().toString(), MAX_LINES);
      if (lines.size() > limit && !isGenerated(lines)) {
        tooLong.add(file.getFileName() + ": " + lines.size() + " lines, of at most " + limit);
      }
    }
    assertThat(tooLong).isEmpty();
  }

  private static boolean isGenerated(List<String> lines) {
    return lines.stream().limit(3).anyMatch(line -> line.contains(GENERATED));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void each_file_holds_one_type_of_its_name(BuiltModule module) throws IOException {
    for (Path file : module.sourceFiles()) {
      String name = file.getFileName().toString().replace(".java", "");
      if (!name.endsWith("-info")) {
        assertThat(topLevelTypes(file)).as(file.toString()).containsExactly(name);
      }
    }
  }

  private static List<String> topLevelTypes(Path file) throws IOException {
    return TYPE.matcher(Files.readString(file)).results().map(match -> match.group(1)).toList();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void every_package_says_what_it_is(BuiltModule module) {
    Set<Path> packages =
        module.sourceFiles().stream()
            .map(Path::getParent)
            .filter(folder -> !folder.equals(module.sources()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(packages)
        .allSatisfy(folder -> {
          Path info = folder.resolve("package-info.java");
          assertThat(info).exists();
          assertThat(Files.readString(info)).startsWith("/// ").containsIgnoringCase("start at");
        });
  }

  @ParameterizedTest
  @MethodSource("modules")
  void every_module_says_what_it_is(BuiltModule module) throws IOException {
    assertThat(Files.readString(module.sources().resolve("module-info.java"))).startsWith("/// ");
  }
}
