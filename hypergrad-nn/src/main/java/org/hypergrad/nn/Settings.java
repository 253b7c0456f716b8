package org.hypergrad.nn;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.hypergrad.Shape;

/// Settings of a block as Python writes them: `eps=1e-05, affine=True`.
final class Settings {
  private Settings() {}

  /// @param namesAndValues a name, its value, another name, ...; what has an empty name is printed
  ///   without it, as if given by position
  static String of(Object... namesAndValues) {
    StringJoiner text = new StringJoiner(", ");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String name = namesAndValues[i].toString();
      String value = value(namesAndValues[i + 1]);
      text.add(name.isEmpty() ? value : name + "=" + value);
    }
    return text.toString();
  }

  private static String value(Object value) {
    return switch (value) {
      case Boolean flag -> flag ? "True" : "False";
      case Double number -> number(number);
      case String word -> "'" + word + "'";
      case Shape shape -> tuple(shape);
      default -> value.toString();
    };
  }

  /// `(5,)`, `(2, 3)`
  private static String tuple(Shape shape) {
    String sizes =
        Arrays.stream(shape.toArray())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    return "(" + sizes + (shape.rank() == 1 ? ",)" : ")");
  }

  /// `1.0`, `0.0001`, `1e-05`: Python's digits are Java's, its exponents are not.
  private static String number(double number) {
    double size = Math.abs(number);
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
    }
    if (size == 0 || size >= 1e-4 && size < 1e16) {
      String plain = BigDecimal.valueOf(number).toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
    String[] parts = Double.toString(number).split("E");
    int exponent = Integer.parseInt(parts[1]);
    String digits = parts[0].endsWith(".0") ? parts[0].replace(".0", "") : parts[0];
    return digits + "e%s%02d".formatted(exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
