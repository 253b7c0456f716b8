package org.hypergrad.nn.scalar;

import java.util.List;
import java.util.stream.IntStream;
import org.hypergrad.Generator;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;

/// relu(b + w₀·x₀ + w₁·x₁ + ...) over 0-d tensors (micrograd: `nn.py`, `Neuron`).
///
/// Its parameters are the weights `w0`, `w1`, ... and then the bias `b`: float64, the weights
/// uniform in \[-1, 1), the bias 0.
public final class Neuron extends Block {
  private final List<Tensor> weights;
  private final Tensor bias;
  private final boolean nonlinear;

  /// A neuron.
  ///
  /// @param inputs how many numbers it takes
  /// @param nonlinear whether relu comes last
  /// @param generator where the first weights come from
  public Neuron(int inputs, boolean nonlinear, Generator generator) {
    this.weights =
        IntStream.range(0, inputs)
            .mapToObj(i -> parameter("w" + i, Tensor.scalar(2 * generator.nextDouble() - 1)))
            .toList();
    this.bias = parameter("b", Tensor.scalar(0.0));
    this.nonlinear = nonlinear;
  }

  /// The output for these inputs, a 0-d tensor.
  ///
  /// @throws IllegalArgumentException if there are not as many inputs as weights
  public Tensor apply(List<Tensor> inputs) {
    if (inputs.size() != weights.size()) {
      throw new IllegalArgumentException(
          "A neuron with "
              + weights.size()
              + " weights takes as many inputs, not "
              + inputs.size());
    }
    Tensor sum = bias;
    for (int i = 0; i < weights.size(); i++) {
      sum = sum.add(weights.get(i).mul(inputs.get(i)));
    }
    return nonlinear ? sum.relu() : sum;
  }

  /// The elements of a 1-d tensor as inputs.
  @Override
  protected Tensor forward(Tensor inputs) {
    return apply(Scalars.of(inputs));
  }

  @Override
  public String toString() {
    return (nonlinear ? "ReLU" : "Linear") + "Neuron(" + weights.size() + ")";
  }
}
