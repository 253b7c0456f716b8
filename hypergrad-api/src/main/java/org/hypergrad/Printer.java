package org.hypergrad;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Prints tensors as PyTorch does (`torch/_tensor_str.py`): the numbers in columns of one width, in
/// brackets that show the dimensions, then what else has to be known.
///
/// ```text
/// tensor([[ 1.0000, -2.5000],
///         [10.0000,  0.0000]], dtype=float64, grad_fn=<MulBackward0>)
/// ```
///
/// Large tensors show only their edges. Types are left out where a tensor of PyTorch's would have
/// them by default: float32, int64 and bool.
final class Printer {
  private static final int DIGITS = 4;
  private static final int LINE_WIDTH = 80;

  /// Tensors with more elements show only [#EDGE_ITEMS] at either end of a dimension.
  private static final int THRESHOLD = 1000;

  private static final int EDGE_ITEMS = 3;
  private static final int ELLIPSIS = -1;
  private static final String PREFIX = "tensor(";

  /// How an element is written: one way for all elements of a tensor.
  private enum Notation {
    /// `True`, `False`
    TRUTH,
    /// `12`
    INTEGER,
    /// `12.`, where all are whole
    WHOLE,
    /// `12.3400`
    FIXED,
    /// `1.2340e+01`, where the numbers are of very different sizes
    SCIENTIFIC
  }

  private final Tensor x;
  private final Notation notation;
  private final int columnWidth;

  private Printer(Tensor x) {
    this.x = x;
    this.notation = notation();
    this.columnWidth = columnWidth();
  }

  static String print(Tensor x) {
    if (x.isDead()) {
      return PREFIX + "dead, size=" + x.shape() + ")";
    }
    String elements =
        x.numel() == 0 ? "[]" : new Printer(x).elements(0, x.layout().offset(), PREFIX.length());
    return withSuffixes(PREFIX + elements, suffixes(x));
  }

  // ---- which elements

  /// The indices of a dimension that are shown, with [#ELLIPSIS] in place of those left out.
  private int[] shown(int dim) {
    int size = x.size(dim);
    if (x.numel() <= THRESHOLD || size <= 2 * EDGE_ITEMS) {
      return IntStream.range(0, size).toArray();
    }
    return IntStream.concat(
            IntStream.concat(IntStream.range(0, EDGE_ITEMS), IntStream.of(ELLIPSIS)),
            IntStream.range(size - EDGE_ITEMS, size))
        .toArray();
  }

  private void forEachShown(int dim, int place, IntConsumer action) {
    if (dim == x.rank()) {
      action.accept(place);
      return;
    }
    for (int index : shown(dim)) {
      if (index != ELLIPSIS) {
        forEachShown(dim + 1, place + index * x.layout().stride(dim), action);
      }
    }
  }

  private double value(int place) {
    return x.isNumber() ? x.number() : x.storage().getDouble(place);
  }

  // ---- how they are written

  private Notation notation() {
    if (x.dtype() == DType.BOOL) {
      return Notation.TRUTH;
    }
    if (!x.dtype().isFloating()) {
      return Notation.INTEGER;
    }
    double smallest = Double.POSITIVE_INFINITY;
    double largest = 0;
    boolean whole = true;
    for (double value : telling()) {
      smallest = Math.min(smallest, Math.abs(value));
      largest = Math.max(largest, Math.abs(value));
      whole &= value == Math.rint(value);
    }
    if (largest / smallest > 1000 || largest > 1e8 || !whole && smallest < 1e-4) {
      return Notation.SCIENTIFIC;
    }
    return whole ? Notation.WHOLE : Notation.FIXED;
  }

  /// The shown numbers that decide on notation and width: zeros, infinities and NaN do not.
  private double[] telling() {
    List<Double> values = new ArrayList<>();
    forEachShown(0, x.layout().offset(), place -> values.add(value(place)));
    return values.stream()
        .mapToDouble(Double::doubleValue)
        .filter(value -> value != 0 && Double.isFinite(value))
        .toArray();
  }

  private int columnWidth() {
    if (x.dtype().isFloating()) {
      return Arrays.stream(telling()).mapToInt(value -> number(value).length()).max().orElse(1);
    }
    int[] width = {1};
    forEachShown(
        0, x.layout().offset(), place -> width[0] = Math.max(width[0], written(place).length()));
    return width[0];
  }

