package org.hypergrad.tests.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.hypergrad.DType;
import org.hypergrad.Generator;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.CrossEntropyLoss;
import org.hypergrad.nn.Defaults;
import org.hypergrad.nn.Linear;
import org.hypergrad.nn.MSELoss;
import org.hypergrad.nn.data.Batch;
import org.hypergrad.nn.data.DataLoader;
import org.hypergrad.nn.data.Synthetic;
import org.hypergrad.nn.data.TensorDataset;
import org.hypergrad.nn.optim.GradientClipping;
import org.hypergrad.nn.optim.SGD;
import org.hypergrad.nn.train.Accuracy;
import org.hypergrad.nn.train.ConfusionMatrix;
import org.hypergrad.nn.train.CsvHistory;
import org.hypergrad.nn.train.Evaluation;
import org.hypergrad.nn.train.History;
import org.hypergrad.nn.train.Monitor;
import org.hypergrad.nn.train.Trainer;
import org.hypergrad.nn.train.Training;
import org.hypergrad.nn.train.TrainingListener;
import org.hypergrad.nn.train.TrainingStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The loop: what it learns, whom it tells, how it ends.
class TrainerTest {
  @Test
  void a_line_is_learned() {
    Tensor x = Tensor.linspace(DType.FLOAT64, -1, 1, 20).reshape(20, 1);
    Block line = Defaults.with(DType.FLOAT64, new Generator(1), () -> new Linear(1, 1));
    Training training =
        new Trainer(line, new MSELoss(), new SGD(line.parameters(), 0.5))
            .epochs(100)
            .fit(new DataLoader(new TensorDataset(x, x.mul(3).add(1)), 20));
    assertThat(training.history().last().value("loss")).isLessThan(1e-12);
    assertThat(line.namedParameters().get("weight").item()).isEqualTo(3, Offset.offset(1e-6));
    assertThat(line.namedParameters().get("bias").item()).isEqualTo(1, Offset.offset(1e-6));
  }

  /// Large enough for the memory of a step to be used again in the next one.
  @Test
  void it_is_the_loop_that_one_writes_by_hand() {
    TensorDataset data = Synthetic.moons(300, 0.1, new Generator(1));
    Block model = Defaults.with(new Generator(2), () -> SmallTraining.network(64));
    Block other = Defaults.with(new Generator(2), () -> SmallTraining.network(64));

    Generator.global().seed(3);
    new Trainer(model, new CrossEntropyLoss(), new SGD(model.parameters(), 0.5, 0.9))
        .epochs(4)
        .clipGradNorm(0.1)
        .fit(new DataLoader(data, 64).shuffle(new Generator(4)));

    Generator.global().seed(3);
    SGD optimizer = new SGD(other.parameters(), 0.5, 0.9);
    DataLoader loader = new DataLoader(data, 64).shuffle(new Generator(4));
    for (int epoch = 0; epoch < 4; epoch++) {
      for (Batch batch : loader) {
        optimizer.zeroGrad();
        new CrossEntropyLoss().apply(other.apply(batch.inputs()), batch.targets()).backward();
        GradientClipping.clipGradNorm_(other.parameters(), 0.1);
        optimizer.step();
      }
    }
    other
        .stateDict()
        .forEach((name, tensor) ->
            assertThat(model.stateDict().get(name).toFloats()).isEqualTo(tensor.toFloats()));
  }

  @Test
  void the_same_seeds_give_the_same_history_and_others_another() {
    History first = new SmallTraining().fit().history();
    assertThat(new SmallTraining().fit().history()).isEqualTo(first);
    SmallTraining other = new SmallTraining();
    Generator.global().seed(99);
    assertThat(other.fit().history()).isNotEqualTo(first);
  }

  @Test
  void an_epoch_is_recorded_with_what_was_measured() {
    Training training = new SmallTraining().fit();
    assertThat(training.status()).isEqualTo(TrainingStatus.COMPLETED);
    assertThat(training.history().size()).isEqualTo(5);
    assertThat(training.history().last().values().keySet())
        .containsExactly("loss", "accuracy", "val_loss", "val_accuracy", "lr");
    assertThat(training.history().values("lr")).containsExactly(0.1, 0.1, 0.05, 0.05, 0.025);
    assertThat(training.step()).isEqualTo(5 * SmallTraining.STEPS_PER_EPOCH);
    double[] losses = training.history().values("val_loss");
    assertThat(losses[4]).isLessThan(losses[0]);
  }

