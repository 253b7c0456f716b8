package org.hypergrad.viz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.Edge;
import org.hypergrad.autograd.Node;
import org.hypergrad.spi.Operation;
import org.hypergrad.viz.drawing.Arrow;
import org.hypergrad.viz.drawing.Drawing;
import org.hypergrad.viz.drawing.Field;
import org.hypergrad.viz.drawing.Group;
import org.hypergrad.viz.drawing.Kind;
import org.hypergrad.viz.drawing.Sketch;

/// Draws the nodes that a gradient goes through, with their rules, and what they saved.
final class BackwardGraph {
  private final List<Tensor> roots;
  private final DrawingOptions options;
  private final List<Node> nodes;
  private final Sketch sketch = new Sketch();
  private final Map<Node, Integer> vertices = new HashMap<>();
  private final Map<Tensor, Integer> saved = new IdentityHashMap<>();

  BackwardGraph(List<Tensor> roots, DrawingOptions options) {
    this.roots = roots;
    this.options = options;
    this.nodes = History.nodes(roots);
  }

  Drawing drawing() {
    for (Tensor root : roots) {
      addRoot(root);
    }
    for (Node node : nodes.reversed()) {
      if (node.variable() == null) {
        vertices.put(node, addNode(node));
      }
    }
    for (Node node : nodes) {
      if (node.variable() == null) {
        addSaved(node);
      } else {
        vertices.put(node, addAccumulateGrad(node));
      }
    }
    for (int i = 0; i < roots.size(); i++) {
      if (roots.get(i).requiresGrad()) {
        addArrow(i, "", roots.get(i).gradientEdge());
      }
    }
    for (Node node : nodes.reversed()) {
      for (int slot = 0; slot < node.nextEdges().size(); slot++) {
        Edge edge = node.nextEdges().get(slot);
        if (edge != null) {
          addArrow(vertices.get(node), History.slotName(node.operation(), slot), edge);
        }
      }
    }
    return sketch.finish(
        options.title(),
        ("The graph that a gradient goes back through: %s vertices, from the result at the top to"
                + " the leaves at the bottom.")
            .formatted(sketch.size()));
  }

  private void addArrow(int from, String tail, Edge edge) {
    String head = edge.node().inputCount() > 1 ? Integer.toString(edge.inputNr()) : "";
    sketch.arrow(new Arrow(from, vertices.get(edge.node()), tail, head, false));
  }

  private int group(Node node) {
    return sketch.group(options.blocks().apply(node));
  }

  private void addRoot(Tensor root) {
    String name = root.name() == null ? "result" : root.name();
    sketch.vertex(
        Kind.OUTPUT,
        name,
        TensorText.type(root.shape(), root.dtype()),
        List.of(),
        name + "\n\n" + TensorText.full(root),
        Group.NONE);
  }

  private int addAccumulateGrad(Node node) {
    Tensor leaf = node.variable();
    Tensor grad = leaf.grad();
    List<Field> fields = new ArrayList<>();
    if (leaf.rank() > 0) {
      fields.add(Field.of("shape", TensorText.type(leaf.shape(), leaf.dtype())));
    }
    fields.add(
        grad == null
            ? Field.missing("grad", "none yet")
            : Field.of("grad", grad.numel() == 0 ? "[]" : TensorText.value(grad)));
    String title = leaf.name() == null ? "leaf" : leaf.name();
    String details =
        "%s of %s\n\nvalue\n%s\n\ngrad\n%s"
            .formatted(
                node.name(),
                title,
                TensorText.full(leaf),
                grad == null ? "none yet" : TensorText.full(grad));
    return sketch.vertex(Kind.ACCUMULATED, title, node.name(), fields, details, group(node));
  }

  private int addNode(Node node) {
    Operation operation = node.operation();
    List<Field> fields = new ArrayList<>();
    StringBuilder details = new StringBuilder(node.name() + "\nof " + operation + "\n");
    if (!node.attributes().isEmpty()) {
      details.append("with ").append(node.attributes()).append("\n");
    }
    for (int number = 0; number < node.inputCount(); number++) {
      details
          .append("takes a gradient of ")
          .append(TensorText.type(node.gradientShape(number), node.gradientDtype(number)))
          .append("\n");
    }
    for (int slot = 0; slot < node.nextEdges().size(); slot++) {
      if (node.nextEdges().get(slot) != null && slot < operation.rules().size()) {
        String name = History.slotName(operation, slot);
        Field rule =
            Field.of(
                "∂" + (name.isEmpty() ? "x" : name), Formula.of(node, operation.rules().get(slot)));
        fields.add(rule);
        details.append(rule.name()).append(" = ").append(rule.text()).append("\n");
      }
    }
    if (History.saved(node).isEmpty()) {
      fields.add(Field.missing("saved", "released"));
    }
    return sketch.vertex(
        Kind.OPERATION, node.name(), Formula.of(node), fields, details.toString(), group(node));
  }

  private void addSaved(Node node) {
    List<Tensor> tensors = History.saved(node).orElse(List.of());
    for (int i = 0; i < tensors.size(); i++) {
      Tensor tensor = tensors.get(i);
      int from = saved.computeIfAbsent(tensor, _ -> addSaved(tensor, group(node)));
      int slot = node.savedInput(i);
      String head = slot < 0 ? "" : History.slotName(node.operation(), slot);
      sketch.arrow(new Arrow(from, vertices.get(node), "", head, true));
    }
  }

  private int addSaved(Tensor tensor, int group) {
    Node maker = tensor.gradFn();
    String origin = maker == null ? "" : "of " + maker.name();
    String title = tensor.name() == null ? maker == null ? "tensor" : "result" : tensor.name();
    List<Field> fields = new ArrayList<>();
    if (tensor.isWrappedNumber()) {
      title = TensorText.value(tensor);
    } else if (tensor.rank() > 0) {
      fields.add(Field.of("shape", TensorText.type(tensor.shape(), tensor.dtype())));
    }
    if (tensor.numel() > 0 && !tensor.isWrappedNumber()) {
      fields.add(Field.of("value", TensorText.value(tensor)));
    }
    return sketch.vertex(
        Kind.SAVED, title, origin, fields, title + "\n\n" + TensorText.full(tensor), group);
  }
}
