package org.hypergrad.spi;

/// The error function, which java.lang.Math lacks, to within one unit in the last place.
///
/// Three fractions of polynomials, each for a part of the numbers, as in fdlibm (FreeBSD's
/// `lib/msun/src/s_erf.c`, which derives them and has the coefficients from "Copyright (C) 1993 by
/// Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun Microsystems, Inc.
/// business. Permission to use, copy, modify, and distribute this software is freely granted,
/// provided that this notice is preserved.").
final class ErrorFunction {
  /// (erf(x) − x)/x in x², for x below 27/32.
  private static final Fraction NEAR_0 =
      new Fraction(
          new double[] {
            1.28379167095512558561e-01,
            -3.25042107247001499370e-01,
            -2.84817495755985104766e-02,
            -5.77027029648944159157e-03,
            -2.37630166566501626084e-05
          },
          new double[] {
            1,
            3.97917223959155352819e-01,
            6.50222499887672944485e-02,
            5.08130628187576562776e-03,
            1.32494738004321644526e-04,
            -3.96022827877536812320e-06
          });

  /// erf(1), rounded to single precision.
  private static final double ERF_1 = 8.45062911510467529297e-01;

  /// erf(x) − [#ERF_1] in x − 1, for x from 27/32 to 5/4.
  private static final Fraction NEAR_1 =
      new Fraction(
          new double[] {
            -2.36211856075265944077e-03,
            4.14856118683748331666e-01,
            -3.72207876035701323847e-01,
            3.18346619901161753674e-01,
            -1.10894694282396677476e-01,
            3.54783043256182359371e-02,
            -2.16637559486879084300e-03
          },
          new double[] {
            1,
            1.06420880400844228286e-01,
            5.40397917702171048937e-01,
            7.18286544141962662868e-02,
            1.26171219808761642112e-01,
            1.36370839120290507362e-02,
            1.19844998467991074170e-02
          });

  /// log(x·(1 − erf(x))) + x² + 9/16 in 1/x², for x from 5/4 to 20/7.
  private static final Fraction TAIL =
      new Fraction(
          new double[] {
            -9.86494403484714822705e-03,
            -6.93858572707181764372e-01,
            -1.05586262253232909814e+01,
            -6.23753324503260060396e+01,
            -1.62396669462573470355e+02,
            -1.84605092906711035994e+02,
            -8.12874355063065934246e+01,
            -9.81432934416914548592e+00
          },
          new double[] {
            1,
            1.96512716674392571292e+01,
            1.37657754143519042600e+02,
            4.34565877475229228821e+02,
            6.45387271733267880336e+02,
            4.29008140027567833386e+02,
            1.08635005541779435134e+02,
            6.57024977031928170135e+00,
            -6.04244152148580987438e-02
          });

  /// The same for x from 20/7 on.
  private static final Fraction FAR_TAIL =
      new Fraction(
          new double[] {
            -9.86494292470009928597e-03,
            -7.99283237680523006574e-01,
            -1.77579549177547519889e+01,
            -1.60636384855821916062e+02,
            -6.37566443368389627722e+02,
            -1.02509513161107724954e+03,
            -4.83519191608651397019e+02
          },
          new double[] {
            1,
            3.03380607434824582924e+01,
            3.25792512996573918826e+02,
            1.53672958608443695994e+03,
            3.19985821950859553908e+03,
            2.55305040643316442583e+03,
            4.74528541206955367215e+02,
            -2.24409524465858183362e+01
          });

  private ErrorFunction() {}

  /// 2/√π ∫₀ˣ e^(−t²) dt
  static double erf(double x) {
    return Math.copySign(ofMagnitude(Math.abs(x)), x);
  }

  private static double ofMagnitude(double x) {
    if (x < 27.0 / 32) {
      return x + x * NEAR_0.at(x * x);
    }
    if (x < 5.0 / 4) {
      return ERF_1 + NEAR_1.at(x - 1);
    }
    return x < 6 ? 1 - tail(x) : x >= 6 ? 1 : x;
  }

  /// 1 − erf(x). The error of x² would be that of the result: the part of it that fits into half
  /// the digits is squared without one.
  private static double tail(double x) {
    double half = (float) x;
    double rest = (half - x) * (half + x);
    Fraction tail = x < 20.0 / 7 ? TAIL : FAR_TAIL;
    return Math.exp(-half * half - 9.0 / 16) * Math.exp(rest + tail.at(1 / (x * x))) / x;
  }

  /// A fraction of two polynomials, whose coefficients begin with that of x⁰.
  private record Fraction(double[] numerator, double[] denominator) {
    double at(double x) {
      return horner(numerator, x) / horner(denominator, x);
    }

    private static double horner(double[] coefficients, double x) {
      double sum = 0;
      for (int i = coefficients.length - 1; i >= 0; i--) {
        sum = sum * x + coefficients[i];
      }
      return sum;
    }
  }
}
