package org.hypergrad.demo.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Supplier;
import org.hypergrad.Operations;
import org.hypergrad.Tensor;
import org.hypergrad.demo.expression.Computation.Step;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.Operation;

/// Walks through the expressions of a program and computes them with tensors.
final class Evaluator {
  private final Program program;
  private final Map<String, Tensor> names;
  private final Set<String> unused;
  private final List<Step> steps = new ArrayList<>();

  Evaluator(Program program, Map<String, Tensor> values) {
    this.program = program;
    this.names = new LinkedHashMap<>(values);
    this.unused = new LinkedHashSet<>(values.keySet());
    values.forEach((name, value) -> steps.add(new Step(name, value)));
  }

  Computation run() {
    Tensor result = null;
    for (Statement statement : program.statements()) {
      result = run(statement);
    }
    return new Computation(List.copyOf(steps), result, List.copyOf(unused));
  }

  private Tensor run(Statement statement) {
    String text = program.source().substring(statement.start(), statement.end());
    Tensor value = value(statement.expression(), text, statement.name().orElse(text));
    if (statement.name().isPresent()) {
      String name = statement.name().get();
      if (statement.expression() instanceof Expression.Constant) {
        value.requiresGrad(true).name(name);
        steps.add(new Step(text, value));
      }
      names.put(name, value);
    }
    return value;
  }

  private Tensor value(Expression expression) {
    String text = program.source().substring(expression.start(), expression.end());
    return value(expression, text, text);
  }

  /// The value of an expression; that of an operation is a step, with this text, and gets this
  /// name.
  private Tensor value(Expression expression, String text, String name) {
    return switch (expression) {
      case Expression.Constant constant -> at(constant.start(), constant.literal()::toTensor);
      case Expression.Variable variable -> variable(variable);
      case Expression.Operation operation -> {
        Tensor result = compute(operation).name(name);
        if (result.requiresGrad()) {
          result.retainGrad();
        }
        steps.add(new Step(text, result));
        yield result;
      }
    };
  }

  private Tensor variable(Expression.Variable variable) {
    Tensor value = names.get(variable.name());
    if (value == null) {
      throw error(
          "'"
              + variable.name()
              + "' has no value: "
              + (names.isEmpty()
                  ? "no variable has one"
                  : "there is one for " + String.join(", ", names.keySet()))
              + "; give it one, as "
              + variable.name()
              + "=2",
          variable.start());
    }
    unused.remove(variable.name());
    return value;
  }

  private Tensor compute(Expression.Operation operation) {
    return switch (operation) {
      case Expression.Negation(Expression operand, int start, int _) -> {
        Tensor x = value(operand);
        yield at(start, x::neg);
      }
      case Expression.Binary binary -> {
        Tensor left = value(binary.left());
        Tensor right = value(binary.right());
        yield at(binary.position(), () -> binary.operator().apply(left, right));
      }
      case Expression.Call call -> call(call);
    };
  }

  private Tensor call(Expression.Call call) {
    Operation operation = operation(call);
    Attributes attributes = Attributes.NONE;
    for (Expression.Setting setting : call.settings()) {
      Attribute<?> attribute = at(setting.start(), () -> operation.attribute(setting.name()));
      attributes = with(attributes, attribute, setting);
    }
    Tensor[] operands = call.operands().stream().map(this::operand).toArray(Tensor[]::new);
    if (operands.length > operation.maxInputs() && !operation.attributes().isEmpty()) {
      throw error(
          operation.name()
              + " takes "
              + operation.maxInputs()
              + " operands, but was given "
              + operands.length
              + "; attributes are given by name: "
              + operation.attributes(),
          call.start());
    }
    Attributes settings = attributes;
    return at(call.start(), () -> apply(operation, settings, operands));
  }

  /// The value of an operand; null for `none`, which leaves out an operand that an operation can do
  /// without.
  private Tensor operand(Expression operand) {
    boolean none =
        operand instanceof Expression.Variable variable
            && variable.name().equals("none")
            && !names.containsKey("none");
    return none ? null : value(operand);
  }

  private static Tensor apply(Operation operation, Attributes attributes, Tensor[] operands) {
    try {
      return operation.apply(attributes, operands).getFirst();
    } catch (NullPointerException e) {
      if (!Arrays.asList(operands).contains(null)) {
        throw e;
      }
      // which operands may be absent, only the operation knows
      throw new IllegalArgumentException(operation.name() + " needs every operand");
    }
  }

  private Operation operation(Expression.Call call) {
    try {
      return Operations.named(call.operation());
    } catch (NoSuchElementException e) {
      throw error(e.getMessage(), call.start());
    }
  }

  private <T> Attributes with(
      Attributes attributes, Attribute<T> attribute, Expression.Setting setting) {
    return attributes.with(
        attribute, at(setting.valueStart(), () -> AttributeType.read(attribute, setting.value())));
  }

  /// What `computation` gives; if the operands do not suit it, an error that points to this
  /// position.
  private <T> T at(int position, Supplier<T> computation) {
    try {
      return computation.get();
    } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
      throw error(e.getMessage(), position);
    }
  }

  private ExpressionException error(String message, int position) {
    return new ExpressionException(message, program.source(), position);
  }
}
