package org.hypergrad.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Names beside the ends of lines.
class EndNamesTest {
  @Test
  void names_with_room_stay_at_their_lines() {
    assertThat(EndNames.place(List.of(80.0, 20.0, 50.0), 0, 100)).containsExactly(80.0, 20.0, 50.0);
  }

  @Test
  void names_too_close_move_apart() {
    List<Double> places = EndNames.place(List.of(50.0, 51.0), 0, 100);
    assertThat(places.get(1) - places.get(0)).isEqualTo(EndNames.APART);
  }

  @Test
  void no_name_leaves_the_plane() {
    assertThat(EndNames.place(List.of(99.0, 100.0), 0, 100)).containsExactly(86.0, 100.0);
  }

  @Test
  void names_that_would_be_far_from_their_lines_are_not_placed() {
    assertThat(EndNames.place(List.of(50.0, 50.0, 50.0, 50.0, 50.0), 0, 200)).isEmpty();
    assertThat(EndNames.place(List.of(5.0, 6.0, 7.0), 0, 20)).isEmpty();
  }
}
