package org.hypergrad.nn.data;

import org.hypergrad.Layout;
import org.hypergrad.Storage;
import org.hypergrad.Tensor;

/// Rows of tensors: the parts along the first dimension.
final class Rows {
  private Rows() {}

  /// Throws unless every one of `rows` is a row of `size`.
  static void check(int size, int... rows) {
    for (int row : rows) {
      if (row < 0 || row >= size) {
        throw new IndexOutOfBoundsException(
            "index " + row + " is out of bounds for dimension 0 with size " + size);
      }
    }
  }

  /// A copy of these rows, of whatever type, without history: one block copied a row.
  static Tensor gather(Tensor contiguous, int... rows) {
    int size = contiguous.size(0);
    check(size, rows);
    Layout layout = Layout.contiguous(contiguous.shape().with(0, rows.length));
    Storage gathered = Storage.uninitialized(contiguous.dtype(), layout.numel());
    Object source = contiguous.storage().array();
    Object target = gathered.array();
    int start = contiguous.layout().offset();
    int width = size == 0 ? 0 : contiguous.numel() / size;
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(source, start + rows[i] * width, target, i * width, width);
    }
    return Tensor.of(gathered, layout);
  }
}
