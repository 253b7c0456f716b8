package org.hypergrad.tests.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Linear;
import org.hypergrad.nn.Sequential;
import org.hypergrad.nn.data.Dataset;
import org.hypergrad.nn.data.Iris;
import org.hypergrad.nn.data.Standardize;
import org.hypergrad.nn.data.TensorDataset;
import org.junit.jupiter.api.Test;

class StandardizeTest {
  private static Dataset dataset(Tensor inputs) {
    return new TensorDataset(inputs, Tensor.zeros(inputs.size(0)));
  }

  @Test
  void irises_become_what_scikit_learn_makes_of_them() {
    Dataset iris = Iris.load();
    Standardize standardize = Standardize.fit(iris);
    Dataset standardized = iris.map(batch -> batch.mapInputs(standardize));
    Tensor rows = standardized.batch(0, 149).inputs();
    assertThatTensor(rows).hasDType(DType.FLOAT32).hasShape(2, 4);
    // StandardScaler().fit_transform(X)[[0, 149]]
    assertThat(rows.toDoubles())
        .containsExactly(
            new double[] {
              -0.90068117, 1.01900435, -1.34022653, -1.3154443,
              0.06866179, -0.13197948, 0.76275827, 0.79067065
            },
            within(1e-6));
  }

  @Test
  void other_parts_are_changed_by_the_numbers_of_the_part_it_was_fitted_on() {
    Dataset all = dataset(Tensor.of(new double[][] {{0}, {4}, {100}}));
    Standardize standardize = Standardize.fit(all.subset(0, 1));
    assertThat(standardize.apply(all.batch(0, 1, 2).inputs()).toDoubles())
        .containsExactly(-1, 1, 49);
  }

  @Test
  void more_samples_than_fit_into_a_batch_are_summed() {
    double[][] rows = new double[5000][2];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = i;
      rows[i][1] = i % 2 == 0 ? 1e6 - 1 : 1e6 + 1;
    }
    Standardize standardize = Standardize.fit(dataset(Tensor.of(rows)));
    Tensor mean = standardize.namedBuffers().get("mean");
    Tensor std = standardize.namedBuffers().get("std");
    assertThat(mean.toDoubles()).containsExactly(2499.5, 1e6);
    assertThat(std.toDoubles())
        .containsExactly(new double[] {Math.sqrt((5000.0 * 5000 - 1) / 12), 1}, within(1e-9));
  }

  @Test
  void a_constant_feature_becomes_0() {
    float[][] rows = new float[1000][2];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new float[] {0.1f, 7e5f};
    }
    Tensor inputs = Tensor.of(rows);
    Standardize standardize = Standardize.fit(dataset(inputs));
    assertThatTensor(standardize.namedBuffers().get("std")).hasValues(1, 1);
    assertThat(standardize.apply(inputs).abs().max().item()).isZero();
  }

  @Test
  void samples_of_any_shape_and_of_whole_numbers_are_standardized() {
    Tensor images = Tensor.of(Shape.of(2, 1, 2), new byte[] {0, 10, (byte) 200, 30});
    Standardize standardize = Standardize.fit(dataset(images));
    Tensor result = standardize.apply(images);
    assertThatTensor(result).hasDType(DType.FLOAT32).hasShape(2, 1, 2).hasValues(-1, -1, 1, 1);
  }

  @Test
  void its_numbers_are_saved_with_the_network() {
    Sequential trained = new Sequential(Standardize.fit(Iris.load()), new Linear(4, 3));
    Sequential fresh = new Sequential(new Standardize(Shape.of(4)), new Linear(4, 3));
    assertThat(trained.stateDict()).containsOnlyKeys("0.mean", "0.std", "1.weight", "1.bias");
    assertThat(trained.namedParameters()).containsOnlyKeys("1.weight", "1.bias");
    fresh.loadStateDict(trained.stateDict());
    Tensor x = Iris.load().batch(0, 70, 140).inputs();
    assertThat(fresh.apply(x).toFloats()).containsExactly(trained.apply(x).toFloats());
  }

  @Test
  void what_makes_no_sense_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Standardize.fit(dataset(Tensor.zeros(0, 2))))
        .withMessageContaining("without samples");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Standardize(Tensor.zeros(2), Tensor.ones(3)))
        .withMessageContaining("[2]")
        .withMessageContaining("[3]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Standardize(Tensor.of(1L), Tensor.of(1L)))
        .withMessageContaining("int64");
  }
}
