package org.hypergrad.ops.basic.kernels;

import java.util.function.ToDoubleFunction;
import org.hypergrad.DType;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.Storage;

/// An array with a layout, as kernels are given it, and its elements one by one, as tests want
/// them.
record Operand(Storage storage, Layout layout) {
  /// Zeros, row-major, with room for exactly its elements.
  static Operand zeros(DType dtype, Shape shape) {
    return new Operand(Storage.zeros(dtype, shape.numel()), Layout.contiguous(shape));
  }

  DType dtype() {
    return storage.dtype();
  }

  Object array() {
    return storage.array();
  }

  Shape shape() {
    return layout.shape();
  }

  /// The indices of the element that is number `i` in row-major order.
  static int[] indices(int i, Shape shape) {
    int[] indices = new int[shape.rank()];
    int rest = i;
    for (int d = shape.rank() - 1; d >= 0; d--) {
      indices[d] = rest % shape.size(d);
      rest /= shape.size(d);
    }
    return indices;
  }

  private int place(int... indices) {
    int place = layout.offset();
    for (int d = 0; d < indices.length; d++) {
      place += indices[d] * layout.stride(d);
    }
    return place;
  }

  double at(int... indices) {
    return storage.getDouble(place(indices));
  }

  void set(double value, int... indices) {
    storage.set(place(indices), value);
  }

  /// Sets all elements, by their indices.
  void setAll(ToDoubleFunction<int[]> elements) {
    for (int i = 0; i < layout.numel(); i++) {
      int[] indices = indices(i, shape());
      set(elements.applyAsDouble(indices), indices);
    }
  }

  /// All elements in row-major order.
  double[] elements() {
    double[] elements = new double[layout.numel()];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = at(indices(i, shape()));
    }
    return elements;
  }

  /// Another operand with the same elements in the same places, and with the same numbers between
  /// them.
  Operand copy() {
    Storage copied = Storage.zeros(dtype(), storage.length());
    System.arraycopy(array(), 0, copied.array(), 0, storage.length());
    return new Operand(copied, layout);
  }

  /// The whole array, also what lies between the elements.
  double[] everything() {
    double[] everything = new double[storage.length()];
    for (int place = 0; place < everything.length; place++) {
      everything[place] = storage.getDouble(place);
    }
    return everything;
  }

  @Override
  public String toString() {
    return dtype() + " with " + layout;
  }
}
