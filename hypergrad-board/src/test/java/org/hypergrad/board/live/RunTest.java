package org.hypergrad.board.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunTest {
  private static final CurveName LOSS = new CurveName("loss", "each step");

  private final Run run = new Run();
  private final Cursor cursor = new Cursor();

  private Update next(Cursor of) throws InterruptedException {
    return run.since(of, Duration.ZERO);
  }

  private static List<Phase> phases(Update update) {
    return update.phases().stream().map(PhaseChange::phase).toList();
  }

  @Test
  void whoever_comes_first_gets_everything_then_only_what_is_new() throws InterruptedException {
    run.begin("6 parameters");
    run.add(LOSS, 10, 1, 0.5);
    Update first = next(cursor);
    assertThat(first.fresh()).isTrue();
    assertThat(phases(first)).containsExactly(Phase.STARTING);
    assertThat(first.curves()).hasSize(1);

    run.phase(Phase.TRAINING, 1);
    run.add(LOSS, 10, 2, 0.25);
    Update second = next(cursor);
    assertThat(second.fresh()).isFalse();
    assertThat(phases(second)).containsExactly(Phase.TRAINING);
    assertThat(second.curves())
        .singleElement()
        .satisfies(part -> {
          assertThat(part.from()).isEqualTo(1);
          assertThat(part.values()).containsExactly(0.25);
        });
  }

  @Test
  void who_comes_late_gets_the_same_as_who_was_there_all_the_time() throws InterruptedException {
    run.begin("");
    Replay early = new Replay();
    for (int step = 1; step <= 1000; step++) {
      run.add(LOSS, 10, step, step);
      if (step % 7 == 0) {
        early.take(next(cursor));
      }
    }
    early.take(next(cursor));
    Replay late = new Replay();
    late.take(next(new Cursor()));
    assertThat(early.values).isEqualTo(late.values).isNotEmpty();
  }

  /// Puts parts together as the page does.
  private static final class Replay {
    private List<Double> values = List.of();

    void take(Update update) {
      for (CurvePart part : update.curves()) {
        List<Double> all = new ArrayList<>(values.subList(0, part.from()));
        for (double value : part.values()) {
          all.add(value);
        }
        values = all;
      }
    }
  }

  @Test
  void a_slow_browser_skips_states_but_no_phase() throws InterruptedException {
    run.begin("");
    next(cursor);
    for (int epoch = 1; epoch <= 100; epoch++) {
      run.phase(Phase.TRAINING, epoch);
      run.standing(standing(epoch));
      run.phase(Phase.VALIDATING, epoch);
    }
    run.phase(Phase.FINISHED, 100);
    Update late = next(cursor);
    assertThat(late.phases()).hasSize(201);
    assertThat(late.standing().epoch()).isEqualTo(100);
  }

  private static Standing standing(int epoch) {
    return new Standing(epoch, 100, 1, 1, epoch, 1, "samples/s", 1, false, 1, Map.of());
  }

  @Test
  void the_phases_of_a_long_training_take_bounded_room() throws InterruptedException {
    run.begin("");
    for (int epoch = 1; epoch <= 5000; epoch++) {
      run.phase(Phase.TRAINING, epoch);
    }
    Update all = next(cursor);
    assertThat(all.phases()).hasSize(1000);
    assertThat(all.phases().getLast().epoch()).isEqualTo(5000);
    run.phase(Phase.FINISHED, 5000);
    assertThat(phases(next(cursor))).containsExactly(Phase.FINISHED);
  }

  @Test
  void another_training_begins_anew() throws InterruptedException {
    run.begin("first");
    run.add(LOSS, 10, 1, 0.5);
    next(cursor);
    run.begin("second");
    Update update = next(cursor);
    assertThat(update.fresh()).isTrue();
    assertThat(update.about()).isEqualTo("second");
    assertThat(update.curves()).isEmpty();
  }

  @Test
  void when_it_is_closed_nobody_waits_and_the_last_phase_says_why() throws InterruptedException {
    run.begin("");
    run.phase(Phase.FAILED, 1);
    run.close();
    next(cursor);
    Update again = run.since(cursor, Duration.ofHours(1));
    assertThat(again.over()).isTrue();
    Run abandoned = new Run();
    abandoned.close();
    assertThat(phases(abandoned.since(new Cursor(), Duration.ZERO)))
        .containsExactly(Phase.WAITING, Phase.CLOSED);
  }
}
