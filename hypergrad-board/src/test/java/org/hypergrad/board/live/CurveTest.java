package org.hypergrad.board.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CurveTest {
  private static final int CAPACITY = 8;

  private final Curve curve = new Curve(new CurveName("loss", "each step"), CAPACITY);

  @Test
  void what_fits_is_kept_as_it_came() {
    curve.add(1, 5);
    curve.add(2, 7);
    CurvePart all = curve.from(0);
    assertThat(all.steps()).containsExactly(1, 2);
    assertThat(all.values()).containsExactly(5, 7);
    assertThat(all.stride()).isEqualTo(1);
    assertThat(curve.from(1).values()).containsExactly(7);
  }

  @Test
  void a_full_curve_gets_coarser_each_point_the_mean_of_its_steps() {
    for (int step = 1; step <= 9; step++) {
      curve.add(step, 10 * step);
    }
    CurvePart all = curve.from(0);
    assertThat(all.stride()).isEqualTo(2);
    assertThat(all.steps()).containsExactly(2, 4, 6, 8, 9);
    assertThat(all.values()).containsExactly(15, 35, 55, 75, 90);
  }

  @Test
  void a_million_steps_take_no_more_room_than_the_first_and_keep_their_mean() {
    for (int step = 1; step <= 1 << 20; step++) {
      curve.add(step, step % 2);
    }
    assertThat(curve.size()).isBetween(CAPACITY / 2, CAPACITY);
    for (double value : curve.from(0).values()) {
      assertThat(value).isCloseTo(0.5, Offset.offset(1e-9));
    }
  }

  @Test
  void a_second_look_at_the_same_step_is_left_out() {
    curve.add(1, 5);
    curve.add(1, 6);
    assertThat(curve.from(0).values()).containsExactly(5);
  }
}
