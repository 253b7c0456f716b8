package org.hypergrad.engine;

import java.util.ArrayList;
import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.Edge;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.BinaryOperation;
import org.hypergrad.spi.Saved;

/// The node of a [BinaryOperation]: an edge for each input that needs a gradient, and of a, b and y
/// what the rules of those inputs read.
final class BinaryNode extends RecordedNode implements Saved {
  private final BinaryOperation operation;
  private final Attributes attributes;
  private final Edge nextA;
  private final Edge nextB;
  private Tensor a;
  private Tensor b;
  private Tensor y;
  private final int[] versions;

  /// The number that one of the inputs is, for those who look at the graph; null if none is.
  private final Tensor number;

  /// The shape of the input that needs no gradient; null if both do.
  private final Shape constantShape;

  BinaryNode(
      BinaryOperation operation,
      Attributes attributes,
      Edge nextA,
      Tensor a,
      Edge nextB,
      Tensor b,
      Tensor y) {
    super(y.shape(), y.dtype());
    this.operation = operation;
    this.attributes = attributes;
    this.nextA = nextA;
    this.nextB = nextB;
    this.a = usesInput(0) ? a : null;
    this.b = usesInput(1) ? b : null;
    this.y = usesOutput() ? y : null;
    this.versions = versions(this.a, this.b, this.y);
    Tensor constant = nextB == null ? b : nextA == null ? a : null;
    this.number = constant != null && constant.isWrappedNumber() ? constant : null;
    this.constantShape = constant == null ? null : constant.shape();
  }

  private boolean usesInput(int index) {
    return nextA != null && operation.partialA().usesInput(index)
        || nextB != null && operation.partialB().usesInput(index);
  }

  private boolean usesOutput() {
    return nextA != null && operation.partialA().usesOutput()
        || nextB != null && operation.partialB().usesOutput();
  }

  @Override
  void run(GraphTask task, Tensor gradient) {
    if (nextA != null && task.needs(nextA)) {
      task.deliver(this, 0, operation.partialA().apply(gradient, this));
    }
    if (nextB != null && task.needs(nextB)) {
      task.deliver(this, 1, operation.partialB().apply(gradient, this));
    }
  }

  @Override
  Tensor[] gradients(GraphTask task, Tensor[] gradients) {
    return new Tensor[] {
      nextA != null && task.needs(nextA) ? operation.partialA().apply(gradients[0], this) : null,
      nextB != null && task.needs(nextB) ? operation.partialB().apply(gradients[0], this) : null
    };
  }

  @Override
  void release() {
    a = null;
    b = null;
    y = null;
  }

  @Override
  int slots() {
    return 2;
  }

  @Override
  Edge next(int slot) {
    return slot == 0 ? nextA : nextB;
  }

  @Override
  public Tensor input(int index) {
    return index == 0 ? unpack(a, versions, 0, false) : unpack(b, versions, 1, false);
  }

  @Override
  public Tensor output() {
    return unpack(y, versions, 2, true);
  }

  @Override
  public Shape shape(int index) {
    Edge edge = next(index);
    return edge.node().gradientShape(edge.inputNr());
  }

  @Override
  public DType dtype(int index) {
    Edge edge = next(index);
    return edge.node().gradientDtype(edge.inputNr());
  }

  @Override
  public Attributes attributes() {
    return attributes;
  }

  @Override
  public List<Tensor> savedTensors() {
    List<Tensor> saved = new ArrayList<>(3);
    if (usesInput(0)) {
      saved.add(input(0));
    }
    if (usesInput(1)) {
      saved.add(input(1));
    }
    if (usesOutput()) {
      saved.add(output());
    }
    return saved;
  }

  @Override
  public int savedInput(int index) {
    int first = usesInput(0) ? 0 : usesInput(1) ? 1 : -1;
    return index == 0 ? first : index == 1 && first == 0 && usesInput(1) ? 1 : -1;
  }

  @Override
  public Shape constantShape(int slot) {
    return next(slot) == null ? constantShape : null;
  }

  @Override
  public Tensor number(int slot) {
    return next(slot) == null ? number : null;
  }

  @Override
  public BinaryOperation operation() {
    return operation;
  }

  @Override
  public String name() {
    return operation.nodeName();
  }
}
