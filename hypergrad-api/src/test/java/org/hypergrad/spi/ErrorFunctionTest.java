package org.hypergrad.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorFunctionTest {
  /// The series in 80 decimal digits, rounded once.
  @ParameterizedTest
  @CsvSource({
    "1e-300, 1.1283791670955126e-300",
    "1e-10, 1.1283791670955126e-10",
    "0.1, 0.1124629160182849",
    "0.2211313852141192, 0.2455119223829417",
    "0.25, 0.27632639016823696",
    "0.5, 0.5204998778130465",
    "0.75, 0.7111556336535151",
    "0.84375, 0.7672256612323416",
    "0.9, 0.7969082124228322",
    "1.0, 0.8427007929497149",
    "1.1, 0.8802050695740817",
    "1.25, 0.9229001282564583",
    "1.5, 0.9661051464753108",
    "2.0, 0.9953222650189527",
    "2.5, 0.999593047982555",
    "2.857142857142857, 0.9999466876886117",
    "3.0, 0.9999779095030014",
    "3.5, 0.9999992569016276",
    "4.0, 0.9999999845827421",
    "5.0, 0.9999999999984626",
    "5.9, 0.9999999999999999"
  })
  void is_exact_to_one_unit_in_the_last_place(double x, double erf) {
    assertThat(Math.abs(ErrorFunction.erf(x) - erf)).isLessThanOrEqualTo(Math.ulp(erf));
    assertThat(ErrorFunction.erf(-x)).isEqualTo(-ErrorFunction.erf(x));
  }

  @Test
  void never_falls_and_has_no_step_where_its_parts_meet() {
    double before = 0;
    for (double x = 0; x < 6.5; x += 1.0 / 8192) {
      double erf = ErrorFunction.erf(x);
      assertThat(erf).as("erf(%s)", x).isBetween(before, before + 1.0 / 4096);
      before = erf;
    }
  }

  @Test
  void ends_at_one_and_keeps_not_a_number_and_the_sign_of_zero() {
    assertThat(ErrorFunction.erf(6)).isEqualTo(1);
    assertThat(ErrorFunction.erf(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
    assertThat(ErrorFunction.erf(Double.NaN)).isNaN();
    assertThat(ErrorFunction.erf(-0.0)).isEqualTo(-0.0);
    assertThat(ErrorFunction.erf(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
  }
}
