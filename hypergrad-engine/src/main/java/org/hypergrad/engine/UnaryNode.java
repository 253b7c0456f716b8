package org.hypergrad.engine;

import java.util.List;
import java.util.stream.Stream;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.Edge;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.Partial;
import org.hypergrad.spi.Saved;
import org.hypergrad.spi.UnaryOperation;

/// The node of a [UnaryOperation]: one edge, and x or y if the rule reads them.
final class UnaryNode extends RecordedNode implements Saved {
  private final UnaryOperation operation;
  private final Attributes attributes;
  private final Edge next;
  private Tensor x;
  private Tensor y;
  private final int[] versions;

  UnaryNode(UnaryOperation operation, Attributes attributes, Edge next, Tensor x, Tensor y) {
    super(y.shape(), y.dtype());
    this.operation = operation;
    this.attributes = attributes;
    this.next = next;
    this.x = operation.partial().usesInput(0) ? x : null;
    this.y = operation.partial().usesOutput() ? y : null;
    this.versions = versions(this.x, this.y, null);
  }

  @Override
  void run(GraphTask task, Tensor gradient) {
    task.deliver(this, 0, operation.partial().apply(gradient, this));
  }

  @Override
  Tensor[] gradients(GraphTask task, Tensor[] gradients) {
    return new Tensor[] {operation.partial().apply(gradients[0], this)};
  }

  @Override
  void release() {
    x = null;
    y = null;
  }

  @Override
  int slots() {
    return 1;
  }

  @Override
  Edge next(int slot) {
    return next;
  }

  @Override
  public Tensor input(int index) {
    return unpack(x, versions, 0, false);
  }

  @Override
  public Tensor output() {
    return unpack(y, versions, 1, true);
  }

  @Override
  public Shape shape(int index) {
    return next.node().gradientShape(next.inputNr());
  }

  @Override
  public DType dtype(int index) {
    return next.node().gradientDtype(next.inputNr());
  }

  @Override
  public Attributes attributes() {
    return attributes;
  }

  @Override
  public List<Tensor> savedTensors() {
    Partial partial = operation.partial();
    return Stream.concat(
            partial.usesInput(0) ? Stream.of(input(0)) : Stream.empty(),
            partial.usesOutput() ? Stream.of(output()) : Stream.empty())
        .toList();
  }

  @Override
  public int savedInput(int index) {
    return index == 0 && operation.partial().usesInput(0) ? 0 : -1;
  }

  @Override
  public UnaryOperation operation() {
    return operation;
  }

  @Override
  public String name() {
    return operation.nodeName();
  }
}
