package org.hypergrad.engine;

import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.GradMode;
import org.hypergrad.GradOptions;
import org.hypergrad.Shape;
import org.hypergrad.Storage;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.AutogradException;
import org.hypergrad.autograd.Edge;
import org.hypergrad.autograd.Node;
import org.hypergrad.autograd.NodeHooks;

/// One backward pass: the graph, the gradients under way, and what is to be kept of them (PyTorch:
/// `torch/csrc/autograd/graph_task.h`, `input_buffer.h`).
final class GraphTask {
  private final AutogradGraph graph;
  private final GradOptions options;

  /// The gradient that has arrived at each node so far; null if none has.
  private final Tensor[] buffers;

  /// The same for nodes that take several gradients; null while there is no such node.
  private Tensor[][] wideBuffers;

  /// What to capture at each node, or null to run everything.
  private final Captures captures;

  private final Temporaries temporaries;

  GraphTask(AutogradGraph graph, GradOptions options, Captures captures) {
    this.graph = graph;
    this.options = options;
    this.captures = captures;
    this.buffers = new Tensor[graph.size()];
    this.temporaries = options.createsGraph() ? null : new Temporaries();
  }

  /// Runs every node that a gradient reaches, youngest first, so that all gradients for a node have
  /// arrived when its turn comes.
  void run(List<Edge> roots, List<Tensor> gradients) {
    if (options.createsGraph()) {
      GradMode.on(() -> Storage.recycling(null, () -> sweep(roots, gradients)));
    } else {
      GradMode.off(() -> Storage.recycling(temporaries, () -> sweep(roots, gradients)));
    }
  }

  private void sweep(List<Edge> roots, List<Tensor> gradients) {
    for (int k = 0; k < roots.size(); k++) {
      add(roots.get(k).node(), roots.get(k).inputNr(), gradients.get(k));
    }
    for (int place = 0; place < graph.size(); place++) {
      RecordedNode node = graph.get(place);
      try {
        if (node.inputCount() > 1 || node.hooks() != null || captures != null) {
          runInFull(node, place);
        } else {
          runPlain(node, place);
        }
      } catch (AutogradException e) {
        throw e;
      } catch (RuntimeException e) {
        throw new AutogradException(node.name() + " failed in backward: " + e.getMessage(), e);
      }
    }
  }

  /// The usual node: takes one gradient, nobody listens or captures.
  private void runPlain(RecordedNode node, int place) {
    Tensor gradient = buffers[place];
    if (gradient == null) {
      return;
    }
    buffers[place] = null;
    node.run(this, gradient);
    done(node, gradient);
  }

  private void done(RecordedNode node, Tensor... taken) {
    if (!options.keepsGraph()) {
      node.release();
    }
    if (temporaries != null) {
      temporaries.ruleDone();
      for (Tensor gradient : taken) {
        if (gradient != null) {
          temporaries.drop(gradient);
        }
      }
    }
  }

  private void runInFull(RecordedNode node, int place) {
    Tensor[] arrived = taken(node, place);
    if (arrived == null) {
      return;
    }
    Tensor[] given = arrived.clone();
    NodeHooks hooks = node.hooks();
    if (hooks != null) {
      escape(given);
      hooks.before(node, given);
      escapeAllMade();
    }
    if (captures != null) {
      captures.take(place, given, temporaries);
    }
    if (captures == null || captures.runs(place)) {
      if (hooks != null) {
        hooks.beforeRun(given);
        escapeAllMade();
        for (int i = 0; i < given.length; i++) {
          given[i] = given[i] == null ? null : conform(node, i, node, i, given[i]);
        }
      }
      Tensor[] before = given.clone();
      Tensor[] computed = node.gradients(this, given);
      if (hooks != null) {
        escape(computed);
        hooks.after(computed, before);
        escapeAllMade();
      }
      for (int slot = 0; slot < computed.length; slot++) {
        deliver(node, slot, computed[slot]);
      }
    }
    done(node, arrived);
  }

