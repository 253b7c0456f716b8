package org.hypergrad.nn.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Sequential;
import org.hypergrad.nn.data.Batch;
import org.hypergrad.nn.data.DataLoader;
import org.hypergrad.nn.data.Dataset;
import org.hypergrad.nn.optim.SGD;
import org.junit.jupiter.api.Test;

/// What the user sees while a network is trained.
class ProgressTest {
  private static final Terminal TERMINAL = new Terminal(true, false, true, 80);
  private static final int BATCH_SIZE = 10;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintWriter out = new PrintWriter(bytes, true, StandardCharsets.UTF_8);
  private long millis;

  /// A training of 20 batches an epoch that computes nothing.
  private final Training training =
      new Training(
          new Trainer(new Sequential(), new Sequential(), new SGD(List.of(Tensor.zeros(1)), 0.01))
              .epochs(3),
          new DataLoader(new Zeros(200), BATCH_SIZE));

  private record Zeros(int size) implements Dataset {
    @Override
    public Batch batch(int... rows) {
      return new Batch(Tensor.zeros(rows.length, 1), Tensor.zeros(rows.length, 1));
    }
  }

  private Progress progress(Terminal terminal) {
    return new Progress(out, terminal, () -> millis * 1_000_000);
  }

  private String printed() {
    String text = bytes.toString(StandardCharsets.UTF_8);
    bytes.reset();
    return text;
  }

  /// The line as it stands on the terminal, after all that was drawn over it.
  private String shown() {
    String text = printed();
    return text.substring(text.lastIndexOf('\r') + 1).stripTrailing();
  }

  private void epoch(Progress progress) {
    training.epochBegins();
    progress.epochStarted(training);
  }

  private void batches(Progress progress, int number, long millisEach, double loss) {
    for (int i = 0; i < number; i++) {
      millis += millisEach;
      training.batchEnded(
          loss,
          Tensor.zeros(BATCH_SIZE, 1),
          training.loader().dataset().batch(new int[BATCH_SIZE]));
      progress.batchEnded(training);
    }
  }

  private void endEpoch(Progress progress, Map<String, Double> values) {
    training.epochEnded(new EpochRecord(training.epoch(), values));
    progress.epochEnded(training);
  }

  @Test
  void a_line_shows_the_bar_the_speed_the_rest_and_the_loss() {
    Progress progress = progress(TERMINAL);
    epoch(progress);
    batches(progress, 5, 200, 0.5);
    assertThat(shown())
        .isEqualTo(
            "epoch 1/3 ███████░░░░░░░░░░░░░░░░░░░░░░░ 5/20 50 samples/s eta 0:03 loss 0.5000");
  }

  @Test
  void the_line_is_drawn_again_at_most_ten_times_a_second() {
    Progress progress = progress(TERMINAL);
    for (int i = 0; i < 3; i++) {
      epoch(progress);
      batches(progress, 20, 17, 0.5);
      endEpoch(progress, Map.of("loss", 0.5));
    }
    int redraws = printed().split("\r", -1).length - 1;
    assertThat(millis).isEqualTo(1020);
    assertThat(redraws).isBetween(3, 10 + 3 + 3); // each epoch also has its first and its last line
  }

  @Test
  void a_finished_epoch_keeps_its_line() {
    Progress progress = progress(TERMINAL);
    epoch(progress);
    batches(progress, 20, 100, 0.25);
    endEpoch(progress, Map.of("loss", 0.25));
    assertThat(shown()).isEqualTo("epoch 1/3 loss 0.2500 (2.0 s)");
    assertThat(printed()).isEmpty();
  }

  @Test
  void a_shorter_line_covers_a_longer_one() {
    Progress progress = progress(TERMINAL);
    epoch(progress);
    batches(progress, 1, 100, 123456);
    String longer = printed();
    endEpoch(progress, Map.of("loss", 0.5));
    String shorter = printed().replace(System.lineSeparator(), "");
    assertThat(shorter).startsWith("\repoch 1/3 loss 0.5000 (0.1 s)  ").hasSameSizeAs(longer);
  }

