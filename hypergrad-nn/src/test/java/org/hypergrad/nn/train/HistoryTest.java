package org.hypergrad.nn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The history of a training, and which of its epochs is the best.
class HistoryTest {
  private static History of(String name, double... values) {
    History history = History.EMPTY;
    for (double value : values) {
      history = history.with(new EpochRecord(history.size() + 1, Map.of(name, value)));
    }
    return history;
  }

  @Test
  void csv_gives_the_same_history_again_to_the_bit() {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("loss", 0.1 + 0.2);
    values.put("val_loss", Double.MIN_VALUE);
    values.put("accuracy", Double.NaN);
    values.put("lr", 1e-300 / 3);
    History history =
        History.EMPTY.with(new EpochRecord(1, values)).with(new EpochRecord(2, values));
    assertThat(History.ofCsv(history.toCsv())).isEqualTo(history);
    assertThat(history.toCsv())
        .startsWith("epoch,loss,val_loss,accuracy,lr\n1,0.30000000000000004,");
    assertThat(History.ofCsv(History.EMPTY.toCsv())).isEqualTo(History.EMPTY);
  }

  @Test
  void what_is_not_a_history_is_refused() {
    assertThatThrownBy(() -> History.ofCsv("loss\n1")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> History.ofCsv("epoch,loss\n1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 cells, but there are 2");
  }

  @Test
  void a_curve_is_the_values_of_one_name() {
    assertThat(of("loss", 3, 2, 1).values("loss")).containsExactly(3, 2, 1);
    assertThatThrownBy(() -> of("loss", 1).values("acc"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("The history has no 'acc'. It has [loss].");
  }

  @Test
  void the_file_is_complete(@TempDir Path folder) throws IOException {
    History history = of("loss", 2, 1);
    Path file = folder.resolve("history.csv");
    history.writeCsv(file);
    assertThat(file).content().isEqualTo("epoch,loss\n1,2.0\n2,1.0\n");
    assertThat(Files.list(folder)).containsExactly(file);
  }

  @Test
  void the_best_epoch_is_the_first_of_the_lowest() {
    assertThat(Best.of(of("loss", 3, 1, 2, 1, 5), Monitor.lowest("loss"), 0))
        .isEqualTo(new Best(2, 1, 3));
  }

  @Test
  void the_best_epoch_can_be_the_highest() {
    assertThat(Best.of(of("accuracy", 0.5, 0.7, 0.6), Monitor.highest("accuracy"), 0))
        .isEqualTo(new Best(2, 0.7, 1));
  }

  @Test
  void a_gain_below_the_minimum_does_not_count() {
    assertThat(Best.of(of("loss", 1, 0.95, 0.91, 0.85), Monitor.lowest("loss"), 0.1))
        .isEqualTo(new Best(4, 0.85, 0));
  }

  @Test
  void nan_is_never_better_and_anything_is_better_than_nan() {
    assertThat(Best.of(of("loss", Double.NaN, 5, Double.NaN), Monitor.lowest("loss"), 0))
        .isEqualTo(new Best(2, 5, 1));
  }

  @Test
  void without_epochs_none_is_the_best() {
    assertThat(Best.of(History.EMPTY, Monitor.lowest("loss"), 0).epoch()).isZero();
  }
}
