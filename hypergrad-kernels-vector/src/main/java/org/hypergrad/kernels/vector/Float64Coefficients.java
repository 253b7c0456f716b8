package org.hypergrad.kernels.vector;

/// The numbers of [Float64Functions] that depend on the precision: the layout of a double, and
/// polynomials, lowest power first.
///
/// The polynomials are interpolated at Chebyshev's nodes in higher precision, but that of the
/// logarithm, which is fdlibm's (`e_log.c`).
final class Float64Coefficients {
  /// How many bits stand right of the exponent.
  static final int FRACTION_BITS = 52;

  /// What is added to the exponent.
  static final long BIAS = 1023;

  /// 1.5·2^52: a number of moderate size that is added to it is rounded to a whole one, which then
  /// stands in the lowest bits.
  static final double ROUNDING = 0x1.8p52;

  /// The bits of [#ROUNDING].
  static final long ROUNDING_BITS = Double.doubleToRawLongBits(ROUNDING);

  /// The bits of √½.
  static final long SQRT_HALF_BITS = Double.doubleToRawLongBits(0.7071067811865476);

  /// The smallest number that has all its bits.
  static final double MIN_NORMAL = Double.MIN_NORMAL;

  /// 2 to this power lifts smaller numbers above [#MIN_NORMAL].
  static final double LIFTED = 54;

  /// 2 to the power [#LIFTED].
  static final double LIFT = 0x1p54;

  /// 1/ln 2
  static final double LOG2_E = 1.4426950408889634;

  /// ln 2, rounded.
  static final double LN2_HIGH = 0.6931471805599453;

  /// ln 2 − [#LN2_HIGH]
  static final double LN2_LOW = 2.3190468138462996e-17;

  /// √½
  static final double SQRT_HALF = 0.7071067811865476;

  /// eˣ is 0 below this.
  static final double EXP_LEAST = -745.1332191019412;

  /// eˣ is infinite above this.
  static final double EXP_GREATEST = 709.782712893384;

  /// eˣ − 1 is −1 below minus this; and eˣ above it, to the last bit but one.
  static final double EXPM1_LEAST = -40;

  /// From here on, erf(x) is 1.
  static final double ERFC_GREATEST = 6;

  /// (eʳ − 1 − r)/r² in r, for |r| ≤ ln 2/2.
  static final double[] EXP = {
    0.5,
    0.1666666666666667,
    0.04166666666666667,
    0.00833333333332607,
    0.0013888888888883703,
    0.00019841269875048905,
    2.480158732571076e-05,
    2.755725511097889e-06,
    2.755727343657049e-07,
    2.510533724466521e-08,
    2.091477283224809e-09
  };

  /// (log((1 + s)/(1 − s)) − 2s)/s³ in s², for s of 1 + f = (1 + s)/(1 − s), √½ ≤ 1 + f ≤ √2.
  static final double[] LOG = {
    0.6666666666666735,
    0.3999999999940942,
    0.2857142874366239,
    0.22222198432149784,
    0.1818357216161805,
    0.15313837699209373,
    0.14798198605116586
  };

  /// erf(x)/x − 1 in x², for |x| ≤ 1.
  static final double[] ERF = {
    0.12837916709551256,
    -0.37612638903183543,
    0.11283791670945006,
    -0.02686617064323777,
    0.0052239776071164225,
    -0.0008548325975389692,
    0.00012055294904839707,
    -1.492473690741966e-05,
    1.6447424703317362e-06,
    -1.6208483801871705e-07,
    1.3720064546777686e-08,
    -7.795898827002142e-10
  };

  /// erfc(x) in (x − middle)/half, for 1 ≤ x ≤ [#ERFC_GREATEST]: the middle of this range, and half
  /// its length.
  static final double[] ERFC = {
    7.430983723414128e-07,
    -1.3498566940410844e-05,
    0.00011811246075182041,
    -0.0006608673405618614,
    0.002645226986374299,
    -0.008019168149779517,
    0.018980528860728763,
    -0.03551803733667015,
    0.052275354361217025,
    -0.05848222243866931,
    0.044260173582681236,
    -0.010602741560867298,
    -0.026450778122087695,
    0.04495355368347859,
    -0.03439164070966505,
    0.00533116484658198,
    0.01924619549406904,
    -0.02346166804373672,
    0.010228285261531385,
    0.005086788855416509,
    -0.010494463929500375,
    0.006013806656552179,
    0.000859034061930558,
    -0.0039985146416264715,
    0.00255625735551861,
    0.00038832857295280967,
    -0.0015331838583295667,
    0.0005966373938987318,
    0.00037382601090237265,
    -0.00033632395077310665,
    -1.243539785767056e-05,
    8.133741456248114e-05,
    -1.4047084271581988e-05,
    -8.178918961087787e-06,
    2.4150927771434958e-06
  };

  private Float64Coefficients() {}
}
