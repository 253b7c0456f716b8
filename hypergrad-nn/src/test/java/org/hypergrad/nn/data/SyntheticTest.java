package org.hypergrad.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hypergrad.DType;
import org.hypergrad.Generator;
import org.hypergrad.Shape;
import org.junit.jupiter.api.Test;

class SyntheticTest {
  private static final Generator ANY = new Generator(0);

  private static double[] inputs(TensorDataset dataset) {
    return dataset.inputs().toDoubles();
  }

  @Test
  void moons_are_those_of_scikit_learn() {
    // make_moons(7, shuffle=False)
    TensorDataset moons = Synthetic.moons(7, 0, ANY, DType.FLOAT64);
    assertThat(inputs(moons))
        .containsExactly(
            new double[] {1, 0, 0, 1, -1, 0, 0, 0.5, 0.5, -0.366025, 1.5, -0.366025, 2, 0.5},
            within(1e-6));
    assertThat(moons.targets().toLongs()).containsExactly(0, 0, 0, 1, 1, 1, 1);
    assertThat(moons.info().classes()).containsExactly("outer", "inner");
  }

  @Test
  void circles_are_those_of_scikit_learn() {
    // make_circles(7, shuffle=False)
    TensorDataset circles = Synthetic.circles(7, 0, ANY, DType.FLOAT64);
    assertThat(inputs(circles))
        .containsExactly(
            new double[] {1, 0, -0.5, 0.866025, -0.5, -0.866025, 0.8, 0, 0, 0.8, -0.8, 0, 0, -0.8},
            within(1e-6));
    assertThat(circles.targets().toLongs()).containsExactly(0, 0, 0, 1, 1, 1, 1);
  }

  @Test
  void spirals_end_on_opposite_sides_of_the_unit_circle() {
    TensorDataset spirals = Synthetic.spirals(200, 0, ANY, DType.FLOAT64);
    double[] points = inputs(spirals);
    for (int i = 0; i < 100; i++) {
      assertThat(Math.hypot(points[2 * i], points[2 * i + 1]))
          .isCloseTo((i + 1) / 100.0, within(1e-12));
      assertThat(points[200 + 2 * i]).isCloseTo(-points[2 * i], within(1e-12));
    }
    assertThat(points[198]).isCloseTo(0, within(1e-12));
    assertThat(points[199]).isCloseTo(-1, within(1e-12));
  }

  @Test
  void blobs_without_noise_are_their_centers() {
    TensorDataset blobs = Synthetic.blobs(9, 3, 0, new Generator(4));
    float[] points = blobs.inputs().toFloats();
    for (int i = 0; i < 18; i++) {
      assertThat(points[i]).isEqualTo(points[6 * (i / 6) + i % 2]).isBetween(-10f, 10f);
    }
    assertThat(points[0]).isNotEqualTo(points[6]);
    assertThat(blobs.targets().toLongs()).containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 2);
    assertThat(blobs.info().classes()).containsExactly("0", "1", "2");
  }

  @Test
  void noise_has_the_standard_deviation_asked_for() {
    double[] points = inputs(Synthetic.blobs(20_000, 1, 0.5, new Generator(4), DType.FLOAT64));
    double[] x = IntStream.range(0, 20_000).mapToDouble(i -> points[2 * i]).toArray();
    double center = Arrays.stream(x).average().orElseThrow();
    double variance = Arrays.stream(x).map(v -> (v - center) * (v - center)).sum() / x.length;
    assertThat(Math.sqrt(variance)).isCloseTo(0.5, within(0.01));
  }

  @Test
  void one_seed_gives_the_same_points() {
    double[] points = inputs(Synthetic.moons(50, 0.1, new Generator(3)));
    assertThat(inputs(Synthetic.moons(50, 0.1, new Generator(3)))).containsExactly(points);
    assertThat(inputs(Synthetic.moons(50, 0.1, new Generator(4)))).isNotEqualTo(points);
  }

  @Test
  void inputs_are_float32_and_targets_int64() {
    TensorDataset moons = Synthetic.moons(1, 0.1, ANY);
    assertThat(moons.inputs().dtype()).isEqualTo(DType.FLOAT32);
    assertThat(moons.inputs().shape()).isEqualTo(Shape.of(1, 2));
    assertThat(moons.targets().dtype()).isEqualTo(DType.INT64);
    assertThat(moons.info().features()).containsExactly("x", "y");
  }

  @Test
  void what_makes_no_sense_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Synthetic.moons(0, 0.1, ANY));
    assertThatIllegalArgumentException().isThrownBy(() -> Synthetic.circles(9, -0.1, ANY));
    assertThatIllegalArgumentException().isThrownBy(() -> Synthetic.spirals(9, Double.NaN, ANY));
    assertThatIllegalArgumentException().isThrownBy(() -> Synthetic.blobs(9, 0, 0.1, ANY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Synthetic.moons(9, 0.1, ANY, DType.INT64))
        .withMessageContaining("int64");
  }
}
