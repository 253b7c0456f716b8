package org.hypergrad.bench;

/// The least that reverse mode needs: numbers, two operands each, a list in the order of creation,
/// and no names, hooks, versions, shapes or second derivatives. What it costs is what the
/// arithmetic and the memory cost.
final class MinimalTape {
  /// One number on the tape.
  static final class Value {
    final double data;
    final Value a;
    final Value b;
    final double partialA;
    final double partialB;
    final Value previous;
    double grad;

    Value(double data, Value a, double partialA, Value b, double partialB, Value previous) {
      this.data = data;
      this.a = a;
      this.partialA = partialA;
      this.b = b;
      this.partialB = partialB;
      this.previous = previous;
    }
  }

  private Value last;

  Value value(double data) {
    return last = new Value(data, null, 0, null, 0, last);
  }

  Value add(Value a, Value b) {
    return last = new Value(a.data + b.data, a, 1, b, 1, last);
  }

  Value mul(Value a, Value b) {
    return last = new Value(a.data * b.data, a, b.data, b, a.data, last);
  }

  Value relu(Value a) {
    return last = new Value(Math.max(a.data, 0), a, a.data > 0 ? 1 : 0, null, 0, last);
  }

  /// From the result back, in the reverse order of creation.
  void backward(Value root) {
    root.grad = 1;
    for (Value value = last; value != null; value = value.previous) {
      if (value.a != null) {
        value.a.grad += value.partialA * value.grad;
      }
      if (value.b != null) {
        value.b.grad += value.partialB * value.grad;
      }
    }
  }
}
