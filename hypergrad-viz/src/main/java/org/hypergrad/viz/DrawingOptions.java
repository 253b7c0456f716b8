package org.hypergrad.viz;

import java.util.List;
import java.util.function.Function;
import org.hypergrad.Tensor;
import org.hypergrad.autograd.Node;

/// How the graph of a tensor is drawn.
///
/// ```java
/// Drawings.forward(y, DrawingOptions.DEFAULT.titled("one neuron").inputs(x1, x2));
/// ```
///
/// @param title the heading; empty for none
/// @param inputs leaves that are drawn as inputs though they get a gradient
/// @param known results whose name, value and gradient are to be shown, beside those that the graph
///   itself still holds
/// @param blocks for a node the labels of the groups it is drawn in, outermost first: the block of
///   a network that it belongs to
public record DrawingOptions(
    String title, List<Tensor> inputs, List<Tensor> known, Function<Node, List<String>> blocks) {
  /// No heading, no groups.
  public static final DrawingOptions DEFAULT =
      new DrawingOptions("", List.of(), List.of(), _ -> List.of());

  /// Copies the lists.
  public DrawingOptions {
    inputs = List.copyOf(inputs);
    known = List.copyOf(known);
  }

  /// With a heading.
  public DrawingOptions titled(String heading) {
    return new DrawingOptions(heading, inputs, known, blocks);
  }

  /// With these leaves drawn as inputs.
  public DrawingOptions inputs(Tensor... tensors) {
    return new DrawingOptions(title, List.of(tensors), known, blocks);
  }

  /// With what these tensors know of themselves.
  public DrawingOptions known(Tensor... tensors) {
    return new DrawingOptions(title, inputs, List.of(tensors), blocks);
  }

  /// With nodes in groups.
  public DrawingOptions blocks(Function<Node, List<String>> pathOfNode) {
    return new DrawingOptions(title, inputs, known, pathOfNode);
  }

  boolean isInput(Tensor leaf) {
    return inputs.stream().anyMatch(input -> input == leaf);
  }
}
