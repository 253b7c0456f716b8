package org.hypergrad;

import static org.hypergrad.spi.StandardAttributes.IGNORE_INDEX;
import static org.hypergrad.spi.StandardAttributes.REDUCTION;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.Function;

/// What the losses over classes in [Functional] are made of. Their dimension of classes is the
/// first of a single sample, and the second of many.
final class ClassLosses {
  private ClassLosses() {}

  private static int classDim(Tensor x) {
    if (x.rank() == 0) {
      throw new IllegalArgumentException(
          "Expected at least one dimension of classes, but the input is 0-d");
    }
    return x.rank() == 1 ? 0 : 1;
  }

  /// Brings the class dimension to the end and all others into one, applies the loss, and undoes it
  /// for `NONE`.
  static Tensor apply(
      Function loss, Tensor x, Tensor target, Tensor weight, int ignoreIndex, Reduction reduction) {
    int classDim = classDim(x);
    int classes = x.size(classDim);
    int[] expected = IntStream.range(0, x.rank()).filter(d -> d != classDim).map(x::size).toArray();
    if (!target.shape().equals(Shape.of(expected))) {
      throw new IllegalArgumentException(
          "Expected target size " + Arrays.toString(expected) + ", got " + target.shape());
    }
    if (weight != null && (weight.rank() != 1 || weight.numel() != classes)) {
      throw new IllegalArgumentException(
          "weight tensor should be defined either for all "
              + classes
              + " classes or no classes but got weight tensor of"
              + " shape: "
              + weight.shape());
    }
    int[] classesLast =
        IntStream.range(0, x.rank())
            .map(d -> d < classDim ? d : d < x.rank() - 1 ? d + 1 : classDim)
            .toArray();
    Tensor rows = x.rank() <= 2 ? x : x.permute(classesLast);
    Attributes attributes = Attributes.of(REDUCTION, reduction, IGNORE_INDEX, ignoreIndex);
    Tensor result =
        Tensor.apply(
                loss,
                attributes,
                rows.reshape(target.numel(), classes),
                target.reshape(target.numel()),
                weight)
            .getFirst();
    return reduction == Reduction.NONE ? result.reshape(target.shape()) : result;
  }

  /// Cross-entropy where the targets are probabilities.
  static Tensor ofProbabilities(
      Tensor logits, Tensor target, Tensor weight, Reduction reduction, double smoothing) {
    if (!target.shape().equals(logits.shape())) {
      throw new IllegalArgumentException(
          "Expected floating point type for target with class probabilities to have the shape of"
              + " the logits, "
              + logits.shape()
              + ", but got "
              + target.shape());
    }
    int classDim = classDim(logits);
    Tensor smoothed =
        smoothing == 0 ? target : target.mul(1 - smoothing).add(smoothing / logits.size(classDim));
    Tensor loss = weighted(logits.logSoftmax(classDim), weight).mul(smoothed).sum(classDim).neg();
    return reduction == Reduction.MEAN
        ? loss.sum().div(Math.max(1, loss.numel()))
        : reduction.apply(loss);
  }

  /// Cross-entropy where a part of the probability of each target is spread evenly (Szegedy et al.,
  /// 2015, arXiv:1512.00567). The mean is over the weights of the targets alone, as without.
  static Tensor smoothed(
      Tensor logits,
      Tensor target,
      Tensor weight,
      int ignoreIndex,
      Reduction reduction,
      double smoothing) {
    int classDim = classDim(logits);
    Tensor x = logits.logSoftmax(classDim);
    Tensor ignored = target.eq((long) ignoreIndex);
    Tensor onTarget = apply(Core.NLL_LOSS, x, target, weight, ignoreIndex, Reduction.NONE);
    Tensor even = weighted(x, weight).mean(classDim).neg().maskedFill(ignored, 0.0);
    Tensor loss = onTarget.mul(1 - smoothing).add(even.mul(smoothing));
    if (reduction != Reduction.MEAN) {
      return reduction.apply(loss);
    }
    Tensor weights =
        weight == null
            ? Tensor.ones(x.dtype(), target.shape())
            : weight
                .indexSelect(0, target.maskedFill(ignored, 0.0).flatten())
                .reshape(target.shape());
    return loss.sum().div(weights.maskedFill(ignored, 0.0).sum());
  }

  private static Tensor weighted(Tensor x, Tensor weight) {
    if (weight == null) {
      return x;
    }
    int[] alongClasses = new int[x.rank()];
    Arrays.fill(alongClasses, 1);
    alongClasses[classDim(x)] = weight.numel();
    return x.mul(weight.reshape(alongClasses));
  }
}
