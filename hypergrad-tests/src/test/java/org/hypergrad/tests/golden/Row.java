package org.hypergrad.tests.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hypergrad.Tensor;
import org.hypergrad.ValuesAndIndices;

/// One line of the table of calls: PyTorch's name, and what a Java program writes instead.
///
/// @param name as in the golden vectors: `add`, `nn.functional.relu`, perhaps with a variant,
///   `max__binary`
/// @param call gives a tensor, a pair or a list of such, or a plain value
record Row(String name, Function<Call, ?> call) {
  /// A method that takes a plain number.
  @FunctionalInterface
  interface WithWhole {
    /// The method on `x`.
    Tensor apply(Tensor x, long number);
  }

  /// A method that takes a plain number.
  @FunctionalInterface
  interface WithFraction {
    /// The method on `x`.
    Tensor apply(Tensor x, double number);
  }

  /// Any call.
  static Row row(String name, Function<Call, ?> call) {
    return new Row(name, call);
  }

  /// A function of one tensor.
  static Row unary(String name, UnaryOperator<Tensor> function) {
    return row(name, c -> function.apply(c.t(0)));
  }

  /// A function of two tensors.
  static Row binary(String name, BinaryOperator<Tensor> function) {
    return row(name, c -> function.apply(c.t(0), c.t(1)));
  }

  /// A function of a tensor and a tensor or number.
  static Row binary(
      String name, BinaryOperator<Tensor> tensors, WithWhole whole, WithFraction fraction) {
    return row(name, c -> apply(c, 0, 1, tensors, whole, fraction));
  }

  /// A function of a tensor and a tensor or number, in any order; the last two swap a number in
  /// front with the tensor.
  static Row binary(
      String name,
      BinaryOperator<Tensor> tensors,
      WithWhole whole,
      WithFraction fraction,
      WithWhole wholeFirst,
      WithFraction fractionFirst) {
    return row(
        name,
        c ->
            c.isNumber(0)
                ? apply(c, 1, 0, tensors, wholeFirst, fractionFirst)
                : apply(c, 0, 1, tensors, whole, fraction));
  }

  private static Tensor apply(
      Call c,
      int x,
      int y,
      BinaryOperator<Tensor> tensors,
      WithWhole whole,
      WithFraction fraction) {
    Tensor first = c.t(x);
    return c.with(
        y,
        second -> tensors.apply(first, second),
        number -> whole.apply(first, number),
        number -> fraction.apply(first, number));
  }

  /// Makes the call, and gives all outputs in order.
  List<Object> outputs(Call arguments) {
    List<Object> outputs = new ArrayList<>();
    flatten(call.apply(arguments), outputs);
    return outputs;
  }

  private static void flatten(Object result, List<Object> into) {
    switch (result) {
      case ValuesAndIndices(Tensor values, Tensor indices) -> {
        into.add(values);
        into.add(indices);
      }
      case List<?> list -> list.forEach(entry -> flatten(entry, into));
      default -> into.add(result);
    }
  }
}
