package org.hypergrad.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.hypergrad.DType;
import org.hypergrad.Tensor;

/// The arguments of one call in Python, each asked for by its position and PyTorch's name for it,
/// whichever the call used. A call notes what it was asked for: what nobody reads, nobody obeys,
/// and the case is not supported.
final class Call {
  /// The tensors of the case, as its gradients are listed.
  final List<Tensor> tensors;

  private final JsonNode args;
  private final JsonNode kwargs;
  private final Set<Integer> readArgs = new HashSet<>();
  private final Set<String> readKwargs = new HashSet<>(Set.of("device"));

  Call(List<Tensor> tensors, JsonNode args, JsonNode kwargs) {
    this.tensors = tensors;
    this.args = args;
    this.kwargs = kwargs;
  }

  /// The call of a case of `ops` and its like, with fresh tensors that require gradients as the
  /// case says.
  static Call of(JsonNode fields) {
    List<Tensor> tensors = new ArrayList<>();
    for (JsonNode tensor : fields.get("tensors")) {
      boolean requiresGrad = fields.path("requires_grad").path(tensors.size()).asBoolean();
      tensors.add(Tensors.read(tensor).requiresGrad(requiresGrad));
    }
    return new Call(tensors, fields.get("args"), fields.get("kwargs"));
  }

  // ---- tensors

  /// The tensor at a position.
  Tensor t(int position) {
    return tensor(at(position), "argument " + position);
  }

  /// A tensor.
  Tensor tensor(int position, String name) {
    return tensor(argument(position, name), name);
  }

  /// A tensor, or null if it was left out.
  Tensor tensorOrNull(int position, String name) {
    JsonNode argument = argument(position, name);
    return argument.isNull() || argument.isMissingNode() ? null : tensor(argument, name);
  }

  /// A tensor given by keyword, or null.
  Tensor tensorOrNull(String name) {
    return tensorOrNull(-1, name);
  }

  /// The list of tensors at a position.
  List<Tensor> list(int position) {
    List<Tensor> list = new ArrayList<>();
    for (JsonNode entry : at(position)) {
      list.add(tensor(entry, "argument " + position));
    }
    return list;
  }

  /// The tensor at a position, in the type that the keyword `dtype` names, if it does.
  Tensor cast(int position) {
    DType dtype = dtype("dtype");
    return dtype == null ? t(position) : t(position).to(dtype);
  }

  private Tensor tensor(JsonNode argument, String name) {
    if (argument.isNumber()
        && tensors.isEmpty()) { // two plain numbers: PyTorch makes tensors of them
      return argument.isIntegralNumber()
          ? Tensor.scalar(argument.longValue())
          : Tensor.scalar(argument.doubleValue());
    }
    if (!argument.has("t")) {
      throw new UnsupportedCase(name + ": a tensor is taken here, not " + argument);
    }
    return tensors.get(argument.get("t").intValue());
  }

  // ---- numbers and other plain values

  /// What is made of the argument at a position, which may be a tensor, a whole number or a
  /// fraction.
  Tensor with(
      int position,
      UnaryOperator<Tensor> tensor,
      LongFunction<Tensor> whole,
      DoubleFunction<Tensor> fraction) {
    if (isTensor(position)) {
      return tensor.apply(t(position));
    }
    JsonNode argument = at(position);
    return argument.isIntegralNumber()
        ? whole.apply(argument.longValue())
        : fraction.apply(real(argument));
  }

  /// A tensor or a number, or null if it was left out.
  Object operand(int position, String name) {
    return argument(position, name).has("t")
        ? tensor(position, name)
        : numberOrNull(position, name);
  }

  /// A whole number; that of a 0-d tensor too.
  int integer(int position, String name) {
    JsonNode argument = argument(position, name);
    return Math.toIntExact(
        argument.has("t") ? tensor(argument, name).itemLong() : argument.longValue());
  }

  /// A whole number, or a default if it was left out.
  int integer(int position, String name, int otherwise) {
    return given(position, name) ? integer(position, name) : otherwise;
  }

  /// A number, or a default if it was left out.
  double number(int position, String name, double otherwise) {
    return given(position, name) ? real(argument(position, name)) : otherwise;
  }

  /// A number, or null if it was left out.
  Double numberOrNull(int position, String name) {
    return given(position, name) ? (Double) real(argument(position, name)) : null;
  }

  /// A truth value, or a default if it was left out.
  boolean flag(int position, String name, boolean otherwise) {
    return given(position, name) ? argument(position, name).booleanValue() : otherwise;
  }

  /// A truth value given by keyword, false if left out.
  boolean flag(String name) {
    return flag(-1, name, false);
  }

  /// A word, or a default if it was left out.
  String text(int position, String name, String otherwise) {
    return given(position, name) ? argument(position, name).textValue() : otherwise;
  }

  /// One whole number or a list of them; empty if left out.
  int[] ints(int position, String name) {
    JsonNode argument = argument(position, name);
    return argument.isArray()
        ? Tensors.ints(argument)
        : given(position, name) ? new int[] {integer(position, name)} : new int[0];
  }

  /// Sizes: a list at a position, or all numbers from there on.
  int[] sizes(int position) {
    return at(position).isArray()
        ? ints(position, null)
        : IntStream.range(position, args.size()).map(i -> integer(i, null)).toArray();
  }

  /// An element type given by keyword, or null.
  DType dtype(String name) {
    return given(name) ? Tensors.dtype(argument(-1, name).get("dtype").textValue()) : null;
  }

  /// The raw argument at a position.
  JsonNode at(int position) {
    return argument(position, null);
  }

  // ---- what was given

  /// Whether an argument is there, and not None.
  boolean given(int position, String name) {
    JsonNode argument = argument(position, name);
    return !argument.isMissingNode() && !argument.isNull();
  }

  /// Whether a keyword is there, and not None.
  boolean given(String name) {
    return given(-1, name);
  }

  /// Whether the argument at a position is a tensor.
  boolean isTensor(int position) {
    return args.path(position).has("t");
  }

  /// Whether the argument at a position is a plain number.
  boolean isNumber(int position) {
    return args.path(position).isNumber() || args.path(position).has("float");
  }

  /// Whether the argument at a position is a list.
  boolean isList(int position) {
    return args.path(position).isArray();
  }

  /// Whether the argument at a position is a truth value.
  boolean isFlag(int position) {
    return args.path(position).isBoolean();
  }

  /// @throws UnsupportedCase if there is an argument that was never asked for
  void assertAllRead() {
    for (int i = 0; i < args.size(); i++) {
      if (!readArgs.contains(i)) {
        throw new UnsupportedCase("nothing takes argument " + i);
      }
    }
    kwargs
        .fieldNames()
        .forEachRemaining(name -> {
          if (!readKwargs.contains(name)) {
            throw new UnsupportedCase("nothing takes the keyword " + name);
          }
        });
  }

  private JsonNode argument(int position, String name) {
    if (position >= 0 && position < args.size()) {
      readArgs.add(position);
      return args.get(position);
    }
    readKwargs.add(name);
    return kwargs.path(name == null ? "" : name);
  }

  private static double real(JsonNode argument) {
    if (argument.isBoolean()) {
      return argument.booleanValue() ? 1 : 0;
    }
    return Tensors.real(argument.has("float") ? argument.get("float") : argument);
  }
}
