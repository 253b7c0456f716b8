package org.hypergrad.tests.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import org.assertj.core.data.Offset;
import org.hypergrad.DType;
import org.hypergrad.Generator;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.CrossEntropyLoss;
import org.hypergrad.nn.Defaults;
import org.hypergrad.nn.Linear;
import org.hypergrad.nn.Sequential;
import org.hypergrad.nn.Tanh;
import org.hypergrad.nn.data.DataLoader;
import org.hypergrad.nn.data.Dataset;
import org.hypergrad.nn.data.Synthetic;
import org.hypergrad.nn.optim.SGD;
import org.hypergrad.nn.train.Trainer;
import org.hypergrad.nn.train.Training;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Several small batches to a step are one larger batch.
class AccumulationTest {
  private static final Dataset DATA = Synthetic.moons(46, 0.1, new Generator(1), DType.FLOAT64);

  private final Block model = network();
  private final Block other = network();

  private static Block network() {
    return Defaults.with(
        DType.FLOAT64,
        new Generator(2),
        () -> new Sequential(new Linear(2, 6), new Tanh(), new Linear(6, 2)));
  }

  private static Training train(Block model, int batchSize, int accumulation, double maxNorm) {
    return new Trainer(model, new CrossEntropyLoss(), new SGD(model.parameters(), 0.5, 0.9))
        .epochs(3)
        .accumulate(accumulation)
        .clipGradNorm(maxNorm)
        .fit(new DataLoader(DATA, batchSize).shuffle(new Generator(3)));
  }

  /// 46 samples: the last batch has fewer than the others, the last step fewer batches.
  @ParameterizedTest
  @CsvSource({"4, 3, 1000", "5, 2, 1000", "1, 46, 1000", "20, 5, 1000", "4, 3, 0.01"})
  void it_equals_the_larger_batch(int batchSize, int accumulation, double maxNorm) {
    Training small = train(model, batchSize, accumulation, maxNorm);
    Training large = train(other, batchSize * accumulation, 1, maxNorm);
    assertThat(small.step()).isEqualTo(large.step());
    other
        .namedParameters()
        .forEach((name, parameter) ->
            assertThatTensor(model.namedParameters().get(name))
                .as(name)
                .hasValues(Offset.offset(1e-12), parameter.toDoubles()));
    assertThat(small.history().values("loss"))
        .containsExactly(large.history().values("loss"), Offset.offset(1e-12));
  }
}
