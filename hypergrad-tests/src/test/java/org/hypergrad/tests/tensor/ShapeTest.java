package org.hypergrad.tests.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.util.Arrays;
import java.util.Random;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Sizes, and how two shapes become one.
class ShapeTest {
  @Test
  void a_shape_counts_its_elements() {
    assertThat(Shape.of(2, 3, 4).numel()).isEqualTo(24);
    assertThat(Shape.SCALAR.numel()).isEqualTo(1);
    assertThat(Shape.of(5, 0, 7).numel()).isZero();
    assertThat(Shape.of(2, 3, 4).rank()).isEqualTo(3);
  }

  @Test
  void shapes_are_values() {
    assertThat(Shape.of(2, 3)).isEqualTo(Shape.of(2, 3)).hasSameHashCodeAs(Shape.of(2, 3));
    assertThat(Shape.of(2, 3)).isNotEqualTo(Shape.of(3, 2)).isNotEqualTo(Shape.of(2, 3, 1));
    assertThat(Shape.of()).isSameAs(Shape.SCALAR);
    assertThat(Shape.of(2, 3)).hasToString("[2, 3]");
    int[] sizes = {2, 3};
    Shape shape = Shape.of(sizes);
    sizes[0] = 9;
    shape.toArray()[1] = 9;
    assertThat(shape).isEqualTo(Shape.of(2, 3));
    assertThat(shape.with(-1, 5)).isEqualTo(Shape.of(2, 5));
  }

  @Test
  void dimensions_are_counted_from_either_end() {
    Shape shape = Shape.of(2, 3, 4);
    assertThat(shape.size(0)).isEqualTo(2);
    assertThat(shape.size(-1)).isEqualTo(4);
    assertThat(shape.normalize(-3)).isZero();
    assertThat(Shape.SCALAR.normalize(-1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, -3, 100})
  void a_dimension_out_of_range_is_refused(int dim) {
    Tensor x = Tensor.zeros(2, 3);
    String message =
        "Dimension out of range (expected to be in range of [-2, 1], but got " + dim + ")";
    for (Runnable use :
        new Runnable[] {
          () -> x.size(dim),
          () -> x.sum(dim),
          () -> x.transpose(0, dim),
          () -> x.softmax(dim),
          () -> x.argmax(dim, false),
          () -> x.flatten(0, dim)
        }) {
      assertThatThrownBy(use::run)
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessageContaining(message);
    }
  }

  @Test
  void sizes_are_not_negative_and_fit_into_an_array() {
    assertThatThrownBy(() -> Shape.of(2, -3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("negative dimension -3: [2, -3]");
    assertThatThrownBy(() -> Shape.of(1 << 16, 1 << 15))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more elements than a Java array can hold");
    assertThat(Shape.of(1 << 16, 1 << 15, 0).numel()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 3 | 2 3 | 2 3",
        "2 3 | 3 | 2 3",
        "2 1 | 1 3 | 2 3",
        "'' | 2 3 | 2 3",
        "1 | '' | 1",
        "4 1 6 | 5 1 | 4 5 6",
        "2 0 | 1 1 | 2 0",
        "1 | 0 | 0",
      })
  void shapes_broadcast_to_one_that_repeats_their_ones(String a, String b, String expected) {
    assertThat(Shape.broadcast(shape(a), shape(b))).isEqualTo(shape(expected));
    assertThat(Shape.broadcast(shape(b), shape(a))).isEqualTo(shape(expected));
    assertThat(shape(a).broadcastsTo(shape(expected))).isTrue();
    assertThat(shape(b).broadcastsTo(shape(expected))).isTrue();
  }

  private static Shape shape(String sizes) {
    return sizes.isEmpty()
        ? Shape.SCALAR
        : Shape.of(Arrays.stream(sizes.split(" ")).mapToInt(Integer::parseInt).toArray());
  }

  @Test
  void different_sizes_do_not_broadcast() {
    String message =
        "The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension"
            + " 1";
    assertThatThrownBy(() -> Shape.broadcast(Shape.of(2, 3), Shape.of(2, 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("[2, 3]");
    Tensor a = Tensor.zeros(2, 3);
    Tensor b = Tensor.zeros(2, 4);
    for (Runnable use :
        new Runnable[] {
          () -> a.add(b), () -> a.mul(b), () -> a.lt(b), () -> a.maximum(b), () -> a.pow(b)
        }) {
      assertThatThrownBy(use::run)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(message);
    }
    assertThat(Shape.of(2, 3).broadcastsTo(Shape.of(2, 4))).isFalse();
    assertThat(Shape.of(2, 3).broadcastsTo(Shape.of(3))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void operations_repeat_what_is_broadcast(int seed) {
    Random random = new Random(seed);
    int[] sizes = random.ints(3, 1, 5).toArray();
    Tensor a = numbers(random, thinned(random, sizes));
    Tensor b = numbers(random, thinned(random, sizes));
    Tensor difference = a.sub(b);
    int[] shape = Shape.broadcast(a.shape(), b.shape()).toArray();
    assertThatTensor(difference).hasShape(shape);
    for (int i = 0; i < shape[0]; i++) {
      for (int j = 0; j < shape[1]; j++) {
        for (int k = 0; k < shape[2]; k++) {
          assertThat(difference.get(i, j, k).item()).isEqualTo(at(a, i, j, k) - at(b, i, j, k));
        }
      }
    }
  }

  /// These sizes, some of them 1.
  private static Shape thinned(Random random, int[] sizes) {
    return Shape.of(Arrays.stream(sizes).map(size -> random.nextBoolean() ? 1 : size).toArray());
  }

  private static Tensor numbers(Random random, Shape shape) {
    return Tensor.of(shape, random.doubles(shape.numel()).toArray());
  }

  private static double at(Tensor x, int... index) {
    Arrays.setAll(index, d -> x.size(d) == 1 ? 0 : index[d]);
    return x.get(index).item();
  }
}
