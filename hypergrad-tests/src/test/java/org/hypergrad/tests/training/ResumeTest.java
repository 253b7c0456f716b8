package org.hypergrad.tests.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.nn.optim.ReduceLROnPlateau.FACTOR;
import static org.hypergrad.nn.optim.ReduceLROnPlateau.PATIENCE;
import static org.hypergrad.nn.optim.ReduceLROnPlateau.THRESHOLD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hypergrad.nn.optim.AdamW;
import org.hypergrad.nn.optim.ReduceLROnPlateau;
import org.hypergrad.nn.train.Checkpoints;
import org.hypergrad.nn.train.EarlyStopping;
import org.hypergrad.nn.train.Training;
import org.hypergrad.nn.train.TrainingListener;
import org.hypergrad.nn.train.TrainingStatus;
import org.hypergrad.spi.Attributes;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A training that is interrupted and goes on ends, to the bit, where an uninterrupted one ends.
/// Their last checkpoints are compared byte for byte: everything is in there.
class ResumeTest {
  @TempDir private Path temporary;

  /// The program ends here.
  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /// Calls `action` after a step, before its checkpoint is written.
  private record AfterStep(long step, Consumer<Training> action) implements TrainingListener {
    @Override
    public void batchEnded(Training training) {
      if (training.step() == step) {
        action.accept(training);
      }
    }
  }

  private static byte[] lastCheckpoint(Path folder) throws IOException {
    return Files.readAllBytes(new Checkpoints(folder).newest().orElseThrow().file());
  }

  static Stream<Named<UnaryOperator<SmallTraining>>> trainings() {
    return Stream.of(
        Named.of("SGD with a schedule", small -> small),
        Named.of(
            "early stopping",
            small -> {
              small.trainer.earlyStopping(new EarlyStopping(1).minDelta(0.05));
              return small;
            }),
        Named.of(
            "no accumulation",
            small -> {
              small.trainer.accumulate(1).clipGradNorm(0.1);
              return small;
            }));
  }

  @ParameterizedTest
  @MethodSource("trainings")
  void after_a_crash_at_any_step_it_ends_the_same(UnaryOperator<SmallTraining> settings)
      throws IOException {
    Path whole = temporary.resolve("whole");
    SmallTraining uninterrupted = settings.apply(new SmallTraining().in(whole));
    Training expected = uninterrupted.fit();
    for (long step = 1; step <= expected.step(); step++) {
      Path folder = temporary.resolve("crashed-" + step);
      SmallTraining crashing = settings.apply(new SmallTraining().in(folder));
      crashing.trainer.listener(
          new AfterStep(
              step,
              _ -> {
                throw new Crash();
              }));
      assertThatThrownBy(crashing::fit).isInstanceOf(Crash.class);

      SmallTraining resumed = settings.apply(new SmallTraining().in(folder));
      Training actual = resumed.fit();
      assertThat(actual.history()).as("crash at step %s", step).isEqualTo(expected.history());
      assertThat(actual.status()).isEqualTo(expected.status());
      assertThat(lastCheckpoint(folder)).as("step %s", step).isEqualTo(lastCheckpoint(whole));
      assertSameParameters(resumed, uninterrupted);
    }
  }

  private static void assertSameParameters(SmallTraining actual, SmallTraining expected) {
    expected
        .model
        .stateDict()
        .forEach((name, tensor) ->
            assertThat(actual.model.stateDict().get(name).toFloats())
                .as(name)
                .isEqualTo(tensor.toFloats()));
  }

  @Test
  void stopped_at_any_step_it_goes_on_with_the_next() throws IOException {
    Path whole = temporary.resolve("whole");
    Training expected = new SmallTraining().in(whole).fit();
    Path folder = temporary.resolve("stopped");
    int starts = 0;
    Training training;
    do {
      SmallTraining small = new SmallTraining().in(folder);
      small.trainer.listener(
          new TrainingListener() {
            @Override
            public void batchEnded(Training training) {
              training.control().stop();
            }
          });
      training = small.fit();
      starts++;
    } while (training.status() == TrainingStatus.STOPPED);
    assertThat(training.status()).isEqualTo(TrainingStatus.COMPLETED);
    assertThat(starts).isEqualTo((int) expected.step());
    assertThat(training.history()).isEqualTo(expected.history());
    assertThat(lastCheckpoint(folder)).isEqualTo(lastCheckpoint(whole));
  }

  private static SmallTraining plateau(Path folder) {
    SmallTraining small =
        new SmallTraining(8, model -> new AdamW(model.parameters(), 0.05)).in(folder);
    small.trainer.scheduler(
        new ReduceLROnPlateau(
            small.optimizer, Attributes.of(PATIENCE, 0, FACTOR, 0.5).with(THRESHOLD, 0.2)));
    return small;
  }

  @Test
  void adam_and_a_plateau_go_on_too() throws IOException {
    Path whole = temporary.resolve("whole");
    Path folder = temporary.resolve("crashed");
    Training expected = plateau(whole).fit();
    for (int i = 0; i < 4; i++) {
      long step = 3 + 4 * i;
      SmallTraining small = plateau(folder);
      small.trainer.listener(
          new AfterStep(
              step,
              _ -> {
                throw new Crash();
              }));
      assertThatThrownBy(small::fit).isInstanceOf(Crash.class);
    }
    assertThat(plateau(folder).fit().history()).isEqualTo(expected.history());
    assertThat(lastCheckpoint(folder)).isEqualTo(lastCheckpoint(whole));
  }

  @Test
  void a_finished_training_does_nothing_when_it_is_started_again() throws IOException {
    Training first = new SmallTraining().in(temporary).fit();
    byte[] before = lastCheckpoint(temporary);
    SmallTraining again = new SmallTraining().in(temporary);
    Training second = again.fit();
    assertThat(second.status()).isEqualTo(TrainingStatus.COMPLETED);
    assertThat(second.history()).isEqualTo(first.history());
    assertThat(lastCheckpoint(temporary)).isEqualTo(before);
  }

  @Test
  void a_finished_training_goes_on_when_it_is_given_more_epochs() throws IOException {
    SmallTraining longer = new SmallTraining();
    longer.trainer.epochs(7);
    Training expected = longer.fit();
    new SmallTraining().in(temporary).fit();
    SmallTraining continued = new SmallTraining().in(temporary);
    continued.trainer.epochs(7);
    assertThat(continued.fit().history()).isEqualTo(expected.history());
    assertSameParameters(continued, longer);
  }
}
