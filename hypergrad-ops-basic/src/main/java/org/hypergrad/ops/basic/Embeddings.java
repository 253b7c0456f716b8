package org.hypergrad.ops.basic;

import static org.hypergrad.ops.basic.BinaryRow.composed;
import static org.hypergrad.spi.Partial.usesInputs;
import static org.hypergrad.spi.StandardAttributes.PADDING_IDX;
import static org.hypergrad.spi.StandardAttributes.SCALE_GRAD_BY_FREQ;

import java.util.Arrays;
import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.Operation;
import org.hypergrad.spi.Partial;
import org.hypergrad.spi.Saved;

/// Looking up the rows of a table of vectors, as of words by their numbers. A row that was looked
/// up several times gets all of the gradients, the row `padding_idx` none (PyTorch:
/// `aten/src/ATen/native/Embedding.cpp`).
final class Embeddings {
  /// The operations of this family.
  static final List<Operation> TABLE =
      List.of(
          composed(
                  "embedding",
                  "the rows of a at the indices b",
                  Embeddings::embedding,
                  PADDING_IDX,
                  SCALE_GRAD_BY_FREQ)
              .partialA(usesInputs("zeros, g added at the indices b", Embeddings::rule, 1))
              .partialB(Partial.none()));

  private Embeddings() {}

  private static Tensor embedding(Tensor table, Tensor index, Attributes settings) {
    if (table.rank() != 2) {
      throw new IllegalArgumentException(
          "'weight' must be 2-D: a row for each index. Its shape is " + table.shape());
    }
    if (index.dtype() != DType.INT64 && index.dtype() != DType.INT32) {
      throw new IllegalArgumentException(
          "Expected tensor for argument #1 'indices' to have one of the following scalar types:"
              + " Long, Int; but got "
              + index.dtype()
              + " instead. Convert it: index.to(DType.INT64).");
    }
    Positions.checked(
        index,
        table.size(0),
        outside ->
            "index out of range in self: there is no row %d in a table of %d rows"
                .formatted(outside, table.size(0)));
    int[] sizes = Arrays.copyOf(index.shape().toArray(), index.rank() + 1);
    sizes[index.rank()] = table.size(1);
    return table.indexSelect(0, index.flatten()).reshape(Shape.of(sizes));
  }

  private static Tensor rule(Tensor g, Saved saved) {
    Tensor index = saved.input(1).flatten();
    Shape table = saved.shape(0);
    Tensor rows = g.reshape(index.numel(), table.size(1));
    int padding = saved.attributes().get(PADDING_IDX);
    if (padding >= 0) {
      rows = rows.maskedFill(index.eq(padding).unsqueeze(1), 0.0);
    }
    if (saved.attributes().get(SCALE_GRAD_BY_FREQ)) {
      Tensor ones = Tensor.ones(g.dtype(), index.shape());
      Tensor counts = Tensor.zeros(g.dtype(), Shape.of(table.size(0))).indexAdd(0, index, ones);
      rows = rows.div(counts.indexSelect(0, index).unsqueeze(1));
    }
    return Selections.zeros(g.dtype(), table).indexAdd(0, index, rows);
  }
}
