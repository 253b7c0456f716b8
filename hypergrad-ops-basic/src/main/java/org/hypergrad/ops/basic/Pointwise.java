package org.hypergrad.ops.basic;

import org.hypergrad.DType;
import org.hypergrad.GradMode;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.BinaryOp;
import org.hypergrad.spi.BinaryOperation;
import org.hypergrad.spi.CompareOp;
import org.hypergrad.spi.Partial;
import org.hypergrad.spi.UnaryOp;
import org.hypergrad.spi.UnaryOperation;

/// The kinds of rows in the tables of element-wise operations, and how each is computed.
///
/// A single number takes the short way: it is worked out on the spot and never sees an array.
/// Everything else goes to the kernels of the promoted type: operands converted, broadcast by their
/// layouts, the result row-major.
final class Pointwise {
  private Pointwise() {}

  /// A row for a function of one number.
  static UnaryRow unary(String name, String formula, UnaryOp op) {
    return partial ->
        new UnaryOperation(name, formula, partial) {
          @Override
          public Tensor forward(Tensor x, Attributes attributes) {
            return compute(op, 0, 0, x);
          }
        };
  }

  /// A row for a function with one parameter.
  static UnaryRow unary(String name, String formula, UnaryOp op, Attribute<Double> p) {
    return partial ->
        new UnaryOperation(name, formula, partial, p) {
          @Override
          public Tensor forward(Tensor x, Attributes attributes) {
            return compute(op, attributes.get(p), 0, x);
          }
        };
  }

  /// A row for a function with two parameters.
  static UnaryRow unary(
      String name, String formula, UnaryOp op, Attribute<Double> p, Attribute<Double> q) {
    return partial ->
        new UnaryOperation(name, formula, partial, p, q) {
          @Override
          public Tensor forward(Tensor x, Attributes attributes) {
            return compute(op, attributes.get(p), attributes.get(q), x);
          }
        };
  }

  /// A row for a function of two numbers.
  static BinaryRow binary(String name, String formula, BinaryOp op) {
    return (partialA, partialB) ->
        new BinaryOperation(name, formula, partialA, partialB) {
          @Override
          public Tensor forward(Tensor a, Tensor b, Attributes attributes) {
            return compute(op, a, b);
          }

          @Override
          public boolean forwardInPlace(Tensor a, Tensor b, Attributes attributes) {
            return computeInPlace(op, a, b);
          }
        };
  }

  /// A row for a function of two numbers, the second of which may come with a factor.
  static BinaryRow binary(String name, String formula, BinaryOp op, Attribute<Double> factor) {
    return (partialA, partialB) ->
        new BinaryOperation(name, formula, partialA, partialB, factor) {
          @Override
          public Tensor forward(Tensor a, Tensor b, Attributes attributes) {
            return compute(op, a, attributes.isEmpty() ? b : scaled(a, b, attributes.get(factor)));
          }

          @Override
          public boolean forwardInPlace(Tensor a, Tensor b, Attributes attributes) {
            return computeInPlace(
                op, a, attributes.isEmpty() ? b : scaled(a, b, attributes.get(factor)));
          }
        };
  }

  /// A row for a comparison, which has no derivative.
  static BinaryOperation comparison(String name, String formula, CompareOp op) {
    return new BinaryOperation(name, formula, null, null) {
      @Override
      public Tensor forward(Tensor a, Tensor b, Attributes attributes) {
        return compute(op, a, b);
      }
    };
  }

  /// A rule that is one pass of a kernel: op(g, s), where s is what was saved. Only a backward pass
  /// that is itself recorded, for second derivatives, is composed of tensor operations.
  static Partial.Rule1<Tensor> fused(BinaryOp op, Partial.Rule1<Tensor> composed) {
    return (g, s) -> GradMode.enabled() ? composed.apply(g, s) : compute(op, g, s);
  }

  /// As [#fused(BinaryOp, Partial.Rule1)], for an op with a parameter.
  static Partial.Rule2<Tensor, Attributes> fused(
      BinaryOp op, Attribute<Double> p, Partial.Rule2<Tensor, Attributes> composed) {
    return (g, s, at) ->
        GradMode.enabled() ? composed.apply(g, s, at) : compute(op, at.get(p), 0, g, s);
  }

  /// As [#fused(BinaryOp, Partial.Rule1)], for an op with two parameters.
  static Partial.Rule2<Tensor, Attributes> fused(
      BinaryOp op,
      Attribute<Double> p,
      Attribute<Double> q,
      Partial.Rule2<Tensor, Attributes> composed) {
    return (g, s, at) ->
        GradMode.enabled() ? composed.apply(g, s, at) : compute(op, at.get(p), at.get(q), g, s);
  }

  /// op(x), element by element.
  static Tensor compute(UnaryOp op, double p, double q, Tensor x) {
    if (x.isNumber()) {
      return Tensor.scalar(x.dtype(), op.apply(x.number(), p, q));
    }
    DType dtype = resultType(op, x.dtype());
    Tensor in = Elements.to(x, Elements.computing(dtype));
    Tensor out = Elements.uninitialized(in.dtype(), in.shape());
    Elements.kernels(in.dtype())
        .unary(op, p, q, Elements.array(in), in.layout(), Elements.array(out), out.layout());
    return Elements.to(out, dtype);
  }

