package org.hypergrad.kernels.vector;

/// The numbers of [Float32Functions] that depend on the precision: the layout of a float, and
/// polynomials, lowest power first.
///
/// The polynomials are interpolated at Chebyshev's nodes in higher precision, but that of the
/// logarithm, which is fdlibm's (`e_logf.c`).
final class Float32Coefficients {
  /// How many bits stand right of the exponent.
  static final int FRACTION_BITS = 23;

  /// What is added to the exponent.
  static final int BIAS = 127;

  /// 1.5·2^23: a number of moderate size that is added to it is rounded to a whole one, which then
  /// stands in the lowest bits.
  static final float ROUNDING = 0x1.8p23f;

  /// The bits of [#ROUNDING].
  static final int ROUNDING_BITS = Float.floatToRawIntBits(ROUNDING);

  /// The bits of √½.
  static final int SQRT_HALF_BITS = Float.floatToRawIntBits(0.70710677f);

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

  /// eˣ is infinite above this.
  static final float EXP_GREATEST = 88.72284f;

  /// eˣ − 1 is −1 below minus this; and eˣ above it, to the last bit but one.
  static final float EXPM1_LEAST = -20;

  /// From here on, erf(x) is 1.
  static final float ERFC_GREATEST = 4;

  /// (eʳ − 1 − r)/r² in r, for |r| ≤ ln 2/2.
  static final float[] EXP = {0.5f, 0.16666576f, 0.041666552f, 0.008363247f, 0.0013926268f};

  /// (log((1 + s)/(1 − s)) − 2s)/s³ in s², for s of 1 + f = (1 + s)/(1 − s), √½ ≤ 1 + f ≤ √2.
  static final float[] LOG = {0.6666667f, 0.40000972f, 0.28498787f, 0.24279079f};

  /// erf(x)/x − 1 in x², for |x| ≤ 1.
  static final float[] ERF = {
    0.12837917f,
    -0.37612626f,
    0.11283594f,
    -0.026854211f,
    0.0051890872f,
    -0.00080168643f,
    7.875875e-05f
  };

  /// erfc(x) in (x − middle)/half, for 1 ≤ x ≤ [#ERFC_GREATEST]: the middle of this range, and half
  /// its length.
  static final float[] ERFC = {
    0.00040695202f,
    -0.0032672703f,
    0.01225283f,
    -0.028187407f,
    0.04365148f,
    -0.046389583f,
    0.03186845f,
    -0.009579306f,
    -0.0066378643f,
    0.0104118455f,
    -0.004667029f,
    -0.001542911f,
    0.0020327987f,
    -9.497238e-05f,
    -0.0002580061f
  };

  private Float32Coefficients() {}
}
