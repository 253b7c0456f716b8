// Generated from Float64Matrix.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import java.util.Arrays;
import org.hypergrad.Layout;

/// A strided matrix of float32 in an array.
///
/// @param start where the first element lies
/// @param rowStep the distance between rows
/// @param columnStep the distance between columns
record Float32Matrix(float[] array, int start, int rows, int columns, int rowStep, int columnStep) {
  /// The matrix that is number `i` of a batch.
  static Float32Matrix ofBatch(float[] array, Layout layout, int i) {
    return new Float32Matrix(
        array,
        layout.offset() + i * layout.stride(0),
        layout.size(1),
        layout.size(2),
        layout.stride(1),
        layout.stride(2));
  }

  /// Some rows from `row` on, of them some columns from `column` on.
  Float32Matrix part(int row, int height, int column, int width) {
    return new Float32Matrix(array, place(row, column), height, width, rowStep, columnStep);
  }

  /// Rows as columns.
  Float32Matrix transposed() {
    return new Float32Matrix(array, start, columns, rows, columnStep, rowStep);
  }

  /// Where an element lies.
  int place(int row, int column) {
    return start + row * rowStep + column * columnStep;
  }

  /// Makes all elements 0.
  void clear() {
    for (int row = 0; row < rows; row++) {
      int first = place(row, 0);
      if (columnStep == 1) {
        Arrays.fill(array, first, first + columns, 0);
      } else {
        for (int column = 0; column < columns; column++) {
          array[first + column * columnStep] = 0;
        }
      }
    }
  }

  /// Copies all elements to a matrix of the same size.
  void copyTo(Float32Matrix to) {
    if (columnStep == 1 && to.columnStep == 1 && columns <= Float32Rows.SHORT) {
      Float32Rows.copy(this, to);
    } else if (columnStep == 1 && to.columnStep == 1) {
      for (int row = 0; row < rows; row++) {
        System.arraycopy(array, place(row, 0), to.array, to.place(row, 0), columns);
      }
    } else if (rowStep == 1 && to.columnStep == 1) {
      Float32Transposition.copy(this, to);
    } else if (columnStep == 1 && to.rowStep == 1) {
      Float32Transposition.copy(transposed(), to.transposed());
    } else {
      copyEach(to);
    }
  }

  /// As [#copyTo], one by one.
  void copyEach(Float32Matrix to) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        to.array[to.place(row, column)] = array[place(row, column)];
      }
    }
  }
}
