package org.hypergrad.demo.pitfall;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.Edge;
import org.hypergrad.autograd.Node;
import org.hypergrad.demo.Style;
import org.hypergrad.demo.Table;

/// A node may hand its gradient on only when all of it has arrived: when all that was computed from
/// its value has been visited. The order of a depth-first walk does not care.
///
/// Both walks here go through real nodes. Since b = a + a and c = b + b are sums, they need one
/// rule only: the gradient of a sum goes to both of its terms as it is.
final class DepthFirstBackward {
  /// What happened to the gradients: which node was visited, and what it had by then.
  private final List<String> visits = new ArrayList<>();

  private final Map<Node, Double> gradients = new LinkedHashMap<>();
  private final Map<Node, String> names;

  private DepthFirstBackward(Map<Node, String> names) {
    this.names = names;
  }

  /// The mistake: adds what arrives to what is there, and at once hands on all of it.
  private void depthFirst(Node node, double arriving) {
    arrive(node, arriving);
    visit(node);
    for (Edge edge : node.nextEdges()) {
      depthFirst(edge.node(), gradients.get(node));
    }
  }

  /// The right order: the youngest node first. What uses a value is younger than what made it, so
  /// that a node's turn comes when all of its gradient has arrived.
  private void youngestFirst(Node root) {
    PriorityQueue<Node> waiting =
        new PriorityQueue<>(Comparator.comparingLong(Node::sequenceNr).reversed());
    arrive(root, 1);
    waiting.add(root);
    while (!waiting.isEmpty()) {
      Node node = waiting.remove();
      visit(node);
      for (Edge edge : node.nextEdges()) {
        arrive(edge.node(), gradients.get(node));
        if (!waiting.contains(edge.node())) {
          waiting.add(edge.node());
        }
      }
    }
  }

  private void arrive(Node node, double gradient) {
    gradients.merge(node, gradient, Double::sum);
  }

  private void visit(Node node) {
    visits.add(names.get(node) + " has " + gradients.get(node));
  }

  /// Prints both walks, and what backward() gives.
  static void print(PrintWriter out) {
    Tensor a = Tensor.scalar(3.0).requiresGrad(true);
    Tensor b = a.add(a);
    Tensor c = b.add(b);
    Node root = c.gradFn();
    Node leaf = b.gradFn().nextEdges().getFirst().node();
    Map<Node, String> names = Map.of(root, "c", b.gradFn(), "b", leaf, "a");

    DepthFirstBackward wrong = new DepthFirstBackward(names);
    wrong.depthFirst(root, 1);
    DepthFirstBackward right = new DepthFirstBackward(names);
    right.youngestFirst(root);
    c.backward();

    out.println("b = a + a and c = b + b, so that c = 4a, and dc/da is 4. Going back from c:");
    out.println();
    Table table =
        new Table(
            Table.Column.right("visit", Style.PLAIN),
            Table.Column.left("depth-first", Style.BAD),
            Table.Column.left("youngest first", Style.GOOD));
    for (int i = 0; i < wrong.visits.size(); i++) {
      table.row(
          Integer.toString(i + 1),
          wrong.visits.get(i),
          i < right.visits.size() ? right.visits.get(i) : "");
    }
    table.row("dc/da", wrong.gradients.get(leaf).toString(), right.gradients.get(leaf).toString());
    table.print(out);
    out.println();
    out.println("c.backward() gives " + a.grad().item());
  }
}
