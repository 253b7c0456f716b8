package org.hypergrad.nn.data;

import java.util.function.UnaryOperator;
import org.hypergrad.Tensor;

/// Some samples side by side: what one step of training sees.
///
/// @param inputs what the network is given; the first dimension counts the samples
/// @param targets what it should answer; the first dimension counts the same samples
public record Batch(Tensor inputs, Tensor targets) {
  /// How many samples there are.
  public int size() {
    return inputs.size(0);
  }

  /// The same targets for changed inputs: `batch.mapInputs(x -> x.div(16))`, or a block in the
  /// place of the lambda.
  public Batch mapInputs(UnaryOperator<Tensor> transform) {
    return new Batch(transform.apply(inputs), targets);
  }
}