  @Test
  void the_history_is_in_a_file_after_every_epoch(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("history.csv");
    SmallTraining small = new SmallTraining();
    small.trainer.listener(new CsvHistory(file));
    Training training = small.fit();
    assertThat(History.ofCsv(Files.readString(file))).isEqualTo(training.history());
  }

  @Test
  void listeners_are_told_in_order() {
    List<String> told = new ArrayList<>();
    SmallTraining small = new SmallTraining();
    small
        .trainer
        .epochs(1)
        .listener(
            new TrainingListener() {
              @Override
              public void trainingStarted(Training training) {
                told.add("training started, epoch " + training.epoch());
              }

              @Override
              public void epochStarted(Training training) {
                told.add("epoch " + training.epoch() + " started");
              }

              @Override
              public void batchEnded(Training training) {
                told.add(
                    "batch "
                        + training.batch()
                        + "/"
                        + training.batches()
                        + ", step "
                        + training.step()
                        + ", samples "
                        + training.samples());
              }

              @Override
              public void epochEnded(Training training) {
                told.add("epoch ended, " + training.history().size() + " in all");
              }

              @Override
              public void trainingEnded(Training training) {
                told.add("training ended: " + training.status());
              }
            });
    small.fit();
    assertThat(told)
        .containsExactly(
            "training started, epoch 0",
            "epoch 1 started",
            "batch 1/6, step 0, samples 8",
            "batch 2/6, step 1, samples 16",
            "batch 3/6, step 1, samples 24",
            "batch 4/6, step 2, samples 32",
            "batch 5/6, step 2, samples 40",
            "batch 6/6, step 3, samples 45",
            "epoch ended, 1 in all",
            "training ended: COMPLETED");
  }

  @Test
  void every_block_is_put_back_into_the_mode_it_had() {
    SmallTraining small = new SmallTraining();
    Block frozen = small.model.children().get("2");
    frozen.eval();
    List<Boolean> seen = new ArrayList<>();
    small.trainer.listener(
        new TrainingListener() {
          @Override
          public void batchEnded(Training training) {
            seen.add(small.model.isTraining() && !frozen.isTraining());
          }
        });
    small.fit();
    assertThat(seen).containsOnly(true);
    assertThat(small.model.isTraining()).isTrue();
    assertThat(frozen.isTraining()).isFalse();
    small.trainer.evaluate(SmallTraining.VALIDATION);
    assertThat(small.model.isTraining()).isTrue();
    assertThat(frozen.isTraining()).isFalse();
    small.model.eval();
    small.fit();
    assertThat(small.model.namedBlocks().values()).noneMatch(Block::isTraining);
  }

  @Test
  void evaluating_uses_no_dropout_records_nothing_and_does_not_depend_on_the_batches() {
    SmallTraining small = new SmallTraining();
    Evaluation whole = small.trainer.evaluate(SmallTraining.VALIDATION);
    Evaluation single = small.trainer.evaluationBatchSize(1).evaluate(SmallTraining.VALIDATION);
    assertThat(single.value("loss")).isEqualTo(whole.value("loss"), Offset.offset(1e-6));
    assertThat(single.value("accuracy")).isEqualTo(whole.value("accuracy"));
    assertThat(whole.samples()).isEqualTo(20);
    assertThat(whole.toString()).matches("loss 0\\.\\d{4}, accuracy 0\\.\\d{4}");
    assertThat(small.model.parameters()).allMatch(parameter -> parameter.grad() == null);
  }

  @Test
  void a_confusion_matrix_is_measured_along() {
    SmallTraining small = new SmallTraining();
    small.trainer.metric(() -> new ConfusionMatrix(List.of("upper", "lower")));
    ConfusionMatrix matrix =
        small.trainer.evaluate(SmallTraining.VALIDATION).metric(ConfusionMatrix.class);
    assertThat(matrix.count(0, 0) + matrix.count(0, 1)).isEqualTo(10);
  }

