package org.hypergrad;

import static org.hypergrad.spi.StandardAttributes.ALPHA;
import static org.hypergrad.spi.StandardAttributes.APPROXIMATE;
import static org.hypergrad.spi.StandardAttributes.BETA;
import static org.hypergrad.spi.StandardAttributes.IGNORE_INDEX;
import static org.hypergrad.spi.StandardAttributes.NEGATIVE_SLOPE;
import static org.hypergrad.spi.StandardAttributes.P;
import static org.hypergrad.spi.StandardAttributes.REDUCTION;
import static org.hypergrad.spi.StandardAttributes.THRESHOLD;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.Function;

/// The functions that networks are made of (PyTorch: `torch.nn.functional`).
public final class Functional {
  private Functional() {}

  // ---- activations

  /// max(x, 0)
  public static Tensor relu(Tensor x) {
    return x.relu();
  }

  /// x where x > 0, else slope · x
  public static Tensor leakyRelu(Tensor x, double slope) {
    return x.apply(Core.LEAKY_RELU, Attributes.of(NEGATIVE_SLOPE, slope));
  }

  /// x where x > 0, else alpha · (eˣ − 1)
  public static Tensor elu(Tensor x, double alpha) {
    return x.apply(Core.ELU, Attributes.of(ALPHA, alpha));
  }

  /// x · Φ(x), with the normal distribution Φ
  public static Tensor gelu(Tensor x) {
    return x.apply(Core.GELU);
  }

  /// [#gelu(Tensor)], exactly (`none`) or through tanh (`tanh`).
  public static Tensor gelu(Tensor x, String approximate) {
    return x.apply(Core.GELU, Attributes.of(APPROXIMATE, approximate));
  }

  /// x · sigmoid(x)
  public static Tensor silu(Tensor x) {
    return x.apply(Core.SILU);
  }

  /// log(1 + eˣ)
  public static Tensor softplus(Tensor x) {
    return x.apply(Core.SOFTPLUS);
  }

  /// log(1 + e^(beta·x)) / beta, or x where beta·x is above the threshold
  public static Tensor softplus(Tensor x, double beta, double threshold) {
    return x.apply(Core.SOFTPLUS, Attributes.of(BETA, beta, THRESHOLD, threshold));
  }

  // ---- layers

  /// x · weightᵀ + bias, for x of shape \[..., in\], weight \[out, in\] and bias \[out\] or null.
  public static Tensor linear(Tensor x, Tensor weight, Tensor bias) {
    if (bias == null) {
      return x.matmul(weight.t());
    }
    return x.rank() == 2 && weight.rank() == 2
        ? bias.addmm(x, weight.t())
        : x.matmul(weight.t()).add(bias);
  }

  /// Sets elements to 0 with probability `p` and divides the others by 1 − p, if training; else x
  /// itself.
  public static Tensor dropout(Tensor x, double p, boolean training) {
    if (p < 0 || p > 1) {
      throw new IllegalArgumentException(
          "dropout probability has to be between 0 and 1, but got " + p);
    }
    return training ? Tensor.apply(Core.DROPOUT, Attributes.of(P, p), x).getFirst() : x;
  }

  // ---- losses

  /// (x − target)²
  public static Tensor mseLoss(Tensor x, Tensor target, Reduction reduction) {
    return x.apply(Core.MSE_LOSS, target, Attributes.of(REDUCTION, reduction));
  }

  /// −weight\[target\] · x\[target\] for log-probabilities x of shape \[classes\], \[n, classes\]
  /// or \[n, classes, ...\] and a target of int64 without the class dimension.
  ///
  /// @param weight one number per class, or null for 1
  /// @param ignoreIndex rows with this target do not count
  public static Tensor nllLoss(
      Tensor x, Tensor target, Tensor weight, int ignoreIndex, Reduction reduction) {
    return perClass(Core.NLL_LOSS, x, target, weight, ignoreIndex, reduction);
  }

  /// [#crossEntropy(Tensor, Tensor, Tensor, int, Reduction)] without weights, as a mean.
  public static Tensor crossEntropy(Tensor logits, Tensor target) {
    return crossEntropy(logits, target, null, -100, Reduction.MEAN);
  }

  /// [#nllLoss] of log-softmax(logits), in one pass and without overflow. The target may also be
  /// probabilities of the shape of the logits.
  public static Tensor crossEntropy(
      Tensor logits, Tensor target, Tensor weight, int ignoreIndex, Reduction reduction) {
    if (!target.dtype().isFloating()) {
      return perClass(Core.CROSS_ENTROPY, logits, target, weight, ignoreIndex, reduction);
    }
    if (!target.shape().equals(logits.shape())) {
      throw new IllegalArgumentException(
          "Expected floating point type for target with class probabilities to have the shape of"
              + " the logits, "
              + logits.shape()
              + ", but got "
              + target.shape());
    }
    int classDim = logits.rank() == 1 ? 0 : 1;
    Tensor logProbabilities = logits.logSoftmax(classDim);
    if (weight != null) {
      int[] along = new int[logits.rank()];
      Arrays.fill(along, 1);
      along[classDim] = weight.numel();
      logProbabilities = logProbabilities.mul(weight.reshape(along));
    }
    Tensor loss = logProbabilities.mul(target).sum(classDim).neg();
    return switch (reduction) {
      case NONE -> loss;
      case SUM -> loss.sum();
      case MEAN -> loss.sum().div(Math.max(1, loss.numel()));
    };
  }

  /// The cross-entropy between a probability given as a logit x and a target in \[0, 1\], without
  /// overflow.
  ///
  /// @param weight a factor on each element, broadcast, or null
  /// @param positiveWeight a factor on the part of the positive target, broadcast, or null
  public static Tensor binaryCrossEntropyWithLogits(
      Tensor x, Tensor target, Tensor weight, Tensor positiveWeight, Reduction reduction) {
    if (!x.shape().equals(target.shape())) {
      throw new IllegalArgumentException(
          "Target size ("
              + target.shape()
              + ") must be the same as input size ("
              + x.shape()
              + ")");
    }
    return Tensor.apply(
            Core.BINARY_CROSS_ENTROPY_WITH_LOGITS,
            Attributes.of(REDUCTION, reduction),
            x,
            target,
            weight,
            positiveWeight)
        .getFirst();
  }

  /// Brings the class dimension to the end and all others into one, applies the loss, and undoes it
  /// for `NONE`.
  private static Tensor perClass(
      Function loss, Tensor x, Tensor target, Tensor weight, int ignoreIndex, Reduction reduction) {
    if (x.rank() == 0) {
      throw new IllegalArgumentException(
          "Expected at least one dimension of classes, but the input is 0-d");
    }
    int classDim = x.rank() == 1 ? 0 : 1;
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
}
