package org.hypergrad.autograd;

/// An edge of the backward graph: a node, and which of its inputs the gradient goes into (PyTorch:
/// `torch/csrc/autograd/edge.h`).
///
/// A [Node] is itself the edge to its own input 0, so that the usual edge costs no object.
public abstract sealed class Edge permits Node, Edge.ToInput {
  Edge() {}

  /// The node this edge leads to.
  public abstract Node node();

  /// Which input of the node, that is, which output of the forward operation.
  public abstract int inputNr();

  /// The edge into input `inputNr` of `node`.
  public static Edge of(Node node, int inputNr) {
    return inputNr == 0 ? node : new ToInput(node, inputNr);
  }

  static final class ToInput extends Edge {
    private final Node node;
    private final int inputNr;

    ToInput(Node node, int inputNr) {
      this.node = node;
      this.inputNr = inputNr;
    }

    @Override
    public Node node() {
      return node;
    }

    @Override
    public int inputNr() {
      return inputNr;
    }

    @Override
    public String toString() {
      return "(" + node.name() + ", " + inputNr + ")";
    }
  }
}