  @Test
  void a_narrow_terminal_gets_a_shorter_bar_then_none_then_a_cut_line() {
    Progress narrow = progress(new Terminal(true, false, true, 70));
    epoch(narrow);
    batches(narrow, 10, 100, 0.5);
    assertThat(shown()).hasSizeLessThan(70).contains("█").contains("░").endsWith("loss 0.5000");
    Progress narrower = progress(new Terminal(true, false, true, 56));
    epoch(narrower);
    batches(narrower, 10, 100, 0.5);
    assertThat(shown()).hasSizeLessThan(56).doesNotContain("█").endsWith("loss 0.5000");
    Progress tiny = progress(new Terminal(true, false, true, 20));
    epoch(tiny);
    batches(tiny, 10, 100, 0.5);
    assertThat(shown()).isEqualTo("epoch 3/3 10/20 100");
  }

  @Test
  void a_console_of_ascii_gets_a_bar_of_ascii() {
    Progress progress = progress(new Terminal(true, false, false, 80));
    epoch(progress);
    batches(progress, 10, 100, 0.5);
    assertThat(shown())
        .startsWith("epoch 1/3 ##############.............. 10/20")
        .matches("\\p{ASCII}+");
  }

  @Test
  void colour_is_there_only_where_it_is_wanted() {
    Progress plain = progress(TERMINAL);
    epoch(plain);
    batches(plain, 10, 100, 0.5);
    assertThat(printed()).doesNotContain("\u001b");
    Progress coloured = progress(new Terminal(true, true, true, 80));
    epoch(coloured);
    batches(coloured, 10, 100, 0.5);
    assertThat(printed()).contains("\u001b[32m███").contains("░\u001b[0m 10/20");
  }

  @Test
  void a_file_gets_one_line_an_epoch_and_nothing_else() {
    Progress progress = progress(new Terminal(false, false, true, 80));
    for (int i = 0; i < 2; i++) {
      epoch(progress);
      batches(progress, 20, 100, 0.5);
      endEpoch(progress, Map.of("loss", 0.0005));
    }
    training.ended(TrainingStatus.COMPLETED);
    progress.trainingEnded(training);
    assertThat(printed().lines())
        .containsExactly("epoch 1/3 loss 5.00e-04 (2.0 s)", "epoch 2/3 loss 5.00e-04 (2.0 s)");
  }

  @Test
  void an_interrupted_line_is_ended_and_the_reason_told() {
    Progress progress = progress(TERMINAL);
    epoch(progress);
    batches(progress, 2, 100, 0.5);
    training.ended(TrainingStatus.STOPPED);
    progress.trainingEnded(training);
    assertThat(printed())
        .endsWith(
            "loss 0.5000"
                + System.lineSeparator()
                + "Stopped in epoch 1."
                + System.lineSeparator());
  }

  @Test
  void early_stopping_names_the_best_epoch() {
    Progress progress = progress(new Terminal(false, false, true, 80));
    for (double loss : new double[] {0.5, 0.25, 0.75}) {
      epoch(progress);
      endEpoch(progress, Map.of("loss", loss));
    }
    training.ended(TrainingStatus.STOPPED_EARLY);
    progress.trainingEnded(training);
    assertThat(printed().lines().toList().getLast())
        .isEqualTo("No gain since epoch 2 (loss 0.2500): stopped.");
  }

  @Test
  void after_a_checkpoint_within_an_epoch_only_new_samples_count_for_the_speed() {
    training.epochBegins();
    Progress progress = progress(TERMINAL);
    batches(new Progress(out, new Terminal(false, false, true, 80), () -> millis), 10, 0, 0.5);
    progress.epochStarted(training);
    batches(progress, 5, 200, 0.5);
    assertThat(shown()).contains("15/20 50 samples/s eta 0:01");
  }
}