  private Tensor[] taken(RecordedNode node, int place) {
    if (node.inputCount() == 1) {
      Tensor gradient = buffers[place];
      buffers[place] = null;
      return gradient == null ? null : new Tensor[] {gradient};
    }
    if (wideBuffers == null) {
      return null;
    }
    Tensor[] arrived = wideBuffers[place];
    wideBuffers[place] = null;
    return arrived;
  }

  private void escape(Tensor[] gradients) {
    for (Tensor gradient : gradients) {
      if (gradient != null && temporaries != null) {
        temporaries.escape(gradient);
      }
    }
  }

  private void escapeAllMade() {
    if (temporaries != null) {
      temporaries.escapeAllMade();
    }
  }

  /// Whether a gradient is wanted along this edge.
  boolean needs(Edge edge) {
    return captures == null || captures.needs(graph.indexOf(edge.node()));
  }

  /// Whether the buffer that `gradient` arrived in is the only place that knows it.
  boolean isExclusive(Tensor gradient) {
    return temporaries != null && temporaries.isExclusive(gradient);
  }

  /// Hands the gradient that `node` computed for the input in `slot` on to where it goes.
  void deliver(RecordedNode node, int slot, Tensor gradient) {
    if (gradient == null) {
      return;
    }
    Edge edge = node.next(slot);
    if (edge == null) {
      return;
    }
    add(edge.node(), edge.inputNr(), conform(node, slot, edge.node(), edge.inputNr(), gradient));
  }

  /// The gradient in the shape and type of what it is the gradient of. This is the one place where
  /// broadcasting and type promotion are undone (PyTorch: `validate_outputs`,
  /// `torch/csrc/autograd/engine.cpp`).
  private static Tensor conform(
      RecordedNode from, int slot, Node to, int inputNr, Tensor gradient) {
    Shape shape = to.gradientShape(inputNr);
    Tensor result = gradient;
    if (gradient.shape() != shape && !gradient.shape().equals(shape)) {
      if (!shape.broadcastsTo(gradient.shape())) {
        throw new AutogradException(
            "Function "
                + from.name()
                + " returned an invalid gradient at index "
                + slot
                + " - got "
                + gradient.shape()
                + " but expected shape compatible with "
                + shape);
      }
      result = result.sumTo(shape);
    }
    DType dtype = to.gradientDtype(inputNr);
    return result.dtype() == dtype ? result : result.to(dtype);
  }

  /// Adds a gradient to what has arrived at an input of a node.
  private void add(Node node, int inputNr, Tensor gradient) {
    int place = graph.indexOf(node);
    if (captures != null && !captures.needs(place)) {
      return;
    }
    if (node.inputCount() == 1) {
      buffers[place] = sum(buffers[place], gradient);
      return;
    }
    if (wideBuffers == null) {
      wideBuffers = new Tensor[graph.size()][];
    }
    if (wideBuffers[place] == null) {
      wideBuffers[place] = new Tensor[node.inputCount()];
    }
    wideBuffers[place][inputNr] = sum(wideBuffers[place][inputNr], gradient);
  }

  private Tensor sum(Tensor earlier, Tensor gradient) {
    if (temporaries == null) {
      return earlier == null ? gradient : earlier.add(gradient);
    }
    if (earlier != null && earlier.isNumber()) { // no need to dispatch an addition for two numbers
      Tensor total = Tensor.scalar(earlier.dtype(), earlier.number() + gradient.number());
      temporaries.drop(earlier);
      return total;
    }
    if (earlier != null && temporaries.isExclusive(earlier)) {
      return earlier.add_(gradient);
    }
    Tensor total = earlier == null ? gradient : earlier.add(gradient);
    temporaries.hold(total);
    if (earlier != null) {
      temporaries.drop(earlier);
    }
    return total;
  }

  /// Adds a captured gradient to the `grad` of a leaf.
  void accumulateInto(Tensor leaf, Tensor gradient) {
    GradMode.set(
        options.createsGraph(),
        () -> ((AccumulateGrad) leaf.gradientEdge().node()).accumulate(this, gradient));
  }

  int reusedArrays() {
    return temporaries == null ? 0 : temporaries.reused();
  }
}
