package org.hypergrad.viz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.Edge;
import org.hypergrad.autograd.Node;
import org.hypergrad.spi.BinaryOperation;
import org.hypergrad.spi.Operation;
import org.hypergrad.viz.History.Port;
import org.hypergrad.viz.drawing.Arrow;
import org.hypergrad.viz.drawing.Drawing;
import org.hypergrad.viz.drawing.Field;
import org.hypergrad.viz.drawing.Group;
import org.hypergrad.viz.drawing.Kind;
import org.hypergrad.viz.drawing.Sketch;

/// Draws the expression: a vertex for each operation with its result, one for each leaf, one for
/// each constant.
final class ForwardGraph {
  private final Values values;
  private final DrawingOptions options;
  private final Map<Port, Tensor> gradients;
  private final Sketch sketch = new Sketch();
  private final Map<Node, Integer> vertices = new HashMap<>();
  private final Map<Tensor, Integer> constants = new IdentityHashMap<>();

  ForwardGraph(Values values, DrawingOptions options) {
    this(values, options, Map.of());
  }

  /// @param gradients those of results, as far as somebody saw them
  ForwardGraph(Values values, DrawingOptions options, Map<Port, Tensor> gradients) {
    this.values = values;
    this.options = options;
    this.gradients = gradients;
  }

  Drawing drawing() {
    for (Node node : values.nodes()) {
      if (node.variable() != null) {
        addLeaf(node);
      } else {
        addOperation(node);
      }
    }
    for (Tensor root : values.roots()) {
      if (!root.requiresGrad()) {
        addConstant(root, Group.NONE);
      }
    }
    return sketch.finish(
        options.title(),
        ("The expression behind a tensor: %s vertices, from the inputs at the top to the result at"
                + " the bottom.")
            .formatted(sketch.size()));
  }

  private int group(Node node) {
    return sketch.group(options.blocks().apply(node));
  }

  // ---- tensors that were given

  private void addLeaf(Node node) {
    Tensor leaf = node.variable();
    Kind kind = options.isInput(leaf) ? Kind.INPUT : Kind.PARAMETER;
    List<Field> fields = valueFields(leaf);
    fields.add(gradient(leaf.grad(), "none yet"));
    String details =
        named(leaf, kind.label()) + "\n" + full("value", leaf) + full("grad", leaf.grad());
    vertices.put(
        node, sketch.vertex(kind, named(leaf, kind.label()), "", fields, details, group(node)));
  }

  private int addConstant(Tensor constant, int group) {
    return constants.computeIfAbsent(
        constant,
        tensor ->
            tensor.isWrappedNumber()
                ? sketch.vertex(
                    Kind.INPUT,
                    TensorText.value(tensor),
                    "",
                    List.of(),
                    Double.toString(tensor.item()),
                    group)
                : sketch.vertex(
                    Kind.INPUT,
                    named(tensor, "input"),
                    "",
                    valueFields(tensor),
                    named(tensor, "input") + "\n" + full("value", tensor),
                    group));
  }

  /// Input `slot` of an operation, of which only is known that it has no history.
  private int addUnknown(Node node, int slot) {
    Shape shape = node.constantShape(slot);
    boolean wasSaved =
        IntStream.range(0, node.nextEdges().size()).anyMatch(i -> node.savedInput(i) == slot);
    boolean isNotNeeded = shape != null && !wasSaved;
    List<Field> fields = new ArrayList<>();
    if (shape != null && shape.rank() > 0) {
      fields.add(Field.of("shape", shape.toString()));
    }
    fields.add(
        Field.missing("value", isNotNeeded ? "not needed" : wasSaved ? "released" : "not kept"));
    return sketch.vertex(
        isNotNeeded ? Kind.CONSTANT : Kind.INPUT,
        "constant",
        "",
        fields,
        isNotNeeded
            ? "A constant. No rule of a derivative reads it, so that the graph did not keep it."
            : "A constant. The graph does not have its value any more.",
        group(node));
  }

