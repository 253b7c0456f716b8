package org.hypergrad.board.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.hypergrad.GradMode;
import org.hypergrad.GradOptions;
import org.hypergrad.HookHandle;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.data.Batch;
import org.hypergrad.nn.train.Modes;
import org.hypergrad.viz.Blocks;
import org.hypergrad.viz.DrawingOptions;
import org.hypergrad.viz.Drawings;
import org.hypergrad.viz.Watch;
import org.hypergrad.viz.drawing.Drawing;

/// The graphs of a network, grouped by its blocks, with the values and the gradients of one pass.
///
/// ```java
/// NetworkGraph.of(model, sample).forward().write(Path.of("model.svg"));
/// ```
///
/// @param forward what it computes
/// @param backward the way of the gradients
public record NetworkGraph(Drawing forward, Drawing backward) {

  /// The graphs of the network's output for an input, which has a dimension of samples as always.
  /// The gradients are those of the sum of the output. The network is evaluated, and left as it
  /// was, with its own gradients.
  public static NetworkGraph of(Block network, Tensor input) {
    return of(network, input, (output, _) -> output);
  }

  /// [#of(Block,Tensor)] with a loss at the end, a block of (output, target), whose gradients are
  /// drawn.
  public static NetworkGraph of(Block network, Block loss, Batch batch) {
    return of(
        network,
        batch.inputs(),
        (output, blocks) -> {
          Tensor value = loss.apply(output, batch.targets());
          blocks.add(loss.name(), List.of(output), value);
          return value;
        });
  }

  /// @param end what is made of the output, and who makes it
  private static NetworkGraph of(
      Block network, Tensor input, BiFunction<Tensor, Blocks, Tensor> end) {
    Modes modes = Modes.of(network);
    Map<Tensor, Tensor> gradients = takeGradients(network);
    try {
      network.eval();
      return GradMode.on(() -> draw(network, input, end));
    } finally {
      gradients.forEach(Tensor::setGrad);
      modes.restore();
    }
  }

  private static Map<Tensor, Tensor> takeGradients(Block network) {
    Map<Tensor, Tensor> gradients = new LinkedHashMap<>();
    for (Tensor parameter : network.parameters()) {
      gradients.put(parameter, parameter.grad());
      parameter.setGrad(null);
    }
    return gradients;
  }

  private static NetworkGraph draw(
      Block network, Tensor input, BiFunction<Tensor, Blocks, Tensor> end) {
    // of an input that asks for its gradient, all that happens to it is recorded
    Tensor x = input.detach().clone().name("input");
    if (x.dtype().isFloating()) {
      x.requiresGrad(true);
    }
    Blocks blocks = new Blocks();
    Tensor result = end.apply(applied(network, x, blocks), blocks);
    DrawingOptions options = DrawingOptions.DEFAULT.inputs(x).blocks(blocks);
    try (Watch watch = Drawings.watch(result, options)) {
      if (result.requiresGrad()) {
        Tensor ones = Tensor.ones(result.dtype(), result.shape());
        result.backward(ones, GradOptions.DEFAULT.retainGraph());
      }
      return new NetworkGraph(watch.forward(), Drawings.backward(result, options));
    }
  }

  /// The network's output, while `blocks` notes who makes what.
  private static Tensor applied(Block network, Tensor input, Blocks blocks) {
    List<HookHandle> hooks = new ArrayList<>();
    network
        .namedBlocks()
        .forEach((name, block) ->
            hooks.add(block.forwardHook((_, inputs, output) -> blocks.add(name, inputs, output))));
    network.namedParameters().forEach(blocks::add);
    try {
      return network.apply(input);
    } finally {
      hooks.forEach(HookHandle::remove);
    }
  }
}
