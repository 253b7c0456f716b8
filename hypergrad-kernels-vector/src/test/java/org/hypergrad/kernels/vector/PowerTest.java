package org.hypergrad.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.hypergrad.DType;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.spi.BinaryOp;
import org.hypergrad.spi.Kernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How exact powers are; what they have in common with other functions of two numbers is in
/// [BinaryTest].
class PowerTest {
  private static final double[] BASES = {
    0.0,
    1,
    0.5,
    2,
    3,
    1 - 0x1p-24,
    1 + 0x1p-23,
    1 - 0x1p-53,
    1 + 0x1p-52,
    Float.MIN_VALUE,
    Float.MIN_NORMAL,
    Float.MAX_VALUE,
    0x1p-149 * 5,
    1e-310,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NaN
  };

  private static final double[] EXPONENTS = {
    0.0,
    1,
    2,
    3,
    4,
    0.5,
    1.5,
    0.25,
    1 / 3.0,
    2.5,
    101,
    127,
    128,
    149,
    150,
    1022,
    1023,
    1024,
    1074,
    1075,
    0x1p22 + 0.5,
    0x1p22 + 1,
    0x1p23 - 1,
    0x1p23 + 1,
    0x1p24 - 1,
    0x1p24,
    0x1p51 + 0.5,
    0x1p51 + 1,
    0x1p52 - 1,
    0x1p52 + 1,
    0x1p53 - 1,
    0x1p53,
    1e300,
    Float.MIN_VALUE,
    Double.MIN_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NaN
  };

  /// Digits enough to say a unit of the last place of float64 to 20 bits, whatever cancels.
  private static final MathContext DIGITS = new MathContext(45);

  private static final BigDecimal LN2 = logarithmNear1(BigDecimal.valueOf(2));

  private static <A> double[] powers(DType dtype, double[] a, double[] b) {
    Kernels<A> kernels = Alone.kernels(dtype);
    Strided<A> x = Strided.contiguous(dtype, a);
    Strided<A> y = Strided.contiguous(dtype, b);
    Strided<A> out = Strided.contiguous(dtype, new double[a.length]);
    kernels.binary(
        BinaryOp.POW,
        0,
        0,
        x.array(),
        x.layout(),
        y.array(),
        y.layout(),
        out.array(),
        out.layout());
    return out.values();
  }

  private static double[] rounded(DType dtype, int n, DoubleSupplier values) {
    double[] array = new double[n];
    for (int i = 0; i < n; i++) {
      array[i] = Precision.round(dtype, values.getAsDouble());
    }
    return array;
  }

  /// e^(up to ±limit) over all exponents of the type.
  private static double any(Random random, double limit) {
    return Math.exp(random.nextDouble(-limit, limit));
  }

  @Test
  void powers_of_float32_are_within_1_3_units_of_the_last_place() {
    Random random = new Random(1);
    int n = 400_000;
    double[] a = rounded(DType.FLOAT32, n, () -> any(random, random.nextBoolean() ? 103 : 0.5));
    double[] b = new double[n];
    for (int i = 0; i < n; i++) {
      double logarithm = random.nextDouble(-104, 89); // of the power
      b[i] = (float) (random.nextBoolean() ? logarithm / Math.log(a[i]) : random.nextGaussian());
    }
    double[] powers = powers(DType.FLOAT32, a, b);
    double worst = 0;
    for (int i = 0; i < n; i++) {
      double exact = Math.pow(a[i], b[i]);
      if (exact <= Float.MAX_VALUE) {
        worst = Math.max(worst, Math.abs(powers[i] - exact) / Math.ulp((float) exact));
      }
    }
    assertThat(worst).isBetween(0.5, 1.3);
  }

