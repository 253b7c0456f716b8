package org.hypergrad.kernels.vector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Derives the kernels of float32 from those of float64, by replacing text, and smaller tiles of a
/// product from the largest, by leaving out rows and vectors; some are derived for other types,
/// too. In the folder of this Maven module:
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
          "Power",
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
          "Tile1x4",
          "Tile1x3",
          "Tile1x2",
          "Rows",
          "Dots",
          "Dot",
          "Updates");

  /// The families that are derived in float64, too: tiles with fewer rows or vectors.
  static final List<String> SMALLER_TILES =
      List.of("Tile4x3", "Tile4x2", "Tile1x4", "Tile1x3", "Tile1x2");

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
    for (String tile : SMALLER_TILES) {
      Files.writeString(KERNELS.resolve("Float64" + tile + ".java"), smallerTile(tile));
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

  /// What the file of a class in another type should contain, but for its line breaks. Quotients,
  /// powers and gradients are left out.
  static String other(String name) {
    String family = name.replaceAll("U?Int\\d+|Bool", "");
    String dtype = name.substring(0, name.length() - family.length());
    return "// Generated from Float64%s.java by DeriveVectorKernels; do not edit.\n"
            .formatted(family)
        + source("Float64" + family)
            .replaceAll(
                ",\\s+Map.entry\\([\\w.]+, Float64(Slopes::\\w+|Power::pow|Binary::div)\\)", "")
            .replaceAll("(?s)  private static void div\\(.*?\\n  }\\n\\n", "")
            .replaceAll("Float64(?!Unary)", dtype)
            .replace("float64", dtype.toLowerCase(Locale.ROOT))
            .replace("Double", "Long")
            .replace("double", JAVA.get(dtype));
  }

  /// What the file of a smaller tile of float64 should contain: the largest without the lines about
  /// what it does not have.
  static String smallerTile(String family) {
    String[] size = family.substring("Tile".length()).split("x");
    int rows = Integer.parseInt(size[0]);
    int vectors = Integer.parseInt(size[1]);
    String beyond = "(c\\d|b)[%d-9]|(c(?=\\d\\d)|a)[%d-9]\\d?".formatted(vectors, rows);
    String steps = "a[23]?Row|[sc]Step|[asc]\\.rowStep";
    String text =
        withoutLinesAbout(beyond, source("Float64Tile4x4"))
            .replace("4x4", rows + "x" + vectors)
            .replace("4 rows", rows == 1 ? "1 row" : "4 rows")
            .replace("4 vectors", vectors + " vectors");
    return "// Generated from Float64Tile4x4.java by DeriveVectorKernels; do not edit.\n"
        + (rows == 1 ? withoutLinesAbout(steps, text) : text);
  }

  private static String withoutLinesAbout(String names, String text) {
    return text.replaceAll("(?m)^.*\\b(%s)\\b.*\\R".formatted(names), "");
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
