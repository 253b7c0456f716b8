package org.hypergrad.nn.scalar;

import java.util.List;
import java.util.stream.IntStream;
import org.hypergrad.Generator;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;

/// A multi-layer perceptron over single numbers: relu in all layers but the last (micrograd:
/// `nn.py`, `MLP`).
///
/// ```java
/// MLP model = new MLP(2, 16, 16, 1);
/// Tensor score = model.apply(0.5, -1.0).getFirst();
/// score.backward();
/// ```
public final class MLP extends Block {
  private final List<Layer> layers;

  /// A network with weights from the global generator.
  ///
  /// @param inputs how many numbers it takes
  /// @param outputs how many neurons each layer has, the last one included
  public MLP(int inputs, int... outputs) {
    this(Generator.global(), inputs, outputs);
  }

  /// A network.
  ///
  /// @param generator where the first weights come from
  /// @throws IllegalArgumentException if there is no layer, or a size is not positive
  public MLP(Generator generator, int inputs, int... outputs) {
    if (outputs.length == 0 || inputs < 1 || IntStream.of(outputs).anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException(
          "An MLP needs at least one input and at least one layer, each with at least one neuron");
    }
    this.layers =
        IntStream.range(0, outputs.length)
            .mapToObj(i ->
                child(
                    Integer.toString(i),
                    new Layer(
                        i == 0 ? inputs : outputs[i - 1],
                        outputs[i],
                        i < outputs.length - 1,
                        generator)))
            .toList();
  }

  /// The outputs of the last layer for these inputs.
  public List<Tensor> apply(List<Tensor> inputs) {
    List<Tensor> x = inputs;
    for (Layer layer : layers) {
      x = layer.apply(x);
    }
    return x;
  }

  /// The outputs of the last layer for these numbers.
  public List<Tensor> apply(double... inputs) {
    return apply(Scalars.of(inputs));
  }

  /// From a 1-d tensor to a 1-d tensor.
  @Override
  protected Tensor forward(Tensor inputs) {
    return Tensor.stack(apply(Scalars.of(inputs)), 0);
  }

  @Override
  public String toString() {
    return "MLP of " + layers;
  }
}