  @Test
  void powers_of_float64_are_within_1_3_units_of_the_last_place() {
    Random random = new Random(2);
    int n = 4000;
    double[] a = rounded(DType.FLOAT64, n, () -> any(random, random.nextBoolean() ? 709 : 0.5));
    double[] b = new double[n];
    for (int i = 0; i < n; i++) {
      double logarithm = random.nextDouble(-744, 709.7);
      b[i] = random.nextBoolean() ? logarithm / Math.log(a[i]) : random.nextGaussian();
    }
    double[] powers = powers(DType.FLOAT64, a, b);
    double worst = 0;
    for (int i = 0; i < n; i++) {
      if (Double.isFinite(Math.pow(a[i], b[i]))) {
        BigDecimal exact = power(a[i], b[i]);
        double error = new BigDecimal(powers[i]).subtract(exact, DIGITS).abs().doubleValue();
        worst = Math.max(worst, error / Math.ulp(exact.doubleValue()));
      }
    }
    assertThat(worst).isBetween(0.5, 1.3);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void every_special_base_to_every_special_exponent(DType dtype) {
    int n = 4 * BASES.length * EXPONENTS.length;
    double[] a = new double[n];
    double[] b = new double[n];
    int i = 0;
    for (double base : BASES) {
      for (double exponent : EXPONENTS) {
        for (int signs = 0; signs < 4; signs++, i++) {
          a[i] = Precision.round(dtype, (signs & 1) == 0 ? base : -base);
          b[i] = Precision.round(dtype, (signs & 2) == 0 ? exponent : -exponent);
        }
      }
    }
    double[] powers = powers(dtype, a, b);
    for (i = 0; i < n; i++) {
      double expected = Precision.round(dtype, special(a[i], b[i]));
      double ulp = dtype == DType.FLOAT32 ? Math.ulp((float) expected) : Math.ulp(expected);
      boolean close = Double.isFinite(expected) && Math.abs(powers[i] - expected) <= 2 * ulp;
      if (expected == 0 || !close && !Precision.same(powers[i], expected)) {
        assertThat(powers[i]).as("%s ^ %s", a[i], b[i]).isEqualTo(expected);
      }
    }
  }

  /// As C defines it. [Math#pow] of some processors takes 2⁵¹ + ½ for a whole number.
  private static double special(double a, double b) {
    return a == 1 || a == -1 && Double.isInfinite(b) ? 1 : StrictMath.pow(a, b);
  }

  @Test
  void whole_powers_of_small_whole_numbers_are_exact() {
    double[] a = new double[400];
    double[] b = new double[400];
    for (int i = 0; i < 400; i++) {
      a[i] = i % 20 - 10;
      b[i] = i / 20;
    }
    double[] powers = powers(DType.FLOAT64, a, b);
    for (int i = 0; i < 400; i++) {
      BigDecimal exact = BigDecimal.valueOf((long) a[i]).pow((int) b[i]);
      if (exact.abs().compareTo(BigDecimal.valueOf(1L << 53)) <= 0
          && exact.doubleValue() != powers[i]) {
        fail("%s ^ %s = %s, not %s", a[i], b[i], powers[i], exact);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void a_number_as_exponent_gives_what_a_tensor_gives(DType dtype) {
    repeated(dtype);
  }

  private static <A> void repeated(DType dtype) {
    double[] a = rounded(dtype, 1001, new Random(3)::nextGaussian);
    Strided<A> x = Strided.contiguous(dtype, a);
    Strided<A> out = Strided.contiguous(dtype, new double[a.length]);
    Kernels<A> kernels = Alone.kernels(dtype);
    for (double exponent : new double[] {2, 3, 4, -1, 0, 2.5}) {
      Strided<A> y = Strided.contiguous(dtype, Shape.SCALAR, exponent);
      Layout yl = y.layout().expand(x.layout().shape());
      kernels.binary(
          BinaryOp.POW, 0, 0, x.array(), x.layout(), y.array(), yl, out.array(), out.layout());
      double[] powers = out.values();
      for (int i = 0; i < a.length; i++) {
        if (!Precision.close(dtype, powers[i], Math.pow(a[i], exponent), 1.5)) {
          fail("%s ^ %s = %s", a[i], exponent, powers[i]);
        }
      }
    }
  }

  /// e^(y·log x)
  private static BigDecimal power(double x, double y) {
    int exponent = x < 1 ? Math.getExponent(x * 0x1p60) - 60 : Math.getExponent(x);
    BigDecimal two = BigDecimal.valueOf(2);
    BigDecimal m = new BigDecimal(x).divide(two.pow(exponent, DIGITS), DIGITS);
    BigDecimal log = logarithmNear1(m).add(LN2.multiply(BigDecimal.valueOf(exponent)), DIGITS);
    BigDecimal product = log.multiply(new BigDecimal(y), DIGITS);
    BigDecimal part = product.divide(two.pow(20), DIGITS);
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int i = 1; i < 20; i++) {
      term = term.multiply(part).divide(BigDecimal.valueOf(i), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum.pow(1 << 20, DIGITS);
  }

  /// 2·(s + s³/3 + s⁵/5 + …) with s = (x − 1)/(x + 1), for x up to 2.
  private static BigDecimal logarithmNear1(BigDecimal x) {
    BigDecimal s = x.subtract(BigDecimal.ONE).divide(x.add(BigDecimal.ONE), DIGITS);
    BigDecimal square = s.multiply(s, DIGITS);
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < 48; i++) {
      sum = sum.add(s.divide(BigDecimal.valueOf(2 * i + 1), DIGITS), DIGITS);
      s = s.multiply(square, DIGITS);
    }
    return sum.add(sum);
  }
}
