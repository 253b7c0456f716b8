package org.hypergrad.viz.svg;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers in text, the same in every locale.
public final class Numbers {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private Numbers() {}

  /// A coordinate: to a tenth of a pixel, without a needless `.0`.
  public static String plain(double pixels) {
    long tenths = Math.round(pixels * 10);
    String sign = tenths < 0 ? "-" : "";
    long size = Math.abs(tenths);
    return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
  }

  /// Four digits, without zeros at the end: `-0.5`, `24.7`, `1.235e-6`.
  public static String rounded(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
    }
    return text(new BigDecimal(value).round(FOUR_DIGITS));
  }

  /// All digits but zeros at the end, with an exponent if it is very large or small.
  public static String text(BigDecimal value) {
    BigDecimal digits = value.stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (digits.signum() == 0 || exponent >= -4 && exponent < 7) {
      return digits.toPlainString();
    }
    return digits.movePointLeft(exponent).toPlainString() + "e" + exponent;
  }
}
