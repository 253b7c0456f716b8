package org.hypergrad.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.AutogradException;
import org.hypergrad.autograd.Edge;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.BackwardContext;
import org.hypergrad.spi.Function;
import org.hypergrad.spi.FunctionContext;

/// The node of a [Function]: any number of edges and outputs, and what the function chose to save
/// (PyTorch: `torch/csrc/autograd/custom_function.h`).
final class FunctionNode extends RecordedNode {
  private final Function function;
  private final Attributes attributes;
  private final boolean materializesGrads;
  private final Edge[] next;
  private final Shape[] shapes;
  private final DType[] dtypes;
  private final boolean[] isOutput;
  private final int[] savedInputs;
  private final int[] versions;
  private final int savedCount;
  private Tensor[] saved;

  FunctionNode(
      Function function, FunctionContext context, Edge[] next, Tensor[] inputs, Tensor[] outputs) {
    super(outputs[0].shape(), outputs[0].dtype());
    this.function = function;
    this.attributes = context.attributes();
    this.materializesGrads = context.materializesGrads();
    this.next = next;
    this.shapes = Arrays.stream(outputs).map(Tensor::shape).toArray(Shape[]::new);
    this.dtypes = Arrays.stream(outputs).map(Tensor::dtype).toArray(DType[]::new);
    this.saved = context.saved();
    this.versions = Arrays.stream(saved).mapToInt(RecordedNode::version).toArray();
    this.savedCount = saved.length;
    this.isOutput = new boolean[saved.length];
    this.savedInputs = new int[saved.length];
    for (int i = 0; i < saved.length; i++) {
      Tensor tensor = saved[i];
      isOutput[i] = Arrays.stream(outputs).anyMatch(output -> output == tensor);
      savedInputs[i] = indexOf(tensor, inputs);
    }
  }

  private static int indexOf(Tensor tensor, Tensor[] inputs) {
    for (int slot = 0; slot < inputs.length; slot++) {
      if (inputs[slot] == tensor) {
        return slot;
      }
    }
    return -1;
  }

  @Override
  void run(GraphTask task, Tensor gradient) {
    Tensor[] computed = gradients(task, new Tensor[] {gradient});
    for (int slot = 0; slot < next.length; slot++) {
      task.deliver(this, slot, computed[slot]);
    }
  }

  @Override
  Tensor[] gradients(GraphTask task, Tensor[] gradients) {
    if (materializesGrads) {
      for (int i = 0; i < gradients.length; i++) {
        gradients[i] = gradients[i] == null ? Tensor.zeros(dtypes[i], shapes[i]) : gradients[i];
      }
    }
    Tensor[] computed = function.backward(new Context(task), gradients);
    int expected = next.length;
    for (int i = expected; i < computed.length; i++) {
      if (computed[i] != null) {
        throw wrongCount(expected, computed.length);
      }
    }
    if (computed.length < expected) {
      throw wrongCount(expected, computed.length);
    }
    for (int slot = 0; slot < expected; slot++) {
      computed[slot] = next[slot] == null || !task.needs(next[slot]) ? null : computed[slot];
    }
    return computed;
  }

  private AutogradException wrongCount(int expected, int got) {
    return new AutogradException(
        "function "
            + name()
            + " returned an incorrect number of gradients (expected "
            + expected
            + ", got "
            + got
            + ")");
  }

  /// What the function sees of this node.
  private final class Context implements BackwardContext {
    private final GraphTask task;

    Context(GraphTask task) {
      this.task = task;
    }

    @Override
    public Tensor saved(int position) {
      return FunctionNode.this.saved(position);
    }

    @Override
    public Shape shape(int input) {
      return next[input].node().gradientShape(next[input].inputNr());
    }

    @Override
    public DType dtype(int input) {
      return next[input].node().gradientDtype(next[input].inputNr());
    }

    @Override
    public boolean needsInputGrad(int input) {
      return next[input] != null && task.needs(next[input]);
    }

    @Override
    public Attributes attributes() {
      return attributes;
    }
  }

  private Tensor saved(int position) {
    Tensor[] current = saved;
    if (current == null) {
      return unpack(null, versions, 0, false);
    }
    Tensor tensor = current[position];
    return tensor == null ? null : unpack(tensor, versions, position, isOutput[position]);
  }

  @Override
  void release() {
    saved = savedCount == 0 ? saved : null;
  }

  @Override
  int slots() {
    return next.length;
  }

  @Override
  Edge next(int slot) {
    return next[slot];
  }

  @Override
  public int inputCount() {
    return shapes.length;
  }

  @Override
  public Shape gradientShape(int inputNr) {
    return shapes[inputNr];
  }

  @Override
  public DType gradientDtype(int inputNr) {
    return dtypes[inputNr];
  }

  @Override
  public List<Tensor> savedTensors() {
    List<Tensor> tensors = new ArrayList<>();
    for (int i = 0; i < savedCount; i++) {
      Tensor tensor = saved(i);
      if (tensor != null) {
        tensors.add(tensor);
      }
    }
    return tensors;
  }

  @Override
  public int savedInput(int index) {
    return IntStream.range(0, savedCount)
        .filter(i -> saved(i) != null)
        .skip(index)
        .map(i -> savedInputs[i])
        .findFirst()
        .orElse(-1);
  }

  @Override
  public Function operation() {
    return function;
  }

  @Override
  public Attributes attributes() {
    return attributes;
  }

  @Override
  public String name() {
    return function.nodeName();
  }
}