  private String written(int place) {
    return switch (notation) {
      case TRUTH -> x.storage().getLong(place) == 0 ? "False" : "True";
      case INTEGER -> Long.toString(x.storage().getLong(place));
      case WHOLE, FIXED, SCIENTIFIC -> number(value(place));
    };
  }

  private String number(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    String sign = Math.copySign(1, value) < 0 ? "-" : "";
    if (Double.isInfinite(value)) {
      return sign + "inf";
    }
    BigDecimal exact = new BigDecimal(Math.abs(value));
    return sign
        + switch (notation) {
          case SCIENTIFIC -> scientific(exact);
          case WHOLE -> fixed(exact, 0) + ".";
          default -> fixed(exact, DIGITS);
        };
  }

  private static String fixed(BigDecimal value, int digits) {
    return value.setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String scientific(BigDecimal value) {
    BigDecimal rounded = value.round(new MathContext(DIGITS + 1, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    String digits = (rounded.unscaledValue() + "0".repeat(DIGITS)).substring(0, DIGITS + 1);
    return "%c.%se%c%02d"
        .formatted(
            digits.charAt(0), digits.substring(1), exponent < 0 ? '-' : '+', Math.abs(exponent));
  }

  // ---- how they stand

  /// Everything from `place` on in the dimensions from `dim` on.
  private String elements(int dim, int place, int indent) {
    if (dim == x.rank()) {
      return inColumn(place);
    }
    boolean isRow = dim == x.rank() - 1;
    List<String> parts =
        Arrays.stream(shown(dim))
            .mapToObj(index ->
                index == ELLIPSIS
                    ? (isRow ? " ..." : "...")
                    : elements(dim + 1, place + index * x.layout().stride(dim), indent + 1))
            .toList();
    return isRow ? row(parts, indent) : block(parts, x.rank() - dim, indent);
  }

  private String inColumn(int place) {
    String written = written(place);
    return " ".repeat(Math.max(0, columnWidth - written.length())) + written;
  }

  /// Numbers side by side, as many on a line as fit.
  private String row(List<String> numbers, int indent) {
    int perLine = Math.max(1, (LINE_WIDTH - indent) / (columnWidth + 2));
    StringJoiner lines = new StringJoiner(",\n" + " ".repeat(indent + 1), "[", "]");
    for (int from = 0; from < numbers.size(); from += perLine) {
      int to = Math.min(from + perLine, numbers.size());
      lines.add(String.join(", ", numbers.subList(from, to)));
    }
    return lines.toString();
  }

  /// Parts one below the other, further apart the more dimensions each has.
  private static String block(List<String> parts, int rank, int indent) {
    String separator = "," + "\n".repeat(rank - 1) + " ".repeat(indent + 1);
    return "[" + String.join(separator, parts) + "]";
  }

  // ---- what else has to be known

  private static List<String> suffixes(Tensor x) {
    List<String> suffixes = new ArrayList<>();
    boolean empty = x.numel() == 0;
    if (empty && x.rank() != 1) {
      suffixes.add(
          Arrays.stream(x.shape().toArray())
              .mapToObj(Integer::toString)
              .collect(Collectors.joining(", ", "size=(", ")")));
    }
    boolean speaksForItself =
        switch (x.dtype()) {
          case FLOAT32 -> true;
          case INT64, BOOL -> !empty;
          default -> false;
        };
    if (!speaksForItself) {
      suffixes.add("dtype=" + x.dtype());
    }
    if (x.gradFn() != null) {
      suffixes.add("grad_fn=<" + x.gradFn().name() + ">");
    } else if (x.requiresGrad()) {
      suffixes.add("requires_grad=True");
    }
    return suffixes;
  }

  private static String withSuffixes(String text, List<String> suffixes) {
    StringBuilder result = new StringBuilder(text);
    int lineLength = text.length() - text.lastIndexOf('\n') + 1;
    for (String suffix : suffixes) {
      boolean fits = lineLength + suffix.length() + 2 <= LINE_WIDTH;
      result.append(fits ? ", " : ",\n" + " ".repeat(PREFIX.length())).append(suffix);
      lineLength = suffix.length() + (fits ? lineLength + 2 : PREFIX.length());
    }
    return result.append(')').toString();
  }
}
