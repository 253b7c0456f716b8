package org.hypergrad.nn.train;

import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;

/// The mean of a loss over all samples: each batch counts as much as it has samples, so that a
/// small last batch does not count as much as a full one. The loss itself must be a mean over its
/// batch.
public final class MeanLoss extends MeanMetric {
  private final Block loss;

  /// The mean of `loss`, a block of (output, target).
  public MeanLoss(Block loss) {
    super("loss");
    this.loss = loss;
  }

  @Override
  public void update(Tensor output, Tensor target) {
    update(loss.apply(output, target).item(), output.size(0));
  }

  /// Takes in a batch whose loss is known already.
  ///
  /// @param samples how many samples the batch has
  void update(double loss, int samples) {
    add(loss * samples, samples);
  }
}
