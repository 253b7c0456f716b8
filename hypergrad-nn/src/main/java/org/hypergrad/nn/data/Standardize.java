package org.hypergrad.nn.data;

import java.util.function.UnaryOperator;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;

/// (x − mean) / std, for every feature on its own: what was fitted has mean 0 and standard
/// deviation 1 afterwards (scikit-learn: `StandardScaler`).
///
/// ```java
/// Standardize standardize = Standardize.fit(training);
/// Dataset standardized = training.map(batch -> batch.mapInputs(standardize));
/// ```
///
/// It is fitted on the training part alone, and applied to all parts alike. As the first block of a
/// network it is saved with it: its numbers are two buffers, `mean` and `std`.
public final class Standardize extends Block {
  private static final int BATCH = 1024;

  private final Tensor mean;
  private final Tensor std;

  /// With given numbers, each of the shape of one sample.
  ///
  /// @throws IllegalArgumentException if the shapes differ, or the types, or these are no floating
  ///   ones
  public Standardize(Tensor mean, Tensor std) {
    if (!mean.shape().equals(std.shape())
        || mean.dtype() != std.dtype()
        || !mean.dtype().isFloating()) {
      throw new IllegalArgumentException(
          "mean and std must have one shape and one floating dtype, but got "
              + mean.dtype()
              + " of shape "
              + mean.shape()
              + " and "
              + std.dtype()
              + " of shape "
              + std.shape());
    }
    this.mean = buffer("mean", mean);
    this.std = buffer("std", std);
  }

  /// For samples of this shape, of float32; changes nothing until its numbers are loaded with
  /// [#loadStateDict].
  public Standardize(Shape sample) {
    this(Tensor.zeros(DType.FLOAT32, sample), Tensor.ones(DType.FLOAT32, sample));
  }

  /// With the mean and the (biased) standard deviation of each feature of these samples, summed in
  /// float64. Where a feature is constant, std is 1, so that it becomes 0.
  ///
  /// @throws IllegalArgumentException if there are no samples
  public static Standardize fit(Dataset dataset) {
    int n = dataset.size();
    if (n == 0) {
      throw new IllegalArgumentException("There is no mean of a data set without samples");
    }
    Tensor mean = sum(dataset, x -> x).div(n);
    Tensor variance = sum(dataset, x -> x.sub(mean).square()).div(n);
    // what rounding makes of a constant (scikit-learn: `_is_constant_feature`)
    double relative = n * Math.ulp(1.0);
    Tensor rounding = variance.mul(relative).add(mean.mul(relative).square());
    Tensor std = Tensor.where(variance.le(rounding), Tensor.scalar(1.0), variance.sqrt());
    DType dtype = dataset.batch(0).inputs().dtype();
    DType floating = dtype.isFloating() ? dtype : DType.FLOAT32;
    return new Standardize(mean.to(floating), std.to(floating));
  }

  private static Tensor sum(Dataset dataset, UnaryOperator<Tensor> term) {
    Tensor sum = Tensor.scalar(0.0);
    for (Batch batch : new DataLoader(dataset, BATCH)) {
      sum = sum.add(term.apply(batch.inputs().to(DType.FLOAT64)).sum(0));
    }
    return sum;
  }

  @Override
  protected Tensor forward(Tensor x) {
    return x.sub(mean).div(std);
  }

  @Override
  protected String settings() {
    return "sample=" + mean.shape();
  }
}
