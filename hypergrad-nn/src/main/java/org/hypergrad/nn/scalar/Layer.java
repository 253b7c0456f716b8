package org.hypergrad.nn.scalar;

import java.util.List;
import java.util.stream.IntStream;
import org.hypergrad.Generator;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;

/// Neurons side by side on the same inputs (micrograd: `nn.py`, `Layer`).
///
/// The output is a list also where there is one neuron, so that layers of any size follow each
/// other. (micrograd gives a bare number there, which the next layer cannot take.)
public final class Layer extends Block {
  private final List<Neuron> neurons;

  /// A layer, which takes `inputs` numbers and gives `outputs`.
  public Layer(int inputs, int outputs, boolean nonlinear, Generator generator) {
    this.neurons =
        IntStream.range(0, outputs)
            .mapToObj(i -> child(Integer.toString(i), new Neuron(inputs, nonlinear, generator)))
            .toList();
  }

  /// The outputs of all neurons for these inputs.
  public List<Tensor> apply(List<Tensor> inputs) {
    return neurons.stream().map(neuron -> neuron.apply(inputs)).toList();
  }

  /// From a 1-d tensor to a 1-d tensor.
  @Override
  protected Tensor forward(Tensor inputs) {
    return Tensor.stack(apply(Scalars.of(inputs)), 0);
  }

  @Override
  public String toString() {
    return "Layer of " + neurons;
  }
}
