package org.hypergrad.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.hypergrad.DType;
import org.hypergrad.Generator;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatasetTest {
  private static final DatasetInfo INFO = DatasetInfo.ofImages(1, 2, List.of("even", "odd"));

  /// Sample i has the inputs (10 i, 10 i + 1) and the target i.
  private static TensorDataset numbered(int samples) {
    float[] inputs = new float[2 * samples];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = 10 * (i / 2) + i % 2;
    }
    long[] targets = LongStream.range(0, samples).toArray();
    return new TensorDataset(Tensor.of(Shape.of(samples, 2), inputs), Tensor.of(targets), INFO);
  }

  private static long[] targets(Dataset dataset) {
    int[] all = new int[dataset.size()];
    Arrays.setAll(all, i -> i);
    return dataset.batch(all).targets().toLongs();
  }

  @Test
  void a_batch_has_the_rows_asked_for_in_that_order() {
    Batch batch = numbered(5).batch(3, 0, 3);
    assertThat(batch.size()).isEqualTo(3);
    assertThat(batch.inputs().shape()).isEqualTo(Shape.of(3, 2));
    assertThat(batch.inputs().toFloats()).containsExactly(30, 31, 0, 1, 30, 31);
    assertThat(batch.targets().toLongs()).containsExactly(3, 0, 3);
  }

  @ParameterizedTest
  @EnumSource
  void rows_of_every_type_are_gathered(DType dtype) {
    Tensor matrix = Tensor.zeros(dtype, Shape.of(3, 2, 2));
    for (int i = 0; i < 12; i++) {
      matrix.storage().set(i, i % 2 + i / 8);
    }
    Batch batch = new TensorDataset(matrix, matrix).batch(2, 1);
    assertThat(batch.inputs().dtype()).isEqualTo(dtype);
    assertThat(batch.inputs().shape()).isEqualTo(Shape.of(2, 2, 2));
    double last = dtype == DType.BOOL ? 1 : 2;
    assertThat(batch.targets().toDoubles()).containsExactly(1, last, 1, last, 0, 1, 0, 1);
  }

  @Test
  void a_batch_is_a_copy() {
    TensorDataset dataset = numbered(2);
    dataset.batch(0).inputs().storage().set(0, 99.0);
    assertThat(dataset.batch(0).inputs().toFloats()).containsExactly(0, 1);
  }

  @Test
  void a_batch_may_be_empty() {
    assertThat(numbered(2).batch().inputs().shape()).isEqualTo(Shape.of(0, 2));
    assertThat(numbered(0).batch().targets().shape()).isEqualTo(Shape.of(0));
  }

  @Test
  void a_row_that_is_not_there_is_refused() {
    TensorDataset dataset = numbered(3);
    assertThatThrownBy(() -> dataset.batch(0, 3))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("index 3 is out of bounds for dimension 0 with size 3");
    assertThatThrownBy(() -> dataset.batch(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> dataset.subset(1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> dataset.subset(1).batch(1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void inputs_and_targets_must_be_as_many() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TensorDataset(Tensor.zeros(3, 2), Tensor.zeros(2)))
        .withMessageStartingWith("Size mismatch between tensors");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TensorDataset(Tensor.scalar(1.0), Tensor.zeros(1)))
        .withMessageStartingWith("Size mismatch between tensors");
  }

  @Test
  void a_subset_of_a_subset_names_rows_of_the_subset() {
    Dataset subset = numbered(6).subset(5, 3, 1).subset(2, 0);
    assertThat(targets(subset)).containsExactly(1, 5);
  }

  @Test
  void a_subset_does_not_see_later_changes_of_the_rows_it_was_given() {
    int[] rows = {4, 2};
    Dataset subset = numbered(6).subset(rows);
    rows[0] = 0;
    assertThat(targets(subset)).containsExactly(4, 2);
  }

  @Test
  void the_parts_of_a_split_are_the_whole_without_overlap() {
    List<Dataset> parts = numbered(10).split(new Generator(1), 0.7, 0.2, 0.1);
    assertThat(parts).extracting(Dataset::size).containsExactly(7, 2, 1);
    long[] together = parts.stream().flatMapToLong(part -> Arrays.stream(targets(part))).toArray();
    assertThat(together).isNotEqualTo(LongStream.range(0, 10).toArray());
    assertThat(together).containsExactlyInAnyOrder(LongStream.range(0, 10).toArray());
  }

  @Test
  void what_rounding_leaves_over_goes_to_the_first_parts() {
    // PyTorch: random_split(range(11), [0.25, 0.25, 0.25, 0.25])
    assertThat(numbered(11).split(new Generator(1), 0.25, 0.25, 0.25, 0.25))
        .extracting(Dataset::size)
        .containsExactly(3, 3, 3, 2);
    // PyTorch: random_split(range(3), [0.1, 0.9])
    assertThat(numbered(3).split(new Generator(1), 0.1, 0.9))
        .extracting(Dataset::size)
        .containsExactly(1, 2);
  }

  @Test
  void a_split_is_the_same_for_the_same_seed_only() {
    long[] first = targets(numbered(20).split(new Generator(7), 0.5, 0.5).getFirst());
    assertThat(targets(numbered(20).split(new Generator(7), 0.5, 0.5).getFirst()))
        .containsExactly(first);
    assertThat(targets(numbered(20).split(new Generator(8), 0.5, 0.5).getFirst()))
        .isNotEqualTo(first);
  }

  @Test
  void fractions_that_make_no_whole_are_refused() {
    Dataset dataset = numbered(10);
    Generator generator = new Generator(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> dataset.split(generator, 0.8, 0.1))
        .withMessageStartingWith(
            "Sum of input lengths does not equal the length of the input dataset!");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> dataset.split(generator, 1.5, -0.5))
        .withMessageStartingWith("Fraction at index 0 is not between 0 and 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> dataset.split(generator, Double.NaN, 1))
        .withMessageStartingWith("Fraction at index 0 is not between 0 and 1");
    assertThatIllegalArgumentException().isThrownBy(() -> dataset.split(generator));
    assertThat(generator.state()).isEqualTo(new Generator(1).state());
  }

  @Test
  void a_mapped_data_set_changes_batches_as_they_are_handed_out() {
    Dataset mapped = numbered(3).map(batch -> batch.mapInputs(_ -> Tensor.zeros(batch.size(), 1)));
    assertThat(mapped.size()).isEqualTo(3);
    Batch batch = mapped.batch(2, 1);
    assertThat(batch.inputs().shape()).isEqualTo(Shape.of(2, 1));
    assertThat(batch.targets().toLongs()).containsExactly(2, 1);
  }

  @Test
  void subsets_splits_and_mapped_data_sets_keep_the_names() {
    TensorDataset dataset = numbered(4);
    assertThat(dataset.subset(1).info()).isEqualTo(INFO);
    assertThat(dataset.split(new Generator(1), 0.5, 0.5).getLast().info()).isEqualTo(INFO);
    assertThat(dataset.map(batch -> batch).subset(0).info()).isEqualTo(INFO);
    assertThat(new TensorDataset(Tensor.zeros(2), Tensor.zeros(2)).info())
        .isEqualTo(DatasetInfo.NONE);
  }

  @Test
  void a_picture_has_a_height_and_a_width() {
    assertThat(INFO.image()).contains(Shape.of(1, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DatasetInfo(List.of(), List.of(), Optional.of(Shape.of(3, 28, 28))))
        .withMessageContaining("[3, 28, 28]");
  }
}
