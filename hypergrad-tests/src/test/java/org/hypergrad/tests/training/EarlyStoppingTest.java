package org.hypergrad.tests.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hypergrad.nn.train.EarlyStopping;
import org.hypergrad.nn.train.Monitor;
import org.hypergrad.nn.train.Training;
import org.hypergrad.nn.train.TrainingListener;
import org.hypergrad.nn.train.TrainingStatus;
import org.junit.jupiter.api.Test;

/// Ending a training that gets no better.
class EarlyStoppingTest {
  private final SmallTraining small = new SmallTraining();
  private final List<float[]> weights = new ArrayList<>();

  /// Trains until it gets no better, and notes the first weights after each epoch.
  private Training fit(EarlyStopping rule) {
    small.trainer.epochs(60).earlyStopping(rule);
    small.trainer.listener(
        new TrainingListener() {
          @Override
          public void epochEnded(Training training) {
            weights.add(weights());
          }
        });
    return small.fit();
  }

  private float[] weights() {
    return small.model.namedParameters().get("0.weight").toFloats();
  }

  @Test
  void it_ends_when_patience_is_exhausted_and_goes_back_to_the_best_epoch() {
    Training training = fit(new EarlyStopping(2).minDelta(0.02));
    assertThat(training.status()).isEqualTo(TrainingStatus.STOPPED_EARLY);
    assertThat(training.history().size()).isEqualTo(training.bestEpoch() + 2).isLessThan(60);
    assertThat(weights()).isEqualTo(weights.get(training.bestEpoch() - 1));
    assertThat(weights()).isNotEqualTo(weights.getLast());
  }

  @Test
  void it_can_keep_the_last_epoch() {
    Training training = fit(new EarlyStopping(2).minDelta(0.02).restoreBest(false));
    assertThat(training.status()).isEqualTo(TrainingStatus.STOPPED_EARLY);
    assertThat(weights()).isEqualTo(weights.getLast());
  }

  @Test
  void it_can_look_at_an_accuracy() {
    small.trainer.monitor(Monitor.highest("accuracy"));
    Training training = fit(new EarlyStopping(3));
    double[] accuracies = training.history().values("accuracy");
    double best = accuracies[training.bestEpoch() - 1];
    assertThat(Arrays.stream(accuracies).max()).hasValue(best);
  }

  @Test
  void when_all_epochs_were_done_the_best_one_counts_too() {
    small.trainer.monitor(Monitor.highest("val_loss")); // the first epochs are the worst
    small.trainer.epochs(4).earlyStopping(new EarlyStopping(10));
    small.trainer.listener(
        new TrainingListener() {
          @Override
          public void epochEnded(Training training) {
            weights.add(weights());
          }
        });
    Training training = small.fit();
    assertThat(training.status()).isEqualTo(TrainingStatus.COMPLETED);
    assertThat(training.bestEpoch()).isLessThan(4);
    assertThat(weights()).isEqualTo(weights.get(training.bestEpoch() - 1));
  }

  @Test
  void patience_must_be_positive() {
    assertThatThrownBy(() -> new EarlyStopping(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EarlyStopping(1).minDelta(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
