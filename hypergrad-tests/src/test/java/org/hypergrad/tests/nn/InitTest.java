package org.hypergrad.tests.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.util.stream.DoubleStream;
import org.hypergrad.DType;
import org.hypergrad.Generator;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Fan;
import org.hypergrad.nn.Init;
import org.hypergrad.nn.Linear;
import org.junit.jupiter.api.Test;

class InitTest {
  private final Generator generator = new Generator(42);
  private final Tensor x = Tensor.zeros(DType.FLOAT64, Shape.of(100, 60));

  @Test
  void a_parameter_stays_a_leaf_and_nothing_is_recorded() {
    Tensor weight = new Linear(3, 2).weight();
    assertThat(Init.uniform_(weight, 1, 2, generator)).isSameAs(weight);
    assertThat(weight.isLeaf()).isTrue();
    assertThat(weight.requiresGrad()).isTrue();
    assertThat(DoubleStream.of(weight.toDoubles())).allMatch(value -> value >= 1 && value < 2);
  }

  @Test
  void the_same_seed_gives_the_same_numbers() {
    double[] first = Init.normal_(x, 0, 1, new Generator(5)).toDoubles();
    assertThat(Init.normal_(x, 0, 1, new Generator(5)).toDoubles()).containsExactly(first);
    assertThat(Init.normal_(x, 0, 1, new Generator(6)).toDoubles()).isNotEqualTo(first);
  }

  @Test
  void normal_numbers_have_their_mean_and_deviation() {
    Init.normal_(x, 3, 0.5, generator);
    assertThat(x.mean().item()).isCloseTo(3, within(0.05));
    assertThat(x.std().item()).isCloseTo(0.5, within(0.05));
  }

  @Test
  void truncated_numbers_stay_inside() {
    Init.truncNormal_(x, 0, 1, -0.5, 1.5, generator);
    assertThat(DoubleStream.of(x.toDoubles())).allMatch(value -> value >= -0.5 && value <= 1.5);
    assertThatThrownBy(() -> Init.truncNormal_(x, 0, 1, 20, 30, generator))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Hardly any number");
  }

  @Test
  void xavier_and_kaiming_have_the_published_deviations() {
    assertThat(Init.xavierNormal_(x, 2, generator).std().item())
        .isCloseTo(2 * Math.sqrt(2.0 / 160), within(0.01));
    assertThat(Init.kaimingNormal_(x, Fan.OUT, 3, generator).std().item())
        .isCloseTo(3 / Math.sqrt(100), within(0.01));
    double xavier = Math.sqrt(6.0 / 160);
    assertThat(Init.xavierUniform_(x, 1, generator).abs().max().item())
        .isBetween(0.99 * xavier, xavier);
    double kaiming = Init.gain("relu") * Math.sqrt(3.0 / 60);
    assertThat(Init.kaimingUniform_(x, Fan.IN, Init.gain("relu"), generator).abs().max().item())
        .isBetween(0.99 * kaiming, kaiming);
  }

  @Test
  void the_rows_of_an_orthogonal_matrix_are_orthonormal_up_to_the_gain() {
    for (Shape shape : new Shape[] {Shape.of(4, 7), Shape.of(7, 4), Shape.of(3, 2, 2)}) {
      Tensor w = Init.orthogonal_(Tensor.zeros(DType.FLOAT64, shape), 2, generator);
      Tensor matrix = w.flatten(1, -1);
      Tensor small = matrix.size(0) <= matrix.size(1) ? matrix : matrix.t();
      Tensor expected = Tensor.eye(DType.FLOAT64, small.size(0), small.size(0)).mul(4.0);
      assertThatTensor(small.matmul(small.t())).hasValues(within(1e-9), expected.toDoubles());
    }
  }

  @Test
  void fans_are_those_of_the_two_sides() {
    assertThat(Fan.IN.of(Shape.of(8, 4, 3, 3))).isEqualTo(36);
    assertThat(Fan.OUT.of(Shape.of(8, 4, 3, 3))).isEqualTo(72);
    assertThatThrownBy(() -> Fan.IN.of(Shape.of(8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions");
  }

  @Test
  void what_has_the_wrong_shape_or_name_is_refused() {
    Tensor vector = Tensor.zeros(3);
    assertThatThrownBy(() -> Init.eye_(vector))
        .hasMessageContaining("Only tensors with 2 dimensions are supported");
    assertThatThrownBy(() -> Init.dirac_(vector))
        .hasMessageContaining("Only tensors with 3, 4, or 5 dimensions are supported");
    assertThatThrownBy(() -> Init.gain("swish"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Unsupported nonlinearity swish");
  }
}
