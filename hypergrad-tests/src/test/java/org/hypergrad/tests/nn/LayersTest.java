package org.hypergrad.tests.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.util.Arrays;
import org.hypergrad.DType;
import org.hypergrad.Functional;
import org.hypergrad.Generator;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Defaults;
import org.hypergrad.nn.Dropout;
import org.hypergrad.nn.Embedding;
import org.hypergrad.nn.Flatten;
import org.hypergrad.nn.Identity;
import org.hypergrad.nn.LayerNorm;
import org.hypergrad.nn.Unflatten;
import org.junit.jupiter.api.Test;

class LayersTest {
  // ---- dropout

  @Test
  void dropout_is_at_work_in_training_mode_only() {
    Dropout dropout = new Dropout(0.25);
    Tensor x = Tensor.ones(DType.FLOAT64, Shape.of(10_000));
    Tensor y = dropout.apply(x);
    assertThat(y.toDoubles()).containsOnly(0, 1 / 0.75);
    assertThat(y.mean().item()).isCloseTo(1, within(0.05));
    dropout.eval();
    assertThat(dropout.apply(x)).isSameAs(x);
  }

  @Test
  void what_was_dropped_gets_no_gradient() {
    Tensor x = Tensor.ones(DType.FLOAT64, Shape.of(100)).requiresGrad(true);
    Tensor y = new Dropout().apply(x);
    y.sum().backward();
    assertThat(x.grad().toDoubles()).containsExactly(y.toDoubles());
  }

