package org.hypergrad.kernels.vector;

/// The numbers of [Float64Functions] that depend on the precision: the layout of a double, and
/// polynomials, lowest power first.
///
/// The polynomials of the exponential and of the power's logarithm are interpolated at Chebyshev's
/// nodes in higher precision; those of sine and cosine and the fractions for tanh and erf have the
/// smallest relative error there is (Remez's algorithm). That of the logarithm is fdlibm's
/// (`e_log.c`).
final class Float64Coefficients {
  /// How many bits stand right of the exponent.
  static final int FRACTION_BITS = 52;

  /// Which bit is the sign.
  static final int SIGN_BIT = 63;

  /// What is added to the exponent.
  static final long BIAS = 1023;

  /// 1.5·2^52: a number of moderate size that is added to it is rounded to a whole one, which then
  /// stands in the lowest bits.
  static final double ROUNDING = 0x1.8p52;

  /// The bits of [#ROUNDING].
  static final long ROUNDING_BITS = Double.doubleToRawLongBits(ROUNDING);

  /// The bits of √½.
  static final long SQRT_HALF_BITS = Double.doubleToRawLongBits(0.7071067811865476);

  /// 2 to the power [#FRACTION_BITS]: from here on, all numbers are whole.
  static final double ALL_WHOLE = 0x1p52;

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

  /// eˣ is smaller than [#MIN_NORMAL] below this.
  static final double EXP_ORDINARY = -708;

  /// eˣ is infinite above this.
  static final double EXP_GREATEST = 709.782712893384;

  /// eˣ − 1 is −1 below minus this; and eˣ above it, to the last bit but one.
  static final double EXPM1_LEAST = -40;

  /// Up to this magnitude of x, eˣ and all there is on the way to it have all their bits.
  static final double EXP_NORMAL = 708;

  /// Twice the x from which on tanh(x) is 1.
  static final double TANH_SATURATES = 40;

  /// 1/√(2π)
  static final double NORMAL_PEAK = 0.3989422804014327;

  /// From here on, erf(x) is 1.
  static final double ERF_SATURATES = 6;

  /// 2/π
  static final double TWO_OVER_PI = 0.6366197723675814;

  /// π/2, rounded.
  static final double HALF_PI_1 = 1.5707963267948966;

  /// π/2 − [#HALF_PI_1], rounded.
  static final double HALF_PI_2 = 6.123233995736766e-17;

  /// π/2 − [#HALF_PI_1] − [#HALF_PI_2], rounded.
  static final double HALF_PI_3 = -1.4973849048591698e-33;

  /// For larger numbers these parts of π/2 are too few.
  static final double WAVE_GREATEST = 0x1p20;

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

  /// 2/3, rounded.
  static final double TWO_THIRDS = 0.6666666666666666;

  /// 2/3 − [#TWO_THIRDS]
  static final double TWO_THIRDS_LOW = 3.700743415417188e-17;

  /// (log((1 + s)/(1 − s)) − 2s − 2s³/3)/s⁵ in s², for the same s.
  static final double[] POWER_LOG = {
    0.4,
    0.28571428571429364,
    0.22222222221655885,
    0.18181818335392802,
    0.1538459496251843,
    0.1333480469384731,
    0.11706236339491206,
    0.11723178623876518
  };

  /// erf(x)/x in x², for x up to [#ERF_SATURATES].
  static final double[] ERF_NUMERATOR = {
    1.1283791670955126,
    0.22144016512572207,
    0.0663456624984959,
    0.006958669496541755,
    0.0008619025940535559,
    5.7724911838343775e-05,
    3.942507636398786e-06,
    1.722204806650584e-07,
    6.838084096494609e-09,
    1.7442375054124357e-10,
    3.3263123418408943e-12,
    2.172001433094556e-14,
    1.5078654155777223e-17
  };

  /// What [#ERF_NUMERATOR] is divided by.
  static final double[] ERF_DENOMINATOR = {
    1.0,
    0.5295795700444494,
    0.13532383584136579,
    0.022126472358446184,
    0.002586356241056627,
    0.00022844346143714204,
    1.568672173590382e-05,
    8.462816531062487e-07,
    3.564921694962668e-08,
    1.1391020085032132e-09,
    2.57070666604375e-11,
    3.2704443139437303e-13,
    8.558491362699058e-16
  };

  /// (sin(r) − r)/r³ in r², for |r| ≤ π/4.
  static final double[] SIN = {
    -0.16666666666666666,
    0.00833333333333078,
    -0.00019841269836510614,
    2.755731597684072e-06,
    -2.5051106147049163e-08,
    1.5916308737785277e-10
  };

  /// (cos(r) − 1 + r²/2)/r⁴ in r², for |r| ≤ π/4.
  static final double[] COS = {
    0.041666666666666664,
    -0.0013888888888887298,
    2.4801587298617733e-05,
    -2.755731719630394e-07,
    2.0876130781652957e-09,
    -1.1381531301617176e-11
  };

  private Float64Coefficients() {}
}
