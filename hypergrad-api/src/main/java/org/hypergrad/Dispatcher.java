package org.hypergrad;

import java.util.List;
import org.hypergrad.autograd.Edge;
import org.hypergrad.autograd.Node;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.BinaryOperation;
import org.hypergrad.spi.Function;
import org.hypergrad.spi.FunctionContext;
import org.hypergrad.spi.Partial;
import org.hypergrad.spi.UnaryOperation;

/// The one place where every operation passes: it computes the result and, if grad mode is on and
/// an input requires it, asks the engine for a node and writes it into the result (PyTorch: the
/// generated `VariableType`, `tools/autograd/gen_variable_type.py`).
final class Dispatcher {
  static final String STALE_VIEW =
      "This tensor is a view, and the tensor it shows was changed in place by a recorded operation"
          + " after the view was made. Its history would have to be rewritten, which HyperGrad does"
          + " not do: make the view again, or change a clone() instead.";

  static final String EARLIER_VIEW =
      "This tensor is a view, and the tensor it shows was told to start or to stop requiring a"
          + " gradient after the view was made: make the view again.";

  private Dispatcher() {}

  static Tensor apply(UnaryOperation operation, Tensor x, Attributes attributes) {
    Tensor y = operation.forward(x, attributes);
    if (x.isTracked()
        && operation.isDifferentiable()
        && GradMode.enabled()
        && y.dtype().isFloating()) {
      Edge next = x.gradientEdge();
      y = fresh(y, x);
      y.setEdge(Autograd.engine().record(operation, attributes, next, x, y));
    }
    return linked(y, x);
  }

  static Tensor apply(BinaryOperation operation, Tensor a, Tensor b, Attributes attributes) {
    Tensor y = operation.forward(a, b, attributes);
    if ((a.isTracked() || b.isTracked())
        && operation.isDifferentiable()
        && GradMode.enabled()
        && y.dtype().isFloating()) {
      Edge nextA = edge(operation.partialA(), a);
      Edge nextB = edge(operation.partialB(), b);
      if (nextA != null || nextB != null) {
        y = fresh(fresh(y, a), b);
        y.setEdge(Autograd.engine().record(operation, attributes, nextA, a, nextB, b, y));
      }
    }
    return linked(linked(y, a), b);
  }

  static List<Tensor> apply(Function function, Attributes attributes, Tensor... inputs) {
    Edge[] next = new Edge[inputs.length];
    boolean[] needsInputGrad = new boolean[inputs.length];
    boolean record = false;
    if (function.isDifferentiable() && GradMode.enabled()) {
      for (int i = 0; i < inputs.length; i++) {
        next[i] = inputs[i] == null ? null : inputs[i].gradientEdge();
        needsInputGrad[i] = next[i] != null;
        record |= needsInputGrad[i];
      }
    }
    FunctionContext context = new FunctionContext(attributes, needsInputGrad);
    Tensor[] outputs =
        record || !function.isDifferentiable()
            ? GradMode.off(() -> function.forward(context, inputs))
            : function.forward(context, inputs);
    if (record) {
      recordOutputs(function, context, next, inputs, outputs);
    }
    for (Tensor output : outputs) {
      for (Tensor input : inputs) {
        if (input != null) {
          linked(output, input);
        }
      }
      if (outputs.length > 1 && output.metaOrNull() != null && output.metaOrNull().base != null) {
        output.meta().noInPlace =
            "is the output of a function that returns multiple views. Such functions do not allow"
                + " the output views to be modified inplace. You should replace the inplace"
                + " operation by an out-of-place one.";
      }
    }
    return List.of(outputs);
  }

  private static void recordOutputs(
      Function function, FunctionContext context, Edge[] next, Tensor[] inputs, Tensor[] outputs) {
    boolean[] differentiable = new boolean[outputs.length];
    boolean any = false;
    for (int k = 0; k < outputs.length; k++) {
      differentiable[k] = context.isDifferentiable(outputs[k]);
      any |= differentiable[k];
      for (Tensor input : inputs) {
        outputs[k] = input == null ? outputs[k] : fresh(outputs[k], input);
      }
    }
    if (any) {
      Node node = Autograd.engine().record(function, context, next, inputs, outputs);
      for (int k = 0; k < outputs.length; k++) {
        if (differentiable[k]) {
          outputs[k].setEdge(Edge.of(node, k));
        }
      }
    }
  }

  /// Changes `x` to operation(x), in place.
  static Tensor applyInPlace(UnaryOperation operation, Tensor x, Attributes attributes) {
    boolean record = x.isTracked() && operation.isDifferentiable() && GradMode.enabled();
    checkInPlace(operation.name(), x, record);
    Tensor before = record && operation.partial().usesInput(0) ? copyWithHistory(x) : x;
    Edge next = record ? x.gradientEdge() : null;
    overwrite(operation.name(), x, operation.forward(before, attributes));
    if (record) {
      x.rebase(Autograd.engine().record(operation, attributes, next, before, x));
    }
    return x;
  }

