package org.hypergrad.kernels.vector;

/// The numbers of [Float32Functions] that depend on the precision: the layout of a float, and
/// polynomials, lowest power first.
///
/// The polynomials of the exponential and of the power's logarithm are interpolated at Chebyshev's
/// nodes in higher precision; those of sine and cosine and the fractions for tanh and erf have the
/// smallest relative error there is (Remez's algorithm). That of the logarithm is fdlibm's
/// (`e_logf.c`).
final class Float32Coefficients {
  /// How many bits stand right of the exponent.
  static final int FRACTION_BITS = 23;

  /// Which bit is the sign.
  static final int SIGN_BIT = 31;

  /// What is added to the exponent.
  static final int BIAS = 127;

  /// 1.5·2^23: a number of moderate size that is added to it is rounded to a whole one, which then
  /// stands in the lowest bits.
  static final float ROUNDING = 0x1.8p23f;

  /// The bits of [#ROUNDING].
  static final int ROUNDING_BITS = Float.floatToRawIntBits(ROUNDING);

  /// The bits of √½.
  static final int SQRT_HALF_BITS = Float.floatToRawIntBits(0.70710677f);

  /// 2 to the power [#FRACTION_BITS]: from here on, all numbers are whole.
  static final float ALL_WHOLE = 0x1p23f;

  /// The smallest number that has all its bits.
  static final float MIN_NORMAL = Float.MIN_NORMAL;

  /// 2 to this power lifts smaller numbers above [#MIN_NORMAL].
  static final float LIFTED = 25;

  /// 2 to the power [#LIFTED].
  static final float LIFT = 0x1p25f;

  /// 1/ln 2
  static final float LOG2_E = 1.442695f;

  /// ln 2, rounded.
  static final float LN2_HIGH = 0.6931472f;

  /// ln 2 − [#LN2_HIGH]
  static final float LN2_LOW = -1.9046542e-9f;

  /// √½
  static final float SQRT_HALF = 0.70710677f;

  /// eˣ is 0 below this.
  static final float EXP_LEAST = -103.97208f;

  /// eˣ is smaller than [#MIN_NORMAL] below this.
  static final float EXP_ORDINARY = -87;

  /// eˣ is infinite above this.
  static final float EXP_GREATEST = 88.72284f;

  /// eˣ − 1 is −1 below minus this; and eˣ above it, to the last bit but one.
  static final float EXPM1_LEAST = -20;

  /// Up to this magnitude of x, eˣ and all there is on the way to it have all their bits.
  static final float EXP_NORMAL = 87;

  /// Twice the x from which on tanh(x) is 1.
  static final float TANH_SATURATES = 20;

  /// 1/√(2π)
  static final float NORMAL_PEAK = 0.3989423f;

  /// From here on, erf(x) is 1.
  static final float ERF_SATURATES = 4;

  /// 2/π
  static final float TWO_OVER_PI = 0.63661975f;

  /// π/2, rounded.
  static final float HALF_PI_1 = 1.5707964f;

  /// π/2 − [#HALF_PI_1], rounded.
  static final float HALF_PI_2 = -4.371139e-8f;

  /// π/2 − [#HALF_PI_1] − [#HALF_PI_2], rounded.
  static final float HALF_PI_3 = -1.7151245e-15f;

  /// For larger numbers these parts of π/2 are too few.
  static final float WAVE_GREATEST = 0x1p15f;

  /// (eʳ − 1 − r)/r² in r, for |r| ≤ ln 2/2.
  static final float[] EXP = {0.5f, 0.16666576f, 0.041666552f, 0.008363247f, 0.0013926268f};

  /// (log((1 + s)/(1 − s)) − 2s)/s³ in s², for s of 1 + f = (1 + s)/(1 − s), √½ ≤ 1 + f ≤ √2.
  static final float[] LOG = {0.6666667f, 0.40000972f, 0.28498787f, 0.24279079f};

  /// 2/3, rounded.
  static final float TWO_THIRDS = 0.6666667f;

  /// 2/3 − [#TWO_THIRDS]
  static final float TWO_THIRDS_LOW = -1.9868216e-8f;

  /// (log((1 + s)/(1 − s)) − 2s − 2s³/3)/s⁵ in s², for the same s.
  static final float[] POWER_LOG = {0.4f, 0.2857153f, 0.22204763f, 0.19120455f};

  /// erf(x)/x in x², for x up to [#ERF_SATURATES].
  static final float[] ERF_NUMERATOR = {
    1.1283791f, 0.19354539f, 0.053101793f, 0.0038833607f, 0.0002845667f, 1.9867841e-06f
  };

  /// What [#ERF_NUMERATOR] is divided by.
  static final float[] ERF_DENOMINATOR = {
    1.0f, 0.5048577f, 0.115350135f, 0.015207281f, 0.0011855761f, 3.742024e-05f
  };

  /// (sin(r) − r)/r³ in r², for |r| ≤ π/4.
  static final float[] SIN = {-0.16666664f, 0.008332731f, -0.0001958439f};

  /// (cos(r) − 1 + r²/2)/r⁴ in r², for |r| ≤ π/4.
  static final float[] COS = {0.041666664f, -0.0013888287f, 2.4544635e-05f};

  private Float32Coefficients() {}
}
