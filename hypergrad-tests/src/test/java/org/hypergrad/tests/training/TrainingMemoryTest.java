package org.hypergrad.tests.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.hypergrad.DType;
import org.hypergrad.Generator;
import org.hypergrad.Scope;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Linear;
import org.hypergrad.nn.MSELoss;
import org.hypergrad.nn.data.Batch;
import org.hypergrad.nn.data.DataLoader;
import org.hypergrad.nn.data.Dataset;
import org.hypergrad.nn.data.TensorDataset;
import org.hypergrad.nn.optim.SGD;
import org.hypergrad.nn.train.Trainer;
import org.hypergrad.nn.train.Training;
import org.junit.jupiter.api.Test;

/// A training uses its memory again, from the batches to the gradients.
class TrainingMemoryTest {
  private static final int FEATURES = 300;
  private static final int SAMPLES = 12;

  private final Tensor x =
      Tensor.randn(new Generator(1), DType.FLOAT32, Shape.of(SAMPLES, FEATURES));

  private Training train(Dataset data, int epochs) {
    Linear model = new Linear(FEATURES, 2);
    return new Trainer(model, new MSELoss(), new SGD(model.parameters(), 0.01, 0.9))
        .accumulate(2)
        .epochs(epochs)
        .fit(new DataLoader(data, 2));
  }

  @Test
  void later_epochs_need_no_more_than_the_first() {
    Dataset data = new TensorDataset(x, Tensor.zeros(SAMPLES, 2));
    Scope.Usage first = train(data, 1).memory();
    Scope.Usage tenth = train(data, 10).memory();
    assertThat(tenth.peak()).isEqualTo(first.peak());
    assertThat(tenth.free()).isEqualTo(first.free());
    assertThat(tenth.live()).isZero();
    // in each of 60 batches the inputs, and in each of 30 steps the gradient of the weight
    assertThat(tenth.reused()).isGreaterThan((58 + 29) * 2L * FEATURES * Float.BYTES);
  }

  /// Standardizes, and works out by what at the first batch.
  private final class Lazy implements Dataset {
    private final boolean keeps;
    private Tensor scale;

    Lazy(boolean keeps) {
      this.keeps = keeps;
    }

    @Override
    public int size() {
      return SAMPLES;
    }

    @Override
    public Batch batch(int... rows) {
      if (scale == null) {
        scale = x.square().mean(0).sqrt();
        scale = keeps ? Scope.keep(scale) : scale;
      }
      Tensor chosen = x.indexSelect(0, Tensor.of(rows).to(DType.INT64));
      return new Batch(chosen.div(scale), Tensor.zeros(rows.length, 2));
    }
  }

  @Test
  void a_data_set_that_makes_tensors_for_later_in_a_step_has_to_keep_them() {
    assertThatIllegalStateException()
        .isThrownBy(() -> train(new Lazy(false), 1))
        .withMessageContaining("scope 'training'")
        .withMessageContaining("Scope.keep");
    assertThat(train(new Lazy(true), 1).history().last().value("loss")).isFinite();
  }
}
