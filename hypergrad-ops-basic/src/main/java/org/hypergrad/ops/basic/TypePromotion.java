package org.hypergrad.ops.basic;

import org.hypergrad.DType;
import org.hypergrad.Tensor;

/// Which element type the result of operands of different types has (PyTorch: `torch.result_type`,
/// `aten/src/ATen/native/TypeProperties.cpp`).
///
/// Tensors with dimensions decide; a 0-d tensor counts only if its category (bool, integer,
/// floating) is higher than theirs, and a plain number only if its category is higher still. So
/// `x.mul(0.5)` leaves a float32 tensor float32.
final class TypePromotion {
  /// What a plain fraction makes of whole numbers, and a function like `sqrt` too: PyTorch's
  /// default type.
  static final DType DEFAULT_FLOATING = DType.FLOAT32;

  private TypePromotion() {}

  /// The type in which a and b are combined.
  static DType resultType(Tensor a, Tensor b) {
    DType typeA = a.dtype();
    DType typeB = b.dtype();
    if (typeA == typeB) {
      return typeA;
    }
    int weightA = weight(a);
    int weightB = weight(b);
    if (weightA == weightB) {
      return DType.promote(typeA, typeB);
    }
    return weightA > weightB ? joined(typeA, b) : joined(typeB, a);
  }

  private static int weight(Tensor x) {
    return x.rank() > 0 ? 2 : x.isWrappedNumber() ? 0 : 1;
  }

  /// `decided`, unless the lighter operand is of a higher category.
  private static DType joined(DType decided, Tensor lighter) {
    DType other = lighter.dtype();
    if (other.category().compareTo(decided.category()) <= 0) {
      return decided;
    }
    return lighter.isWrappedNumber() && other.isFloating() ? DEFAULT_FLOATING : other;
  }
}