  /// Changes `x` to operation(x, other), in place.
  static Tensor applyInPlace(
      BinaryOperation operation, Tensor x, Tensor other, Attributes attributes) {
    boolean record =
        (x.isTracked() || other.isTracked())
            && operation.isDifferentiable()
            && GradMode.enabled()
            && x.dtype().isFloating();
    checkInPlace(operation.name(), x, record);
    boolean savesX = false;
    boolean savesOther = false;
    if (record) {
      Partial a = operation.partialA();
      Partial b = operation.partialB();
      savesX = x.edge() != null && a.usesInput(0) || other.edge() != null && b.usesInput(0);
      savesOther = x.edge() != null && a.usesInput(1) || other.edge() != null && b.usesInput(1);
    }
    Tensor before = savesX ? copyWithHistory(x) : x;
    Tensor operand = savesOther && other.sharesStorage(x) ? copyWithHistory(other) : other;
    Edge nextX = record ? edge(operation.partialA(), x) : null;
    Edge nextOther = record ? edge(operation.partialB(), other) : null;
    if (operation.forwardInPlace(x, operand, attributes)) {
      x.storage().bumpVersion();
    } else {
      overwrite(operation.name(), x, operation.forward(before, operand, attributes));
    }
    if (nextX != null || nextOther != null) {
      x.rebase(
          Autograd.engine().record(operation, attributes, nextX, before, nextOther, operand, x));
    }
    return x;
  }

  /// Changes `x` to the only output of function(x, others...), in place.
  static Tensor applyInPlace(Function function, Attributes attributes, Tensor... inputs) {
    Tensor x = inputs[0];
    boolean record = false;
    Tensor[] operands = inputs.clone();
    if (GradMode.enabled()) {
      for (int i = 0; i < inputs.length; i++) {
        record |= inputs[i] != null && inputs[i].isTracked();
      }
    }
    checkInPlace(function.name(), x, record);
    for (int i = 0; record && i < inputs.length; i++) {
      if (inputs[i] != null && inputs[i].sharesStorage(x)) {
        operands[i] = copyWithHistory(inputs[i]);
      }
    }
    Tensor y = apply(function, attributes, operands).getFirst();
    overwrite(function.name(), x, y);
    if (record) {
      x.rebase(y.edge());
    }
    return x;
  }

  private static void checkInPlace(String name, Tensor x, boolean record) {
    AutogradMeta meta = x.metaOrNull();
    boolean view = meta != null && meta.base != null;
    if (GradMode.enabled() && x.edge() != null && x.isLeaf()) {
      throw new IllegalStateException(
          "a leaf Variable that requires grad is being used in an in-place operation. "
              + name
              + "_ would change it behind the back of what was computed from it: use"
              + " GradMode.off(() -> ...) to update a parameter.");
    }
    if (view && GradMode.enabled()) {
      Tensor base = meta.base;
      if (base.edge() != null && base.isLeaf()) {
        throw new IllegalStateException(
            "a view of a leaf Variable that requires grad is being used in an in-place operation."
                + " Use GradMode.off(() -> ...) to update a parameter.");
      }
      if (record && meta.noInPlace != null) {
        throw new IllegalStateException(
            "Output "
                + x.outputNr()
                + " of "
                + (x.gradFn() == null ? name : x.gradFn().name())
                + " is a view and is being modified inplace. This view "
                + meta.noInPlace);
      }
      if (record || base.edge() != null) {
        throw new IllegalStateException(
            name
                + "_ would change a view of a tensor inside a recorded computation, whose history"
                + " would have to be rewritten. HyperGrad does not do that: change a clone() of the"
                + " view, or build the result from parts with cat, stack, where or masked_fill.");
      }
    }
    if (x.layout().overlapsItself()) {
      throw new IllegalArgumentException(
          "unsupported operation: more than one element of the written-to tensor refers to a single"
              + " memory location. Please clone() the tensor before performing "
              + name
              + "_.");
    }
  }

  private static void overwrite(String name, Tensor x, Tensor y) {
    if (!y.shape().equals(x.shape())) {
      throw new IllegalArgumentException(
          "output with shape "
              + x.shape()
              + " doesn't match the broadcast shape "
              + y.shape()
              + " in "
              + name
              + "_");
    }
    if (y.dtype().category().compareTo(x.dtype().category()) > 0) {
      throw new IllegalArgumentException(
          "result type "
              + y.dtype()
              + " can't be cast to the desired output type "
              + x.dtype()
              + " in "
              + name
              + "_, which writes its result into the tensor it is called on");
    }
    Creation.copy(y, x);
    x.storage().bumpVersion();
  }

  /// The elements as they are now, with the history as it is now: what a rule saves of a tensor
  /// about to change.
  private static Tensor copyWithHistory(Tensor x) {
    Tensor copy = Creation.copyOf(x);
    copy.setEdge(x.gradientEdge());
    return copy;
  }

  private static Edge edge(Partial partial, Tensor input) {
    return partial.exists() ? input.gradientEdge() : null;
  }

  /// `y`, or another object over its elements if the operation returned its input itself.
  private static Tensor fresh(Tensor y, Tensor input) {
    return y == input ? y.alias() : y;
  }

  /// Notes that `y` is a view if it shares the storage of `input`.
  private static Tensor linked(Tensor y, Tensor input) {
    if (y != input && y.sharesStorage(input)) {
      AutogradMeta of = input.metaOrNull();
      Tensor base = of != null && of.base != null ? of.base : input;
      AutogradMeta meta = y.meta();
      meta.base = base;
      meta.baseEdge = base.edge();
    }
    return y;
  }
}
