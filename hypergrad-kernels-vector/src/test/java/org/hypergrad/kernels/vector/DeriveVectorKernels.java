package org.hypergrad.kernels.vector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Derives the kernels of float32 from those of float64, by replacing text. In the folder of this
/// Maven module:
///
/// `java src/test/java/org/hypergrad/kernels/vector/DeriveVectorKernels.java`
///
/// writes the derived files; the formatter of the build then breaks their lines.
final class DeriveVectorKernels {
  /// What the derived classes are called behind `Float32`.
  static final List<String> FAMILIES =
      List.of(
          "Kernels",
          "Operand",
          "Functions",
          "Unary",
          "Binary",
          "Slopes",
          "Copy",
          "Selection",
          "Abreast",
          "Indexing",
          "Softmax",
          "SoftmaxAbreast",
          "CrossEntropy",
          "Normalization",
          "Reductions",
          "Variance",
          "Extremes",
          "Places",
          "Gemm",
          "Matrix",
          "Transposition",
          "Packing",
          "Tile",
          "Dot",
          "Updates");

  /// Those that compute in float64 whatever they read.
  private static final List<String> WIDENING = List.of("Reductions", "Variance", "Dot");

  private static final Path KERNELS = Path.of("src/main/java/org/hypergrad/kernels/vector");

  private DeriveVectorKernels() {}

  /// Writes all derived files.
  static void main() throws IOException {
    for (String family : FAMILIES) {
      Files.writeString(KERNELS.resolve("Float32" + family + ".java"), derived(family));
    }
  }

  /// What `Float32<family>.java` should contain, but for its line breaks.
  static String derived(String family) {
    String text =
        source("Float64" + family).replace("Float64", "Float32").replace("float64", "float32");
    return "// Generated from Float64%s.java by DeriveVectorKernels; do not edit.\n"
            .formatted(family)
        + (WIDENING.contains(family) ? narrowedAtTheEnds(text) : narrowed(text));
  }

  /// Everything is computed in float32, but the parameters of a kernel remain double, and so do the
  /// numbers of an optimizer's step until they are worked out.
  private static String narrowed(String text) {
    return text.replace("Double", "Float")
        .replace("double", "float")
        .replace("LongVector", "IntVector")
        .replace("AsLongs", "AsInts")
        .replaceAll("\\d\\.\\d+", "$0f")
        .replaceAll(
            "float p, float q,(\\s+float\\[] x, (?:Layout|float\\[] out\\)))",
            "double p, double q,$1")
        .replaceAll(
            "Float32Reductions\\.line|Math\\.log|Math\\.sqrt\\(variance|Float32Variance\\.squares|op\\.apply",
            "(float) $0")
        .replaceAll("(bias,\\s+)float eps", "$1double eps")
        .replace("int kept, float divisor", "int kept, double divisor")
        .replace("loop.run(p, q,", "loop.run((float) p, (float) q,")
        .replaceAll("(float \\w+ =) ([^;]*\\bstep\\.[^;]*);", "$1 (float) ($2);");
  }

  /// Only the arrays `x`, `y` and `out` are float32; everything between is computed in float64.
  private static String narrowedAtTheEnds(String text) {
    return text.replaceAll("double\\[] (x|y|out)\\b", "float[] $1")
        .replaceAll("( out\\[.*] =)", "$1 (float)");
  }

  /// The text of a class of the kernels.
  static String source(String name) {
    try {
      return Files.readString(KERNELS.resolve(name + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
