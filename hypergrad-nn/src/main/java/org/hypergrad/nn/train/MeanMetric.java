package org.hypergrad.nn.train;

/// A mean over all samples, however they came in batches (torchmetrics: `MeanMetric`).
public abstract class MeanMetric implements Metric {
  private final String name;
  private double sum;
  private double count;

  /// A mean with this name.
  protected MeanMetric(String name) {
    this.name = name;
  }

  /// Adds numbers to the mean.
  ///
  /// @param sum what they add up to
  /// @param count how many there are
  protected final void add(double sum, long count) {
    this.sum += sum;
    this.count += count;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final double value() {
    return sum / count;
  }

  @Override
  public final void reset() {
    sum = 0;
    count = 0;
  }

  @Override
  public final double[] state() {
    return new double[] {sum, count};
  }

  @Override
  public final void state(double[] state) {
    if (state.length != 2) {
      throw new IllegalArgumentException(
          "The state of a mean is its sum and its count, but got " + state.length + " numbers");
    }
    sum = state[0];
    count = state[1];
  }
}
