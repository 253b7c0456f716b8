package org.hypergrad.ops.basic.kernels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Derives kernels from those written by hand, by replacing text. In the repository's root:
///
/// `java hypergrad-ops-basic/src/test/java/org/hypergrad/ops/basic/kernels/DeriveKernels.java`
///
/// writes the derived files; the formatter of the build then breaks their lines.
///
/// Three conventions in the float64 files make float32 out of most of them: single numbers (`double
/// sum`) stay double, an array named `sums` stays `double[]`, and what is stored into any other
/// array is narrowed, unless it is made of nothing but elements, for which single precision gives
/// the same.
final class DeriveKernels {
  private static final Path KERNELS =
      Path.of("hypergrad-ops-basic/src/main/java/org/hypergrad/ops/basic/kernels");

  private DeriveKernels() {}

  /// An element type.
  ///
  /// @param dtype how files and classes call it
  /// @param java what Java calls it
  private record Element(String dtype, String java) {
    String lowerCase() {
      return dtype.toLowerCase(Locale.ROOT);
    }
  }

  private static final Element FLOAT64 = new Element("Float64", "double");
  private static final Element FLOAT32 = new Element("Float32", "float");
  private static final Element INT64 = new Element("Int64", "long");
  private static final Element INT32 = new Element("Int32", "int");
  private static final Element UINT8 = new Element("UInt8", "byte");
  private static final Element BOOL = new Element("Bool", "boolean");

  /// Writes the derived files into the folder of the kernels.
  public static void main(String[] args) throws IOException {
    for (var file : derive(KERNELS).entrySet()) {
      Files.writeString(KERNELS.resolve(file.getKey()), file.getValue());
    }
  }

  /// The derived files by name, made of those in `folder`.
  static Map<String, String> derive(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String family :
        List.of(
            "Kernels",
            "Movement",
            "Elementwise",
            "Reductions",
            "Gemm",
            "Softmax",
            "Normalization",
            "Updates")) {
      derive(folder, family, FLOAT64, FLOAT32, files);
    }
    for (Element to : List.of(INT64, INT32, UINT8, BOOL)) {
      derive(folder, "Movement", FLOAT64, to, files);
    }
    for (Element to : List.of(UINT8, BOOL)) {
      derive(folder, "Kernels", INT32, to, files);
    }
    return files;
  }

  private static void derive(
      Path folder, String family, Element from, Element to, Map<String, String> files)
      throws IOException {
    String name = from.dtype() + family + ".java";
    String text = retyped(Files.readString(folder.resolve(name)), from, to);
    if (family.equals("Updates")) {
      text = singlePrecision(text);
    } else if (to == FLOAT32) {
      text = narrowed(text.replaceAll("Double(?=\\.\\w+_INFINITY)", "Float"));
    }
    files.put(
        to.dtype() + family + ".java",
        "// Generated from " + name + " by DeriveKernels; do not edit.\n" + text);
  }

  private static String retyped(String text, Element from, Element to) {
    return text.replace(from.dtype(), to.dtype())
        .replace(from.lowerCase(), to.lowerCase())
        .replaceAll("\\b" + from.java() + "\\[](?! sums)", to.java() + "[]")
        .replaceAll("(?<!sums = )new " + from.java() + "\\[", "new " + to.java() + "[");
  }

  /// Everything in single precision, as PyTorch computes the steps of optimizers; what a step says
  /// is double until it is worked out.
  private static String singlePrecision(String text) {
    return text.replace("double", "float")
        .replaceAll("(float \\w+ =) ([^;]*\\bstep\\.[^;]*);", "$1 (float) ($2);")
        .replace("return Math.sqrt", "return (float) Math.sqrt");
  }

  private static String narrowed(String text) {
    Set<String> arrays =
        Pattern.compile("float\\[] (\\w+)")
            .matcher(text)
            .results()
            .map(declaration -> declaration.group(1))
            .collect(Collectors.toSet());
    Pattern store =
        Pattern.compile("(\\b(?:" + String.join("|", arrays) + ")" + "\\[[^;=]*]\\s=\\s)([^;]*);");
    return store
        .matcher(text)
        .replaceAll(match -> {
          String value = match.group(2);
          if (isSinglePrecision(value)) {
            return match.group();
          }
          return match.group(1) + "(float) " + (isOneTerm(value) ? value : "(" + value + ")") + ";";
        });
  }

  /// Whether a value has nothing in it but elements, whole numbers, operators, and functions that
  /// Java has for float.
  private static boolean isSinglePrecision(String value) {
    String rest = value.replaceAll("Math\\.(abs|max|min)", "");
    return !withoutInnermost(rest, "\\b(?!sums)\\w+\\[[^\\[\\]]*]").matches("(?s).*[a-z].*");
  }

  private static boolean isOneTerm(String value) {
    return withoutInnermost(value, "[(\\[][^()\\[\\]]*[)\\]]").matches("[\\w.]+");
  }

  private static String withoutInnermost(String text, String bracketed) {
    String before = text;
    String after = text.replaceAll(bracketed, "");
    while (!after.equals(before)) {
      before = after;
      after = after.replaceAll(bracketed, "");
    }
    return after;
  }
}
