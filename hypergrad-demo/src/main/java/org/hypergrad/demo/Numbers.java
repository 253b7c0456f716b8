package org.hypergrad.demo;

import java.util.Locale;
import java.util.StringJoiner;
import org.hypergrad.DType;
import org.hypergrad.Tensor;

/// Prints the numbers of tensors on one line, with a fixed number of decimals.
///
/// @param digits how many decimals
public record Numbers(int digits) {
  /// Longer lists show their first and last elements only.
  private static final int MAX_LENGTH = 8;

  /// How many elements such a list shows at either end.
  private static final int ENDS = 3;

  /// A tensor: a number, or numbers in brackets; `-` for none, which is not the same as 0.
  public String text(Tensor tensor) {
    return tensor == null ? "-" : text(tensor, tensor.toDoubles(), 0, 0);
  }

  private String text(Tensor tensor, double[] values, int dim, int from) {
    if (dim == tensor.rank()) {
      return number(tensor.dtype(), values[from]);
    }
    int size = tensor.size(dim);
    int step = 1;
    for (int d = dim + 1; d < tensor.rank(); d++) {
      step *= tensor.size(d);
    }
    StringJoiner list = new StringJoiner(", ", "[", "]");
    for (int i = 0; i < size; i++) {
      if (size > MAX_LENGTH && i == ENDS) {
        list.add("...");
        i = size - ENDS;
      }
      list.add(text(tensor, values, dim + 1, from + i * step));
    }
    return list.toString();
  }

  private String number(DType dtype, double value) {
    return switch (dtype.category()) {
      case BOOL -> value != 0 ? "true" : "false";
      case INTEGER -> Long.toString((long) value);
      case FLOATING -> number(value);
    };
  }

  /// A number; in scientific notation if the decimals could not show it.
  public String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    double magnitude = Math.abs(value);
    boolean shown = value == 0 || magnitude >= 0.5 * Math.pow(10, -digits) && magnitude < 1e12;
    return String.format(Locale.ROOT, "%." + digits + (shown ? "f" : "e"), value);
  }
}
