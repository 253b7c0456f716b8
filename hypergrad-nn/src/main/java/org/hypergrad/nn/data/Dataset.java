package org.hypergrad.nn.data;

import java.util.List;
import java.util.function.UnaryOperator;
import org.hypergrad.Generator;

/// Samples that can be asked for by number (PyTorch: `torch.utils.data.Dataset`, with the batched
/// access of `__getitems__`).
///
/// A data set of your own says how many samples it has and collates the rows it is asked for:
///
/// ```java
/// final class Squares implements Dataset {
///   public int size() {
///     return 100;
///   }
///
///   public Batch batch(int... rows) {
///     Tensor x = Tensor.of(rows).to(DType.FLOAT32);
///     return new Batch(x, x.square());
///   }
/// }
/// ```
public interface Dataset {
  /// How many samples there are.
  int size();

  /// These samples, in this order, as tensors whose first dimension is `rows.length`. A training
  /// asks in a step, whose memory is used again: tensors that a data set keeps from one call to the
  /// next it makes before, or calls [org.hypergrad.Scope#keep] on them.
  ///
  /// @throws IndexOutOfBoundsException if there is no such row
  Batch batch(int... rows);

  /// What the numbers mean; [DatasetInfo#NONE] if nothing is known.
  default DatasetInfo info() {
    return DatasetInfo.NONE;
  }

  /// Only these rows of this data set, in this order; nothing is copied (PyTorch: `Subset`).
  ///
  /// @throws IndexOutOfBoundsException if there is no such row
  default Dataset subset(int... rows) {
    return new Subset(this, rows);
  }

  /// This data set with every batch changed as it is handed out: `data.map(batch ->
  /// batch.mapInputs(x -> x.div(255)))`.
  default Dataset map(UnaryOperator<Batch> transform) {
    return new MappedDataset(this, transform);
  }

  /// Random parts that do not overlap and together are the whole, such as one for training and one
  /// for testing: `data.split(generator, 0.8, 0.2)` (PyTorch: `random_split`).
  ///
  /// Each part has its fraction of the size, rounded down; the samples that are left over go to the
  /// first parts, one each.
  ///
  /// @throws IllegalArgumentException if a fraction is not between 0 and 1, or they do not add up
  ///   to 1
  default List<Dataset> split(Generator generator, double... fractions) {
    return RandomSplit.of(this, generator, fractions);
  }
}