  @Test
  void a_stopped_training_ends_after_its_step_and_can_be_started_anew() {
    SmallTraining small = new SmallTraining();
    TrainingListener stop =
        new TrainingListener() {
          @Override
          public void batchEnded(Training training) {
            if (training.step() == 4) {
              training.control().stop();
            }
          }
        };
    Training stopped = small.trainer.listener(stop).fit(small.loader);
    assertThat(stopped.status()).isEqualTo(TrainingStatus.STOPPED);
    assertThat(stopped.step()).isEqualTo(4);
    assertThat(stopped.history().size()).isEqualTo(1);
    assertThat(stopped.epoch()).isEqualTo(2);
    assertThat(small.trainer.epochs(1).fit(small.loader).status())
        .isEqualTo(TrainingStatus.COMPLETED);
  }

  @Test
  @Timeout(60)
  void a_paused_training_goes_on_when_another_thread_resumes_it() throws Exception {
    SmallTraining small = new SmallTraining();
    History expected = new SmallTraining().fit().history();
    Generator.global().seed(3);
    Thread trains = Thread.currentThread();
    small.trainer.control().pause();
    Thread resumes =
        Thread.ofPlatform()
            .start(() -> {
              while (trains.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
              }
              small.trainer.control().resume();
            });
    Training training = small.fit();
    resumes.join();
    assertThat(training.history()).isEqualTo(expected);
  }

  @Test
  void an_interrupt_stops_the_training() {
    Thread.currentThread().interrupt();
    Training training = new SmallTraining().fit();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(training.status()).isEqualTo(TrainingStatus.STOPPED);
    assertThat(training.step()).isZero();
  }

  @Test
  void a_loss_that_is_no_number_ends_the_training_before_the_step() {
    Tensor inputs = Tensor.ones(4, 2);
    inputs.get(2, 0).fill_(Double.NaN);
    Block model = Defaults.with(new Generator(1), () -> new Linear(2, 2));
    float[] before = model.namedParameters().get("weight").toFloats();
    List<TrainingStatus> ended = new ArrayList<>();
    Trainer trainer =
        new Trainer(model, new CrossEntropyLoss(), new SGD(model.parameters(), 0.1))
            .listener(
                new TrainingListener() {
                  @Override
                  public void trainingEnded(Training training) {
                    ended.add(training.status());
                  }
                });
    TensorDataset data = new TensorDataset(inputs, Tensor.zeros(DType.INT64, Shape.of(4)));
    assertThatThrownBy(() -> trainer.fit(new DataLoader(data, 4)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageStartingWith(
            "The loss became NaN in epoch 1, batch 1, at a learning rate of 0.1.")
        .hasMessageContaining("smaller learning rate");
    assertThat(model.namedParameters().get("weight").toFloats()).isEqualTo(before);
    assertThat(ended).containsExactly(TrainingStatus.FAILED);
  }

  @Test
  void settings_that_make_no_sense_are_refused() {
    SmallTraining small = new SmallTraining();
    assertThatThrownBy(() -> small.trainer.epochs(0)).hasMessageContaining("must be positive");
    assertThatThrownBy(() -> small.trainer.accumulate(0)).hasMessageContaining("must be positive");
    assertThatThrownBy(() -> small.trainer.metric(Accuracy::new))
        .hasMessage("There is a metric 'accuracy' already.");
    small.trainer.monitor(Monitor.highest("val_f1"));
    assertThatThrownBy(small::fit)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("val_f1", "val_accuracy");
    DataLoader empty = new DataLoader(SmallTraining.DATA, 50).dropLast(true);
    Block network = SmallTraining.network(4);
    Block elsewhere = SmallTraining.network(4);
    Trainer astray =
        new Trainer(network, new CrossEntropyLoss(), new SGD(elsewhere.parameters(), 0.1));
    assertThatThrownBy(() -> astray.fit(new DataLoader(SmallTraining.DATA, 8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Give it model.parameters()");
    assertThatThrownBy(() -> new SmallTraining().trainer.fit(empty))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("45 samples, in batches of 50");
  }
}