  @Test
  void all_or_nothing_can_be_dropped_but_no_more() {
    Tensor x = Tensor.of(1.0, 2.0);
    assertThatTensor(new Dropout(0).apply(x)).hasValues(1, 2);
    assertThatTensor(new Dropout(1).apply(x)).hasValues(0, 0);
    assertThatThrownBy(() -> new Dropout(1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dropout probability has to be between 0 and 1, but got 1.5");
  }

  // ---- embedding

  @Test
  void an_embedding_gives_the_rows_of_its_table() {
    Embedding embedding = Defaults.with(DType.FLOAT64, () -> new Embedding(3, 2));
    Tensor table = embedding.weight();
    Tensor y = embedding.apply(Tensor.of(new long[][] {{2, 0}, {2, 2}}));
    assertThatTensor(y).hasShape(2, 2, 2);
    assertThatTensor(y.select(0, 1).select(0, 0)).hasValues(table.select(0, 2).toDoubles());
    y.sum().backward();
    assertThatTensor(table.grad()).hasValues(1, 1, 0, 0, 3, 3);
  }

  @Test
  void the_padding_row_is_zero_and_learns_nothing() {
    for (int padding : new int[] {1, -2}) {
      Embedding embedding = new Embedding(3, 2, padding);
      assertThatTensor(embedding.weight().select(0, 1)).hasValues(0, 0);
      embedding.apply(Tensor.of(1L, 1L, 2L)).sum().backward();
      assertThatTensor(embedding.weight().grad()).hasValues(0, 0, 0, 0, 1, 1);
      assertThat(embedding).hasToString("Embedding(3, 2, padding_idx=1)");
    }
    assertThatThrownBy(() -> new Embedding(3, 2, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Padding_idx must be within num_embeddings");
  }

  @Test
  void a_frequent_row_can_be_held_back() {
    Embedding embedding = new Embedding(2, 1).scaleGradByFreq();
    embedding.apply(Tensor.of(0L, 0L, 1L)).sum().backward();
    assertThatTensor(embedding.weight().grad()).hasValues(1, 1);
  }

  @Test
  void a_table_begins_normal_and_the_same_for_the_same_seed() {
    Tensor table = Defaults.with(new Generator(7), () -> new Embedding(100, 50)).weight();
    assertThat(table.mean().item()).isCloseTo(0, within(0.05));
    assertThat(table.std().item()).isCloseTo(1, within(0.05));
    Tensor again = Defaults.with(new Generator(7), () -> new Embedding(100, 50)).weight();
    assertThat(again.toFloats()).containsExactly(table.toFloats());
  }

  @Test
  void an_embedding_says_what_it_takes() {
    Embedding embedding = new Embedding(3, 2);
    assertThatThrownBy(() -> embedding.apply(Tensor.of(3L)))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContaining("there is no row 3 in a table of 3 rows");
    assertThatThrownBy(() -> embedding.apply(Tensor.of(1.0f)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("index.to(DType.INT64)");
  }

  // ---- layer normalization

  @Test
  void a_layer_norm_begins_as_plain_normalization() {
    LayerNorm norm = Defaults.with(DType.FLOAT64, () -> new LayerNorm(4));
    Tensor y = norm.apply(Tensor.of(new double[][] {{1, 2, 3, 4}, {-10, 0, 10, 20}}));
    for (double mean : y.mean(1).toDoubles()) {
      assertThat(mean).isCloseTo(0, within(1e-12));
    }
    for (double variance : y.var(0, false, 1).toDoubles()) {
      assertThat(variance).isCloseTo(1, within(1e-4));
    }
    assertThat(norm.stateDict()).containsOnlyKeys("weight", "bias");
    assertThat(new LayerNorm(Shape.of(4), 1e-5, false).stateDict()).isEmpty();
  }

  @Test
  void a_row_of_equal_numbers_becomes_the_bias() {
    LayerNorm norm = new LayerNorm(3);
    assertThatTensor(norm.apply(Tensor.of(new float[][] {{5, 5, 5}}))).hasValues(0, 0, 0);
  }

  @Test
  void layer_norm_reads_its_input_however_it_lies() {
    Tensor x = Tensor.randn(new Generator(1), DType.FLOAT64, Shape.of(3, 5, 4));
    Tensor lying = x.transpose(0, 2);
    Tensor straight = lying.clone().contiguous();
    Tensor weight = Tensor.randn(new Generator(2), DType.FLOAT64, Shape.of(3));
    for (Tensor variant : new Tensor[] {lying, straight}) {
      Tensor y = Functional.layerNorm(variant, Shape.of(3), weight, null, 1e-5);
      assertThatTensor(y)
          .hasValues(Functional.layerNorm(straight, Shape.of(3), weight, null, 1e-5).toDoubles());
    }
  }

  @Test
  void layer_norm_says_which_shapes_do_not_fit() {
    LayerNorm norm = new LayerNorm(2, 3);
    assertThatThrownBy(() -> norm.apply(Tensor.zeros(4, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Given normalized_shape=[2, 3], expected input with shape [*, 2, 3], but got input of"
                + " size[4, 3]");
    assertThatThrownBy(() -> norm.apply(Tensor.zeros(DType.FLOAT64, Shape.of(2, 3))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected scalar type float64 but found float32 for weight");
  }

  // ---- shapes

  @Test
  void flatten_and_unflatten_are_opposites() {
    Tensor x = Tensor.randn(new Generator(3), DType.FLOAT64, Shape.of(2, 3, 4));
    Tensor flat = new Flatten().apply(x);
    assertThatTensor(flat).hasShape(2, 12);
    Tensor back = new Unflatten(1, Shape.of(3, 4)).apply(flat);
    assertThatTensor(back).hasShape(2, 3, 4).hasValues(x.toDoubles());
    assertThatTensor(new Flatten(0, 1).apply(x)).hasShape(6, 4);
    assertThat(new Identity().apply(x)).isSameAs(x);
  }

  // ---- print

  @Test
  void layers_print_as_in_pytorch() {
    assertThat(
            Arrays.asList(
                new LayerNorm(5),
                new LayerNorm(Shape.of(2, 3), 1e-3, false),
                new Embedding(7, 3).scaleGradByFreq(),
                new Dropout(),
                new Flatten(),
                new Unflatten(1, Shape.of(2, 3)),
                new Identity()))
        .extracting(Object::toString)
        .containsExactly(
            "LayerNorm((5,), eps=1e-05, elementwise_affine=True)",
            "LayerNorm((2, 3), eps=0.001, elementwise_affine=False)",
            "Embedding(7, 3, scale_grad_by_freq=True)",
            "Dropout(p=0.5, inplace=False)",
            "Flatten(start_dim=1, end_dim=-1)",
            "Unflatten(dim=1, unflattened_size=(2, 3))",
            "Identity()");
  }
}
