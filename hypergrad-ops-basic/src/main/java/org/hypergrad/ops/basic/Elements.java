package org.hypergrad.ops.basic;

import org.hypergrad.DType;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.Storage;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Casts;
import org.hypergrad.spi.Kernels;

/// The way from tensors to kernels and back: arrays, conversions and new results. Nothing here
/// records history.
final class Elements {
  private Elements() {}

  /// The type kernels compute in: floating types themselves, all others as int64.
  static DType computing(DType dtype) {
    return dtype.isFloating() ? dtype : DType.INT64;
  }

  /// The kernels for tensors of a type, which [#array] feeds.
  static Kernels<Object> kernels(DType dtype) {
    return Kernels.of(dtype);
  }

  /// The array behind a tensor.
  static Object array(Tensor x) {
    return x.storage().array();
  }

  /// The array behind a tensor of int64.
  static long[] longs(Tensor x) {
    return (long[]) x.storage().array();
  }

  /// The array behind a tensor of bool.
  static boolean[] booleans(Tensor x) {
    return (boolean[]) x.storage().array();
  }

  /// A row-major tensor whose elements a kernel is about to write.
  static Tensor uninitialized(DType dtype, Shape shape) {
    return Tensor.of(Storage.uninitialized(dtype, shape.numel()), Layout.contiguous(shape));
  }

  /// Zeros of the type and shape of x.
  static Tensor zerosLike(Tensor x) {
    return Tensor.zeros(x.dtype(), x.shape());
  }

  /// x in another element type; x itself if it has that type.
  static Tensor to(Tensor x, DType dtype) {
    if (x.dtype() == dtype) {
      return x;
    }
    if (x.isNumber() && dtype.isFloating()) {
      return Tensor.scalar(dtype, x.number());
    }
    Tensor converted = uninitialized(dtype, x.shape());
    Casts.current().cast(array(x), x.layout(), array(converted), converted.layout());
    return converted;
  }

  /// A row-major copy.
  static Tensor copy(Tensor x) {
    if (x.isNumber()) {
      return Tensor.scalar(x.dtype(), x.number());
    }
    Tensor copy = uninitialized(x.dtype(), x.shape());
    copy(x, copy, copy.layout());
    return copy;
  }

  /// Writes x, converted, into the places of `target` that `part` names.
  static void copy(Tensor x, Tensor target, Layout part) {
    Tensor converted = to(x, target.dtype());
    kernels(target.dtype()).copy(array(converted), converted.layout(), array(target), part);
  }

  /// x, or a copy of it, with its elements in row-major order from the start of its array.
  static Tensor rowMajor(Tensor x) {
    return x.isContiguous() && x.layout().offset() == 0 ? x : copy(x);
  }

  /// `condition ? a : b`, where the two have the same type and all three broadcast.
  static Tensor where(Tensor condition, Tensor a, Tensor b) {
    if (condition.rank() == 0 && a.isNumber() && b.isNumber()) {
      return Tensor.scalar(a.dtype(), condition.itemBoolean() ? a.number() : b.number());
    }
    Shape shape = Shape.broadcast(condition.shape(), Shape.broadcast(a.shape(), b.shape()));
    Tensor result = uninitialized(a.dtype(), shape);
    kernels(a.dtype())
        .where(
            booleans(condition),
            condition.layout().expand(shape),
            array(a),
            a.layout().expand(shape),
            array(b),
            b.layout().expand(shape),
            array(result),
            result.layout());
    return result;
  }
}
