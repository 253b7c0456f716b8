package org.hypergrad.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hypergrad.GradOptions;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.AutogradException;
import org.hypergrad.autograd.Edge;
import org.hypergrad.autograd.Node;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.BinaryOperation;
import org.hypergrad.spi.Engine;
import org.hypergrad.spi.Function;
import org.hypergrad.spi.FunctionContext;
import org.hypergrad.spi.UnaryOperation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The engine: makes a node for every operation that is recorded, and runs them backwards.
///
/// A backward pass checks what it was asked, collects the nodes the roots lead to into an
/// [AutogradGraph], youngest first, and sweeps over them in a [GraphTask]. Any number of threads
/// may do that at once, over graphs that share nodes: a pass keeps everything it needs to itself,
/// only [AccumulateGrad] locks its leaf (PyTorch: `torch/csrc/autograd/engine.cpp`,
/// `python_engine.cpp`).
public final class TapeEngine implements Engine {
  private static final Logger LOG = LoggerFactory.getLogger(TapeEngine.class);

  @Override
  public Node record(
      UnaryOperation operation, Attributes attributes, Edge next, Tensor x, Tensor y) {
    return new UnaryNode(operation, attributes, next, x, y);
  }

  @Override
  public Node record(
      BinaryOperation operation,
      Attributes attributes,
      Edge nextA,
      Tensor a,
      Edge nextB,
      Tensor b,
      Tensor y) {
    return new BinaryNode(operation, attributes, nextA, a, nextB, b, y);
  }

  @Override
  public Node record(
      Function function, FunctionContext context, Edge[] next, Tensor[] inputs, Tensor[] outputs) {
    return new FunctionNode(function, context, next, inputs, outputs);
  }

  @Override
  public Node accumulateGrad(Tensor leaf) {
    return new AccumulateGrad(leaf);
  }

  @Override
  public void backward(List<Tensor> roots, List<Tensor> gradients, GradOptions options) {
    List<Tensor> inputs =
        options.inputs() == null ? null : options.inputs().stream().distinct().toList();
    if (inputs != null && inputs.isEmpty()) {
      throw new IllegalArgumentException(
          "'inputs' argument to backward cannot be empty. Leave it out to fill the grad of all"
              + " leaves.");
    }
    List<Tensor> initial = checkedGradients(roots, gradients);
    List<Edge> inputEdges = inputs == null ? null : edges(inputs);
    AutogradGraph graph = new AutogradGraph(edges(roots));
    Captures captures = inputs == null ? null : new Captures(graph, inputEdges);
    if (inputs != null) {
      inputs.forEach(Tensor::retainGrad); // a result keeps its gradient as it passes
    }
    GraphTask task = run(graph, edges(roots), initial, options, captures);
    for (int i = 0; inputs != null && i < inputs.size(); i++) {
      Tensor gradient = captures.get(graph, inputEdges.get(i));
      if (gradient != null && inputs.get(i).isLeaf()) {
        task.accumulateInto(inputs.get(i), gradient);
      }
    }
  }

  @Override
  public List<Tensor> grad(
      List<Tensor> outputs, List<Tensor> inputs, List<Tensor> gradients, GradOptions options) {
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("grad requires non-empty inputs.");
    }
    List<Tensor> initial = checkedGradients(outputs, gradients);
    List<Edge> inputEdges = edges(inputs);
    AutogradGraph graph = new AutogradGraph(edges(outputs));
    Captures captures = new Captures(graph, inputEdges);
    if (!options.allowsUnused()) {
      for (int i = 0; i < inputs.size(); i++) {
        if (!graph.containsVertex(inputEdges.get(i).node())) {
          throw unused(i, inputs.get(i));
        }
      }
    }
    run(graph, edges(outputs), initial, options, captures);
    Tensor[] result = new Tensor[inputs.size()];
    for (int i = 0; i < result.length; i++) {
      Tensor input = inputs.get(i);
      result[i] = captures.get(graph, inputEdges.get(i));
      if (result[i] == null && !options.allowsUnused()) {
        throw unused(i, input);
      }
      if (result[i] == null && options.materializesGrads()) {
        result[i] = Tensor.zeros(input.dtype(), input.shape());
      }
    }
    return Arrays.asList(result);
  }

  private static GraphTask run(
      AutogradGraph graph,
      List<Edge> roots,
      List<Tensor> gradients,
      GradOptions options,
      Captures captures) {
    GraphTask task = new GraphTask(graph, options, captures);
    Nesting.run(() -> task.run(roots, gradients));
    if (LOG.isTraceEnabled()) {
      LOG.trace("backward over {} nodes, {} arrays used again", graph.size(), task.reusedArrays());
    }
    return task;
  }

  private static AutogradException unused(int index, Tensor input) {
    return new AutogradException(
        "One of the differentiated Tensors appears to not have been used in the graph. Set"
            + " allowUnused if this is the desired behavior: input "
            + index
            + (input.name() == null ? "" : " '" + input.name() + "'")
            + " of shape "
            + input.shape()
            + " does not lead to the outputs.");
  }

  private static List<Edge> edges(List<Tensor> tensors) {
    List<Edge> edges = new ArrayList<>(tensors.size());
    for (Tensor tensor : tensors) {
      if (!tensor.requiresGrad()) {
        throw new AutogradException(
            "One of the differentiated Tensors does not require grad: the one of shape "
                + tensor.shape()
                + (tensor.name() == null ? "" : ", '" + tensor.name() + "'")
                + ". Call requiresGrad(true) on it before it is used.");
      }
      edges.add(tensor.gradientEdge());
    }
    return edges;
  }

  /// The gradients to start from, one per root (PyTorch: `_make_grads`,
  /// `torch/autograd/__init__.py`).
  private static List<Tensor> checkedGradients(List<Tensor> roots, List<Tensor> gradients) {
    if (roots.size() != gradients.size()) {
      throw new IllegalArgumentException(
          "got " + roots.size() + " tensors and " + gradients.size() + " gradients");
    }
    List<Tensor> initial = new ArrayList<>(roots.size());
    for (int i = 0; i < roots.size(); i++) {
      Tensor root = roots.get(i);
      Tensor gradient = gradients.get(i);
      if (!root.requiresGrad()) {
        throw new AutogradException(
            "element "
                + i
                + " of tensors does not require grad and does not have a grad_fn: nothing it was"
                + " computed from requires a gradient, or it was computed with grad mode off. Call"
                + " requiresGrad(true) on the leaves first.");
      }
      if (gradient == null && root.numel() != 1) {
        throw new AutogradException(
            "grad can be implicitly created only for scalar outputs, but element "
                + i
                + " has shape "
                + root.shape()
                + ". Reduce it, as with sum() or mean(), or give the gradient.");
      }
      if (gradient != null && !gradient.shape().equals(root.shape())) {
        throw new IllegalArgumentException(
            "Mismatch in shape: grad_output["
                + i
                + "] has a shape of "
                + gradient.shape()
                + " and output["
                + i
                + "] has a shape of "
                + root.shape()
                + ".");
      }
      if (gradient == null) {
        initial.add(Tensor.ones(root.dtype(), root.shape()));
      } else {
        initial.add(gradient.dtype() == root.dtype() ? gradient : gradient.to(root.dtype()));
      }
    }
    return initial;
  }
}
