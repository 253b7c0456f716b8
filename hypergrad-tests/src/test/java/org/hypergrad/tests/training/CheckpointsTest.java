package org.hypergrad.tests.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hypergrad.DType;
import org.hypergrad.Generator;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.CrossEntropyLoss;
import org.hypergrad.nn.Defaults;
import org.hypergrad.nn.data.DataLoader;
import org.hypergrad.nn.data.Synthetic;
import org.hypergrad.nn.format.SafeTensors;
import org.hypergrad.nn.optim.Adam;
import org.hypergrad.nn.optim.ExponentialLR;
import org.hypergrad.nn.optim.SGD;
import org.hypergrad.nn.train.Checkpoint;
import org.hypergrad.nn.train.Checkpoints;
import org.hypergrad.nn.train.MeanAbsoluteError;
import org.hypergrad.nn.train.Trainer;
import org.hypergrad.nn.train.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What lies in a folder of checkpoints, and what is done with what should not be there.
class CheckpointsTest {
  @TempDir private Path folder;

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private SmallTraining trained() {
    SmallTraining small = new SmallTraining().in(folder);
    small.fit();
    return small;
  }

  @Test
  void the_latest_and_the_best_are_kept() throws IOException {
    trained();
    assertThat(files())
        .containsExactly(
            "best.safetensors", "step-000000014.safetensors", "step-000000015.safetensors");
  }

  @Test
  void one_an_epoch_is_written_and_as_many_kept_as_wanted() throws IOException {
    SmallTraining small = new SmallTraining();
    small.trainer.checkpoints(new Checkpoints(folder).keep(3));
    small.fit();
    assertThat(files())
        .containsExactly(
            "best.safetensors",
            "step-000000009.safetensors",
            "step-000000012.safetensors",
            "step-000000015.safetensors");
  }

  @Test
  void the_best_one_rebuilds_the_network() throws IOException {
    SmallTraining small = new SmallTraining().in(folder);
    Training training = small.fit();
    Checkpoint best = new Checkpoints(folder).best().orElseThrow();
    Block network = SmallTraining.network(Integer.parseInt(best.settings().get("hidden")));
    network.loadStateDict(best.model());
    double loss =
        new Trainer(network, new CrossEntropyLoss(), small.optimizer)
            .evaluate(SmallTraining.VALIDATION)
            .value("loss");
    double[] losses = training.history().values("val_loss");
    assertThat(loss).isEqualTo(losses[training.bestEpoch() - 1]);
    assertThat(Arrays.stream(losses).min()).hasValue(loss);
  }