  private static String named(Tensor tensor, String otherwise) {
    return tensor == null || tensor.name() == null ? otherwise : tensor.name();
  }

  private static List<Field> valueFields(Tensor tensor) {
    List<Field> fields = new ArrayList<>();
    if (tensor.rank() > 0) {
      fields.add(Field.of("shape", TensorText.type(tensor.shape(), tensor.dtype())));
    }
    if (tensor.numel() > 0) {
      fields.add(Field.of("value", TensorText.value(tensor)));
    }
    return fields;
  }

  private static Field gradient(Tensor gradient, String why) {
    return gradient == null
        ? Field.missing("grad", why)
        : Field.of("grad", gradient.numel() == 0 ? "[]" : TensorText.value(gradient));
  }

  private static String full(String what, Tensor tensor) {
    return tensor == null ? "" : "\n" + what + "\n" + TensorText.full(tensor) + "\n";
  }

  // ---- operations

  private void addOperation(Node node) {
    Operation operation = node.operation();
    boolean isRoot = values.roots().stream().anyMatch(root -> root.gradFn() == node);
    Tensor first = values.result(node, 0);
    String name = named(first, "");
    String title = name.isEmpty() ? operation.name() : name;
    String formula = Formula.of(node);
    String subtitle =
        name.isEmpty() || formula.startsWith(operation.name())
            ? formula
            : operation.name() + " · " + formula;
    List<Field> fields = new ArrayList<>();
    if (!node.attributes().isEmpty()) {
      fields.add(Field.of("with", node.attributes().toString()));
    }
    StringBuilder details = new StringBuilder(name.isEmpty() ? "" : name + "\n");
    details.append(operation).append("\n");
    for (int number = 0; number < node.inputCount(); number++) {
      addResult(node, number, fields, details);
    }
    int vertex =
        sketch.vertex(
            isRoot ? Kind.OUTPUT : Kind.OPERATION,
            title,
            subtitle,
            fields,
            details.toString(),
            group(node));
    vertices.put(node, vertex);
    for (int slot = 0; slot < node.nextEdges().size(); slot++) {
      addInput(node, slot, vertex);
    }
  }

  private void addResult(Node node, int number, List<Field> fields, StringBuilder details) {
    Tensor result = values.result(node, number);
    String which = node.inputCount() == 1 ? "" : " " + number;
    if (node.gradientShape(number).rank() > 0) {
      fields.add(
          Field.of(
              "shape" + which,
              TensorText.type(node.gradientShape(number), node.gradientDtype(number))));
    }
    if (node.gradientShape(number).numel() > 0) {
      fields.add(
          result == null
              ? Field.missing("value" + which, "not kept")
              : Field.of("value" + which, TensorText.value(result)));
    }
    Tensor gradient = gradients.get(new Port(node, number));
    if (gradient == null && result != null && result.retainsGrad()) {
      gradient = result.grad();
    }
    Field field =
        gradient(gradient, result != null && result.retainsGrad() ? "none yet" : "not kept");
    fields.add(new Field(field.name() + which, field.text(), field.exists()));
    details.append(full("value" + which, result)).append(full("grad" + which, gradient));
  }

  private void addInput(Node node, int slot, int vertex) {
    Edge edge = node.nextEdges().get(slot);
    String head = History.slotName(node.operation(), slot);
    if (edge != null) {
      String tail = edge.node().inputCount() > 1 ? Integer.toString(edge.inputNr()) : "";
      sketch.arrow(new Arrow(vertices.get(edge.node()), vertex, tail, head, false));
      return;
    }
    Tensor constant = values.constant(node, slot);
    if (constant != null) {
      int group = constant.name() == null ? group(node) : Group.NONE;
      sketch.arrow(addConstant(constant, group), vertex, head);
    } else if (node.operation() instanceof BinaryOperation) {
      sketch.arrow(addUnknown(node, slot), vertex, head);
    }
  }
}
