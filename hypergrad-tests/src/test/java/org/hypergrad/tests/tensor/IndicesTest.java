package org.hypergrad.tests.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.hypergrad.DType;
import org.hypergrad.Functional;
import org.hypergrad.Generator;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reading and adding where an index says, in tensors that are small for kernels, and in large
/// ones.
class IndicesTest {
  private static final int ROWS = 70;
  private static final int COLUMNS = 130;

  /// Of a table and of indices of its rows; a source is the table itself, as far as it is needed.
  private static final Map<String, BinaryOperator<Tensor>> SELECTIONS =
      new TreeMap<>(
          Map.of(
              "embedding", (x, index) -> Functional.embedding(index, x),
              "index_select", (x, index) -> x.indexSelect(0, index),
              "gather", (x, index) -> x.gather(0, everywhere(x, index)),
              "index_add", (x, index) -> x.indexAdd(0, index, x.slice(0, 0, index.size(0), 1)),
              "scatter_add", (x, index) -> x.scatterAdd(0, everywhere(x, index), x)));

  @SuppressWarnings("unused") // by its name
  private static final Object NAMES = SELECTIONS.keySet();

  /// The same index for all columns, but each with a number of its own.
  private static Tensor everywhere(Tensor x, Tensor index) {
    return index.unsqueeze(1).expand(index.size(0), x.size(1)).clone();
  }

  private static Tensor table() {
    return Tensor.randint(new Generator(1), -9, 10, Shape.of(ROWS, COLUMNS)).to(DType.FLOAT32);
  }

  private static Tensor indices() {
    return Tensor.randint(new Generator(2), 0, ROWS, Shape.of(ROWS));
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void an_index_outside_is_refused_and_nothing_is_written(String name) {
    for (Tensor x : new Tensor[] {table(), table().slice(1, 0, 2, 1)}) {
      float[] before = x.toFloats();
      for (long outside : new long[] {-1, ROWS, Long.MIN_VALUE, 1L << 32, Long.MAX_VALUE}) {
        long[] places = indices().toLongs();
        places[ROWS - 1] = outside;
        assertThatThrownBy(() -> SELECTIONS.get(name).apply(x, Tensor.of(places)))
            .isInstanceOf(IndexOutOfBoundsException.class)
            .hasMessageContaining(Long.toString(outside))
            .hasMessageContaining(Integer.toString(ROWS));
        assertThat(x.toFloats()).isEqualTo(before);
      }
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void no_index_names_nothing(String name) {
    Tensor none = Tensor.zeros(DType.INT64, Shape.of(0));
    Tensor x = table();
    Tensor result = SELECTIONS.get(name).apply(x, none);
    if (name.endsWith("add")) {
      assertThat(result.toFloats()).isEqualTo(x.toFloats());
    } else {
      assertThat(result.shape()).isEqualTo(Shape.of(0, COLUMNS));
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void how_the_operands_lie_does_not_matter(String name) {
    Tensor x = table();
    Tensor index = indices();
    Tensor apart = Tensor.stack(List.of(index, index), 1).select(1, 0);
    assertThat(SELECTIONS.get(name).apply(x.t().contiguous().t(), apart).toFloats())
        .isEqualTo(SELECTIONS.get(name).apply(x, index).toFloats());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, COLUMNS})
  void a_row_that_is_named_often_gets_every_addend(int columns) {
    Tensor x = table().slice(1, 0, columns, 1);
    Tensor same = Tensor.full(DType.INT64, Shape.of(ROWS), 3);
    float[] expected = x.select(0, 3).add(x.sum(0)).toFloats();
    assertThat(x.indexAdd(0, same, x).select(0, 3).toFloats()).isEqualTo(expected);
    assertThat(x.scatterAdd(0, everywhere(x, same), x).select(0, 3).toFloats()).isEqualTo(expected);
  }

  @Test
  void columns_are_chosen_as_rows_of_the_transposed_are() {
    Tensor x = table();
    Tensor index = indices();
    assertThat(x.t().indexSelect(1, index).toFloats())
        .isEqualTo(x.indexSelect(0, index).t().toFloats());
    assertThat(x.t().contiguous().indexSelect(1, index).toFloats())
        .isEqualTo(x.indexSelect(0, index).t().toFloats());
  }
}