  @Test
  void a_damaged_one_is_passed_over() throws IOException {
    trained();
    Path newest = folder.resolve("step-000000015.safetensors");
    byte[] bytes = Files.readAllBytes(newest);
    Files.write(newest, Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(new Checkpoints(folder).newest().orElseThrow().file())
        .isEqualTo(folder.resolve("step-000000014.safetensors"));
    SmallTraining resumed = new SmallTraining().in(folder);
    assertThat(resumed.fit().history()).isEqualTo(new SmallTraining().fit().history());
    assertThat(Files.readAllBytes(newest)).isEqualTo(bytes);
  }

  @Test
  void a_single_changed_byte_is_noticed() throws IOException {
    trained();
    Path newest = folder.resolve("step-000000015.safetensors");
    byte[] bytes = Files.readAllBytes(newest);
    bytes[bytes.length - 5] ^= 1;
    Files.write(newest, bytes);
    assertThatThrownBy(() -> Checkpoint.read(newest))
        .isInstanceOf(IOException.class)
        .hasMessage(newest + " is damaged: it has changed since it was written");
  }

  @Test
  void where_all_are_damaged_it_begins_at_the_beginning() throws IOException {
    trained();
    for (String file : files()) {
      Files.write(folder.resolve(file), new byte[] {1, 2, 3});
    }
    assertThat(new Checkpoints(folder).newest()).isEmpty();
    assertThat(new SmallTraining().in(folder).fit().history().size()).isEqualTo(5);
  }

  @Test
  void what_a_killed_program_left_is_removed_at_the_next_start() throws IOException {
    Path leftover =
        folder.resolve("step-000000001.safetensors.01234567-89ab-cdef-0123-456789abcdef.tmp");
    Files.write(leftover, new byte[100]);
    trained();
    assertThat(leftover).doesNotExist();
  }

  @Test
  void stopped_before_its_first_step_it_has_no_best_one() throws IOException {
    SmallTraining small = new SmallTraining().in(folder);
    small.trainer.control().stop();
    small.fit();
    assertThat(files()).containsExactly("step-000000000.safetensors");
  }

  @Test
  void cleared_they_are_forgotten() throws IOException {
    trained();
    new Checkpoints(folder).clear();
    assertThat(files()).isEmpty();
    assertThat(new Checkpoints(folder).newest()).isEmpty();
    assertThat(new Checkpoints(folder).best()).isEmpty();
  }

  @Test
  void another_file_of_tensors_is_no_checkpoint() throws IOException {
    Path file = folder.resolve("model.safetensors");
    SafeTensors.of(new SmallTraining().model.stateDict()).write(file);
    assertThatThrownBy(() -> Checkpoint.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage(file + " is not a checkpoint of a training");
  }

  // ---- another training

  /// Starting `small` is refused with these words, and changes nothing in it.
  private static void assertRefused(SmallTraining small, ThrowingCallable fit, String... words) {
    Map<String, ?> before = state(small);
    assertThatThrownBy(fit)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is of another training")
        .hasMessageContainingAll(words);
    assertThat(state(small)).isEqualTo(before);
  }

  private static Map<String, ?> state(SmallTraining small) {
    Map<String, Object> state = new TreeMap<>();
    small.model.stateDict().forEach((name, x) -> state.put(name, Arrays.toString(x.toDoubles())));
    state.put("optimizer", small.optimizer.stateDict().settings());
    state.put("loader", Arrays.toString(small.loader.state()));
    state.put("generator", Arrays.toString(Generator.global().state()));
    return state;
  }

  private void assertRefused(SmallTraining small, String... words) {
    small.in(folder);
    assertRefused(small, small::fit, words);
  }

  @Test
  void another_network_is_refused() {
    trained();
    assertRefused(
        new SmallTraining(9, m -> new SGD(m.parameters(), 0.1, 0.9)), "size mismatch", "0.weight");
  }

  @Test
  void another_type_of_numbers_is_refused() {
    trained();
    SmallTraining small = Defaults.with(DType.FLOAT64, SmallTraining::new);
    assertRefused(small, "0.weight", "float64", "float32");
  }

  @Test
  void another_optimizer_is_refused() {
    trained();
    assertRefused(
        new SmallTraining(8, m -> new Adam(m.parameters())), "optimizer is adam here, but was sgd");
  }

  @Test
  void another_setting_is_refused() {
    trained();
    Map<String, Consumer<SmallTraining>> changes =
        Map.of(
            "scheduler is ExponentialLR here, but was StepLR",
            small -> small.trainer.scheduler(new ExponentialLR(small.optimizer, 0.9)),
            "accumulation is 3 here, but was 2",
            small -> small.trainer.accumulate(3),
            "the metrics are [loss, accuracy, mean_absolute_error] here",
            small -> small.trainer.metric(MeanAbsoluteError::new),
            "the generators are [global, noise] here",
            small -> small.trainer.generator("noise", new Generator(1)));
    changes.forEach((words, change) -> {
      SmallTraining small = new SmallTraining();
      change.accept(small);
      assertRefused(small, words);
    });
  }

  @Test
  void another_data_set_or_batch_size_is_refused() {
    trained();
    SmallTraining small = new SmallTraining().in(folder);
    DataLoader larger =
        new DataLoader(Synthetic.moons(50, 0.1, new Generator(1)), 8).shuffle(new Generator(5));
    assertRefused(small, () -> small.trainer.fit(larger), "50 samples");
    DataLoader coarser = new DataLoader(SmallTraining.DATA, 16).shuffle(new Generator(5));
    assertRefused(small, () -> small.trainer.fit(coarser), "batch_size is 16 here, but was 8");
  }
}
