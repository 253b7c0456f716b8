package org.hypergrad.ops.basic.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DeriveKernelsTest {
  private static final Path KERNELS = Path.of("src/main/java/org/hypergrad/ops/basic/kernels");

  @Test
  void the_derived_files_are_what_the_generator_makes_of_the_others_now() throws IOException {
    for (Map.Entry<String, String> file : DeriveKernels.derive(KERNELS).entrySet()) {
      String committed = Files.readString(KERNELS.resolve(file.getKey()));
      assertThat(withoutLines(committed))
          .as("%s is not fresh; run DeriveKernels and the formatter", file.getKey())
          .isEqualTo(withoutLines(file.getValue()));
    }
  }

  @Test
  void every_file_that_says_it_is_generated_is_one_of_them() throws IOException {
    Set<String> marked;
    try (var files = Files.list(KERNELS)) {
      marked =
          files
              .filter(DeriveKernelsTest::isMarked)
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toSet());
    }
    assertThat(DeriveKernels.derive(KERNELS).keySet()).containsExactlyInAnyOrderElementsOf(marked);
  }

  private static boolean isMarked(Path file) {
    try {
      return Files.readString(file).startsWith("// Generated from ");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// The formatter breaks lines of code, and of comments, elsewhere than the generator.
  private static String withoutLines(String text) {
    return text.replaceAll("///|\\s", "");
  }
}
