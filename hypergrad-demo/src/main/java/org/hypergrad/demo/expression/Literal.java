package org.hypergrad.demo.expression;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// A value as it is written: a constant of an expression, the value of a variable, or that of an
/// attribute.
sealed interface Literal {
  /// A number.
  record Number(double value) implements Literal {
    /// `2` rather than `2.0`.
    @Override
    public String toString() {
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? Long.toString((long) value)
          : Double.toString(value);
    }
  }

  /// A word, as `true` or `float32`.
  record Word(String text) implements Literal {
    @Override
    public String toString() {
      return text;
    }
  }

  /// Values in brackets.
  record Items(List<Literal> values) implements Literal {
    /// `[1, 2]`.
    @Override
    public String toString() {
      return values.stream().map(Literal::toString).collect(Collectors.joining(", ", "[", "]"));
    }
  }

  /// A new tensor of float64: a number is 0-d, a list of numbers a vector, a list of lists a
  /// matrix, and so on.
  ///
  /// @throws IllegalArgumentException if it holds words, or lists of different shapes side by side
  default Tensor toTensor() {
    return switch (this) {
      case Number(double value) -> Tensor.scalar(value);
      case Items _ -> Tensor.of(shape(), flat().toArray());
      case Word(String text) ->
          throw new IllegalArgumentException("'" + text + "' is not a number");
    };
  }

  private Shape shape() {
    if (!(this instanceof Items(List<Literal> values))) {
      return Shape.SCALAR;
    }
    if (values.isEmpty()) {
      return Shape.of(0);
    }
    Shape first = values.getFirst().shape();
    for (Literal value : values) {
      if (!value.shape().equals(first)) {
        throw new IllegalArgumentException(
            "the entries of a list have one shape, but "
                + values.getFirst()
                + " has "
                + first
                + " and "
                + value
                + " has "
                + value.shape());
      }
    }
    int[] rest = first.toArray();
    int[] sizes = new int[rest.length + 1];
    sizes[0] = values.size();
    System.arraycopy(rest, 0, sizes, 1, rest.length);
    return Shape.of(sizes);
  }

  private DoubleStream flat() {
    return switch (this) {
      case Number(double value) -> DoubleStream.of(value);
      case Items(List<Literal> values) -> values.stream().flatMapToDouble(Literal::flat);
      case Word(String text) ->
          throw new IllegalArgumentException("'" + text + "' is not a number");
    };
  }
}
