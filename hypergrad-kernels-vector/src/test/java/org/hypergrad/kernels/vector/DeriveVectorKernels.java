package org.hypergrad.kernels.vector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Derives the kernels of float32 from those of float64, which are the readable source. What it
/// writes is formatted and committed; a test tells when that is out of date.
final class DeriveVectorKernels {
  /// The classes to derive, without the `Double` of their names.
  static final List<String> FAMILIES = List.of("Kernels", "Operand", "Unary", "Binary");

  private static final Path SOURCES = Path.of("src/main/java/org/hypergrad/kernels/vector");

  private DeriveVectorKernels() {}

  /// Writes all derived files; run it in the folder of this Maven module.
  static void main() throws IOException {
    for (String family : FAMILIES) {
      Files.writeString(SOURCES.resolve("Float" + family + ".java"), derived(family));
    }
  }

  /// What `Float<family>.java` should contain, but for its line breaks.
  static String derived(String family) {
    return "// Generated from Double%s.java by DeriveVectorKernels; do not edit.\n"
            .formatted(family)
        + source("Double" + family)
            .replace("Double", "Float")
            .replace("double", "float")
            .replace("float64", "float32")
            .replaceAll("\\d\\.\\d+", "$0f")
            .replaceAll("float p, float q,(\\s+float\\[] x, Layout)", "double p, double q,$1")
            .replace("loop(op, p, q,", "loop(op, (float) p, (float) q,");
  }

  /// The text of a class of the kernels.
  static String source(String name) {
    try {
      return Files.readString(SOURCES.resolve(name + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
