package org.hypergrad.board.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// With a clock that stands still unless it is moved.
class PaceTest {
  private long now;
  private int done;
  private final Pace pace = new Pace(Duration.ofMillis(100), 0.01, () -> now);

  private void work(long nanos) {
    done++;
    now += nanos;
  }

  private void after(long nanos, long cost) {
    now += nanos;
    pace.ifDue(() -> work(cost));
  }

  @Test
  void what_costs_nothing_is_done_once_in_an_interval() {
    after(0, 0);
    after(99_999_999, 0);
    assertThat(done).isEqualTo(1);
    after(1, 0);
    assertThat(done).isEqualTo(2);
  }

  @Test
  void what_costs_much_takes_no_more_than_its_share() {
    long cost = 20_000_000;
    after(0, cost);
    after(99 * cost - 1, cost);
    assertThat(done).isEqualTo(1);
    after(1, cost);
    assertThat(done).isEqualTo(2);
  }

  @Test
  void a_slow_first_time_is_not_held_against_it() {
    after(0, 1_000_000_000);
    pace.now(() -> work(1_000));
    after(100_000_000, 0);
    assertThat(done).isEqualTo(3);
  }
}