  private static DType resultType(UnaryOp op, DType dtype) {
    if (dtype.isFloating()) {
      return dtype;
    }
    if (dtype == DType.BOOL && op == UnaryOp.NEG) {
      throw new IllegalArgumentException(
          "Negation, the `-` operator, on a bool tensor is not supported. "
              + "To invert a mask, compare it: mask.eq(0).");
    }
    if (!op.keepsIntegers()) {
      return TypePromotion.DEFAULT_FLOATING;
    }
    return dtype == DType.BOOL && op == UnaryOp.SQUARE ? DType.INT64 : dtype;
  }

  /// op(a, b), element by element, broadcast.
  static Tensor compute(BinaryOp op, Tensor a, Tensor b) {
    return compute(op, 0, 0, a, b);
  }

  private static Tensor compute(BinaryOp op, double p, double q, Tensor a, Tensor b) {
    DType dtype = TypePromotion.resultType(a, b);
    if (dtype.isFloating()) {
      return a.rank() == 0 && b.rank() == 0
          ? number(op, p, q, dtype, a.item(), b.item())
          : broadcast(op, p, q, dtype, a, b);
    }
    checkWhole(op, dtype, b);
    return op.keepsIntegers()
        ? Elements.to(broadcast(op, p, q, DType.INT64, a, b), dtype)
        : broadcast(op, p, q, TypePromotion.DEFAULT_FLOATING, a, b);
  }

  /// A plain number joins in the precision of the result, as it does in an array.
  private static Tensor number(BinaryOp op, double p, double q, DType dtype, double a, double b) {
    return dtype == DType.FLOAT32
        ? Tensor.scalar(dtype, op.apply((float) a, (float) b, p, q))
        : Tensor.scalar(dtype, op.apply(a, b, p, q));
  }

  private static Tensor broadcast(
      BinaryOp op, double p, double q, DType dtype, Tensor a, Tensor b) {
    Shape shape = Shape.broadcast(a.shape(), b.shape());
    Tensor left = Elements.to(a, dtype);
    Tensor right = Elements.to(b, dtype);
    Tensor out = Elements.uninitialized(dtype, shape);
    Elements.kernels(dtype)
        .binary(
            op,
            p,
            q,
            Elements.array(left),
            left.layout().expand(shape),
            Elements.array(right),
            right.layout().expand(shape),
            Elements.array(out),
            out.layout());
    return out;
  }

  /// Writes op(a, b) over a, if that is where the result fits and no element of b is changed before
  /// it was read.
  private static boolean computeInPlace(BinaryOp op, Tensor a, Tensor b) {
    DType dtype = a.dtype();
    boolean fits =
        dtype.isFloating()
            && a.rank() > 0
            && TypePromotion.resultType(a, b) == dtype
            && b.shape().broadcastsTo(a.shape());
    boolean apart = b.isWrappedNumber() || b.storage() != a.storage() || b.layout() == a.layout();
    if (!fits || !apart) {
      return false;
    }
    Tensor right = Elements.to(b, dtype);
    Elements.kernels(dtype)
        .binary(
            op,
            0,
            0,
            Elements.array(a),
            a.layout(),
            Elements.array(right),
            right.layout().expand(a.shape()),
            Elements.array(a),
            a.layout());
    return true;
  }

  private static void checkWhole(BinaryOp op, DType dtype, Tensor b) {
    if (op == BinaryOp.SUB && dtype == DType.BOOL) {
      throw new IllegalArgumentException(
          "Subtraction, the `-` operator, with two bool tensors is not supported. "
              + "For \"one but not the other\", compare them: a.ne(b).");
    }
    if (op == BinaryOp.POW && b.isWrappedNumber() && b.itemLong() < 0) {
      throw new IllegalArgumentException(
          "Integers to negative integer powers are not allowed. "
              + "Convert the base to a floating type first: x.to(DType.FLOAT32).");
    }
  }

  /// factor · b, in the type that a and b have together.
  private static Tensor scaled(Tensor a, Tensor b, double factor) {
    DType dtype = TypePromotion.resultType(a, b);
    if (!dtype.isFloating() && factor != Math.rint(factor)) {
      throw new IllegalArgumentException(
          "For integral input tensors, argument alpha must not be a floating point number, but it"
              + " is "
              + factor);
    }
    return factor == 1
        ? b
        : compute(BinaryOp.MUL, Elements.to(b, dtype), Tensor.scalar(dtype, factor));
  }

  /// a op b, element by element, broadcast; of bool.
  static Tensor compute(CompareOp op, Tensor a, Tensor b) {
    DType dtype = Elements.computing(TypePromotion.resultType(a, b));
    if (a.isNumber() && b.isNumber()) {
      boolean holds =
          dtype == DType.FLOAT32
              ? op.test((float) a.number(), (float) b.number())
              : op.test(a.number(), b.number());
      return Tensor.scalar(DType.BOOL, holds ? 1 : 0);
    }
    Shape shape = Shape.broadcast(a.shape(), b.shape());
    Tensor left = Elements.to(a, dtype);
    Tensor right = Elements.to(b, dtype);
    Tensor out = Elements.uninitialized(DType.BOOL, shape);
    Elements.kernels(dtype)
        .compare(
            op,
            Elements.array(left),
            left.layout().expand(shape),
            Elements.array(right),
            right.layout().expand(shape),
            Elements.booleans(out),
            out.layout());
    return out;
  }
}
