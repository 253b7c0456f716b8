package org.hypergrad.tests.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.util.Arrays;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.nn.data.Digits;
import org.hypergrad.nn.data.Iris;
import org.hypergrad.nn.data.TensorDataset;
import org.junit.jupiter.api.Test;

/// The data that come with the library are those that everybody knows.
class BundledDataTest {
  private static int[] counts(Tensor targets, int classes) {
    int[] counts = new int[classes];
    Arrays.stream(targets.toLongs()).forEach(target -> counts[(int) target]++);
    return counts;
  }

  @Test
  void digits_are_those_of_scikit_learn() {
    TensorDataset digits = Digits.load();
    assertThatTensor(digits.inputs()).hasDType(DType.FLOAT32).hasShape(1797, 64);
    assertThatTensor(digits.targets()).hasDType(DType.INT64).hasShape(1797);
    assertThat(digits.inputs().to(DType.FLOAT64).sum().item()).isEqualTo(561_718);
    assertThat(digits.inputs().max().item()).isEqualTo(16);
    assertThat(digits.batch(0).inputs().narrow(1, 0, 8).toFloats())
        .containsExactly(0, 0, 5, 13, 9, 1, 0, 0);
    assertThat(counts(digits.targets(), 10))
        .containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
    assertThat(digits.info().image()).contains(Shape.of(8, 8));
    assertThat(digits.info().classes()).hasSize(10).startsWith("0").endsWith("9");
  }

  @Test
  void irises_are_fishers() {
    TensorDataset iris = Iris.load();
    assertThatTensor(iris.inputs()).hasDType(DType.FLOAT32).hasShape(150, 4);
    assertThatTensor(iris.targets()).hasDType(DType.INT64).hasShape(150);
    assertThat(iris.inputs().to(DType.FLOAT64).mean(0).toDoubles())
        .containsExactly(new double[] {5.843333, 3.057333, 3.758, 1.199333}, within(1e-6));
    assertThat(counts(iris.targets(), 3)).containsExactly(50, 50, 50);
    assertThat(iris.info().features())
        .containsExactly(
            "sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)");
    assertThat(iris.info().classes()).containsExactly("setosa", "versicolor", "virginica");
  }

  @Test
  void the_two_rows_that_are_wrong_at_uci_are_right() {
    assertThat(Iris.load().batch(34, 37).inputs().toFloats())
        .containsExactly(4.9f, 3.1f, 1.5f, 0.2f, 4.9f, 3.6f, 1.4f, 0.1f);
  }
}
