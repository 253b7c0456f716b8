package org.hypergrad.kernels.vector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Derives the kernels of float32 from those of float64, by replacing text, and narrower tiles of a
/// product from the widest, by leaving out its last vectors; some are derived for other types, too.
/// In the folder of this Maven module:
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
          "Activations",
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
          "Tile4x4",
          "Tile4x3",
          "Tile4x2",
          "Dot",
          "Updates");

  /// The families that are derived in float64, too: tiles and how many vectors they are wide.
  static final Map<String, Integer> NARROWER_TILES = Map.of("Tile4x3", 3, "Tile4x2", 2);

  /// What is derived for other types besides: for int64 what keeps whole numbers whole, for the
  /// rest copies, in which nothing is computed.
  static final List<String> OTHERS =
      List.of(
          "Int64Operand",
          "Int64Binary",
          "Int64Selection",
          "Int64Copy",
          "Int32Copy",
          "UInt8Copy",
          "BoolCopy");

  /// Those that compute in float64 whatever they read.
  private static final List<String> WIDENING = List.of("Reductions", "Variance", "Dot");

  private static final Map<String, String> JAVA =
      Map.of("Int64", "long", "Int32", "int", "UInt8", "byte", "Bool", "boolean");

  private static final Path KERNELS = Path.of("src/main/java/org/hypergrad/kernels/vector");

  private DeriveVectorKernels() {}

  /// Writes all derived files.
  static void main() throws IOException {
    for (String tile : NARROWER_TILES.keySet()) {
      Files.writeString(KERNELS.resolve("Float64" + tile + ".java"), narrowerTile(tile));
    }
    for (String family : FAMILIES) {
      Files.writeString(KERNELS.resolve("Float32" + family + ".java"), derived(family));
    }
    for (String name : OTHERS) {
      Files.writeString(KERNELS.resolve(name + ".java"), other(name));
    }
  }

  /// What `Float32<family>.java` should contain, but for its line breaks.
  static String derived(String family) {
    String text = source("Float64" + family);
    text = text.substring(text.startsWith("//") ? text.indexOf('\n') + 1 : 0);
    text = text.replace("Float64", "Float32").replace("float64", "float32");
    return "// Generated from Float64%s.java by DeriveVectorKernels; do not edit.\n"
            .formatted(family)
        + (WIDENING.contains(family) ? narrowedAtTheEnds(text) : narrowed(text));
  }

  /// What the file of a class in another type should contain, but for its line breaks. Quotients
  /// and gradients are left out.
  static String other(String name) {
    String family = name.replaceAll("U?Int\\d+|Bool", "");
    String dtype = name.substring(0, name.length() - family.length());
    return "// Generated from Float64%s.java by DeriveVectorKernels; do not edit.\n"
            .formatted(family)
        + source("Float64" + family)
            .replaceAll(",\\s+Map.entry\\([\\w.]+, Float64(Slopes::\\w+|Binary::div)\\)", "")
            .replaceAll("(?s)  private static void div\\(.*?\\n  }\\n\\n", "")
            .replaceAll("Float64(?!Unary)", dtype)
            .replace("float64", dtype.toLowerCase(Locale.ROOT))
            .replace("Double", "Long")
            .replace("double", JAVA.get(dtype));
  }

  /// What the file of a narrower tile of float64 should contain.
  static String narrowerTile(String family) {
    int vectors = NARROWER_TILES.get(family);
    String beyond = "(?m)^.*\\b(c\\d|b)[%d-3]\\b.*\\R".formatted(vectors);
    return "// Generated from Float64Tile4x4.java by DeriveVectorKernels; do not edit.\n"
        + source("Float64Tile4x4")
            .replaceAll(beyond, "")
            .replace("4x4", "4x" + vectors)
            .replace("4 vectors", vectors + " vectors");
  }

  /// Everything is computed in float32, but the parameters of a kernel remain double, and so do the
  /// numbers of an optimizer's step until they are worked out.
  private static String narrowed(String text) {
    return text.replace("Double", "Float")
        .replace("double", "float")
        .replace("LongVector", "IntVector")
        .replace("AsLongs", "AsInts")
        .replaceAll("\\d\\.\\d+", "$0f")
        .replaceAll("float p,(\\s+)float q(?!,\\s+float\\[] \\w+, int)", "double p,$1double q")
        .replaceAll(
            "Float32Reductions\\.line|Math\\.log|Math\\.sqrt\\((?:variance|2)|Float32Variance\\.squares|op\\.apply",
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
