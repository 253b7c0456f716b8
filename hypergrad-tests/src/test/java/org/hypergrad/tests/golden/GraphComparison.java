package org.hypergrad.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.Edge;
import org.hypergrad.autograd.Node;

/// Compares the tensors a program leaves, and the backward graphs they came with, with PyTorch's.
///
/// Nodes must have PyTorch's names, but for the overload numbers at their ends (`PowBackward1`),
/// and the same edges in the same order; where PyTorch has one node, we must have one, and where it
/// has two, two. Edges that lead nowhere are left out: we have one for every input, PyTorch has
/// none for conditions, indices and most plain numbers.
final class GraphComparison {
  /// Nodes that PyTorch names after one of its overloads, and we after the operation.
  private static final Map<String, String> OURS =
      Map.of(
          "RsubBackward", "SubBackward",
          "UnsafeViewBackward", "ViewBackward",
          "ReshapeAliasBackward", "ViewBackward",
          "ToCopyBackward", "ToBackward",
          "MaxBackward", "MaxDimBackward");

  private final Run run;

  /// PyTorch's numbers of the nodes met so far, and our nodes.
  private final Map<Integer, Node> met = new HashMap<>();

  private GraphComparison(Run run) {
    this.run = run;
  }

  /// Runs the program of a case and compares what it leaves.
  static void run(JsonNode fields) throws Exception {
    Program program = Programs.GRAPH.of(fields).program();
    Run run = new Run(fields);
    program.run(run);
    GraphComparison comparison = new GraphComparison(run);
    for (var output : fields.get("outputs").properties()) {
      if (!(run.result(output.getKey()) instanceof Tensor tensor)) {
        throw new AssertionError(output.getKey() + " is no tensor");
      }
      comparison.compare(output.getKey(), tensor, output.getValue());
    }
  }

  private void compare(String name, Tensor actual, JsonNode expected) {
    JsonNode value = expected.get("value");
    Comparison.assertAgrees(name, actual, value, Tolerance.of(Tensors.dtype(value)));
    assertSame(
        name + ": requires_grad",
        expected.get("requires_grad").booleanValue(),
        actual.requiresGrad());
    assertSame(name + ": is_leaf", expected.get("is_leaf").booleanValue(), actual.isLeaf());
    assertSame(name + ": output_nr", expected.get("output_nr").intValue(), actual.outputNr());
    JsonNode graph = expected.get("graph");
    if (graph.isNull() || expected.get("grad_fn").isNull()) {
      assertSame(name + ": grad_fn", null, actual.gradFn());
    } else {
      assertSameNode(name, actual.gradFn(), graph);
    }
  }

  private void assertSameNode(String path, Node actual, JsonNode expected) {
    if (actual == null) {
      throw new AssertionError(path + ": expected the node " + label(expected) + ", got none");
    }
    if (expected.has("ref")) {
      assertSame(path + ": the shared node", met.get(expected.get("ref").intValue()), actual);
      return;
    }
    String at = path + " > " + expected.get("name").textValue();
    if (met.containsValue(actual)) {
      throw new AssertionError(at + ": expected a new node, got " + actual.name() + " again");
    }
    met.put(expected.get("id").intValue(), actual);
    assertNamed(at, actual.name(), unnumbered(expected.get("name").textValue()));
    if (expected.has("variable")) {
      assertSame(at + ": variable", expected.get("variable").textValue(), variable(actual));
    }
    List<Edge> edges = actual.nextEdges().stream().filter(Objects::nonNull).toList();
    List<JsonNode> next =
        StreamSupport.stream(expected.get("next").spliterator(), false)
            .filter(edge -> !edge.isNull())
            .toList();
    assertSame(at + ": number of next edges", next.size(), edges.size());
    for (int i = 0; i < next.size(); i++) {
      String edge = at + ", next " + i;
      assertSame(
          edge + ": input_nr", next.get(i).get("input_nr").intValue(), edges.get(i).inputNr());
      assertSameNode(edge, edges.get(i).node(), next.get(i).get("node"));
    }
  }

  private static void assertNamed(String path, String actual, String expected) {
    String name = unnumbered(actual);
    if (!name.equals(expected) && !name.equals(OURS.get(expected))) {
      throw new AssertionError(path + ": expected " + expected + ", got " + name);
    }
  }

  /// The name of the leaf that a node accumulates into; null for a temporary.
  private String variable(Node accumulateGrad) {
    return run.nameOf(accumulateGrad.variable());
  }

  private static String label(JsonNode node) {
    return node.has("ref") ? "node " + node.get("ref") : node.get("name").textValue();
  }

  private static String unnumbered(String name) {
    return name.replaceAll("\\d+$", "");
  }

  private static void assertSame(String what, Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw new AssertionError(what + ": expected " + expected + ", got " + actual);
    }
  }
}
