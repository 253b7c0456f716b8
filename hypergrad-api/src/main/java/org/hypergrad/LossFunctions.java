package org.hypergrad;

import static org.hypergrad.spi.StandardAttributes.REDUCTION;

import org.hypergrad.spi.Attributes;

/// The loss functions of [Functional]: of numbers, of two classes, of many.
abstract sealed class LossFunctions extends ActivationFunctions permits Functional {
  LossFunctions() {}

  // ---- how far a number is from its target

  /// (x − target)²
  public static Tensor mseLoss(Tensor x, Tensor target, Reduction reduction) {
    return x.apply(Core.MSE_LOSS, target, Attributes.of(REDUCTION, reduction));
  }

  /// |x − target|
  public static Tensor l1Loss(Tensor x, Tensor target, Reduction reduction) {
    return reduction.apply(x.sub(target).abs());
  }

  /// Half of the square of d = x − target where |d| ≤ delta, and on both sides the tangent, delta ·
  /// (|d| − delta / 2).
  public static Tensor huberLoss(Tensor x, Tensor target, double delta, Reduction reduction) {
    if (!(delta > 0)) {
      throw new IllegalArgumentException(
          "huber_loss does not support non-positive values for delta. It is " + delta);
    }
    Tensor d = x.sub(target);
    Tensor c = d.clamp(-delta, delta);
    return reduction.apply(c.mul(d.sub(c.mul(0.5))));
  }

  /// [#huberLoss] / beta with delta = beta, which comes near |x − target| as beta goes to 0.
  public static Tensor smoothL1Loss(Tensor x, Tensor target, double beta, Reduction reduction) {
    if (beta < 0) {
      throw new IllegalArgumentException(
          "smooth_l1_loss does not support negative values for beta. It is " + beta);
    }
    return beta == 0
        ? l1Loss(x, target, reduction)
        : huberLoss(x, target, beta, reduction).div(beta);
  }

  /// The negative log-likelihood of counts that follow Poisson's distribution: eˣ − target · x
  /// where x is the logarithm of the expected count, or x − target · log(x + eps) where it is the
  /// count itself.
  ///
  /// @param logInput whether x is a logarithm
  /// @param full whether to add Stirling's approximation of log(target!), for targets above 1
  public static Tensor poissonNllLoss(
      Tensor x, Tensor target, boolean logInput, boolean full, double eps, Reduction reduction) {
    Tensor loss = logInput ? x.exp().sub(target.mul(x)) : x.sub(target.mul(x.add(eps).log()));
    if (full) {
      Tensor small = target.le(1.0);
      Tensor t = target.maskedFill(small, 1.0);
      Tensor stirling = t.mul(t.log()).sub(t).add(t.mul(2 * Math.PI).log().mul(0.5));
      loss = loss.add(stirling.maskedFill(small, 0.0));
    }
    return reduction.apply(loss);
  }

  /// The negative log-likelihood of a normal distribution with mean x: (log(var) + (x − target)² /
  /// var) / 2.
  ///
  /// @param var the variance: of the shape of x, or with 1 or nothing for its last dimension
  /// @param full whether to add the constant log(2π) / 2
  /// @param eps the smallest variance, for stability; the gradient goes past this bound
  public static Tensor gaussianNllLoss(
      Tensor x, Tensor target, Tensor var, boolean full, double eps, Reduction reduction) {
    Tensor variance = var.rank() == x.rank() - 1 ? var.unsqueeze(-1) : var;
    if (!variance.shape().broadcastsTo(x.shape())) {
      throw new IllegalArgumentException(
          "var is of incorrect size: " + var.shape() + " for an input of " + x.shape());
    }
    if (var.numel() > 0 && var.min().item() < 0) {
      throw new IllegalArgumentException("var has negative entry/entries");
    }
    Tensor raised = GradMode.off(() -> variance.clamp(eps, null).sub(variance));
    Tensor bounded = variance.add(raised);
    Tensor loss = bounded.log().add(x.sub(target).square().div(bounded)).mul(0.5);
    return reduction.apply(full ? loss.add(0.5 * Math.log(2 * Math.PI)) : loss);
  }

  // ---- which of two it is

  /// max(0, 1 − target · x) for a score x and a target of −1 or 1: the max-margin loss of support
  /// vector machines, and of micrograd's demo. PyTorch has no name for it.
  public static Tensor hingeLoss(Tensor x, Tensor target, Reduction reduction) {
    return reduction.apply(target.mul(x).rsub(1.0).relu());
  }

  /// x where the target is 1, max(0, margin − x) where it is −1, for a distance x of two things
  /// that are alike or not. Not [#hingeLoss], for all its name.
  public static Tensor hingeEmbeddingLoss(
      Tensor x, Tensor target, double margin, Reduction reduction) {
    Tensor alike = x.maskedFill(target.eq(-1.0), 0.0);
    Tensor different = x.rsub(margin).clamp(0.0, null).maskedFill(target.eq(1.0), 0.0);
    return reduction.apply(alike.add(different));
  }

  /// log(1 + e^(−target · x)) for a score x and a target of −1 or 1, without overflow.
  public static Tensor softMarginLoss(Tensor x, Tensor target, Reduction reduction) {
    return reduction.apply(logSigmoid(x.mul(target)).neg());
  }

  /// max(0, margin − target · (x1 − x2)): x1 should be the larger one where the target is 1, x2
  /// where it is −1.
  public static Tensor marginRankingLoss(
      Tensor x1, Tensor x2, Tensor target, double margin, Reduction reduction) {
    return reduction.apply(target.neg().mul(x1.sub(x2)).add(margin).clamp(0.0, null));
  }

  /// −(target · log(x) + (1 − target) · log(1 − x)) for a probability x, where no logarithm is
  /// below −100. Where x comes out of a sigmoid, [#binaryCrossEntropyWithLogits] is more exact.
  ///
  /// @param weight a factor on each element, broadcast, or null
  public static Tensor binaryCrossEntropy(
      Tensor x, Tensor target, Tensor weight, Reduction reduction) {
    if (!x.shape().equals(target.shape())) {
      throw new IllegalArgumentException(
          "Using a target size ("
              + target.shape()
              + ") that is different to the input size ("
              + x.shape()
              + ") is deprecated. Please ensure they have the same size.");
    }
    return Tensor.apply(
            Core.BINARY_CROSS_ENTROPY, Attributes.of(REDUCTION, reduction), x, target, weight)
        .getFirst();
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

  // ---- which of many it is

  /// −weight\[target\] · x\[target\] for log-probabilities x of shape \[classes\], \[n, classes\]
  /// or \[n, classes, ...\] and a target of int64 without the class dimension.
  ///
  /// @param weight one number per class, or null for 1
  /// @param ignoreIndex rows with this target do not count
  public static Tensor nllLoss(
      Tensor x, Tensor target, Tensor weight, int ignoreIndex, Reduction reduction) {
    return ClassLosses.apply(Core.NLL_LOSS, x, target, weight, ignoreIndex, reduction);
  }

  /// [#crossEntropy(Tensor, Tensor, Tensor, int, Reduction, double)] without weights, as a mean.
  public static Tensor crossEntropy(Tensor logits, Tensor target) {
    return crossEntropy(logits, target, null, -100, Reduction.MEAN);
  }

  /// [#crossEntropy(Tensor, Tensor, Tensor, int, Reduction, double)] without smoothing.
  public static Tensor crossEntropy(
      Tensor logits, Tensor target, Tensor weight, int ignoreIndex, Reduction reduction) {
    return crossEntropy(logits, target, weight, ignoreIndex, reduction, 0);
  }

  /// [#nllLoss] of log-softmax(logits), in one pass and without overflow. The target may also be
  /// probabilities of the shape of the logits.
  ///
  /// @param labelSmoothing how much of each target's probability is spread evenly over all classes
  public static Tensor crossEntropy(
      Tensor logits,
      Tensor target,
      Tensor weight,
      int ignoreIndex,
      Reduction reduction,
      double labelSmoothing) {
    if (!(labelSmoothing >= 0 && labelSmoothing <= 1)) {
      throw new IllegalArgumentException(
          "label_smoothing must be between 0.0 and 1.0. Got: " + labelSmoothing);
    }
    if (target.dtype().isFloating()) {
      return ClassLosses.ofProbabilities(logits, target, weight, reduction, labelSmoothing);
    }
    return labelSmoothing == 0
        ? ClassLosses.apply(Core.CROSS_ENTROPY, logits, target, weight, ignoreIndex, reduction)
        : ClassLosses.smoothed(logits, target, weight, ignoreIndex, reduction, labelSmoothing);
  }

  /// target · (log(target) − x) for log-probabilities x: how much a distribution differs from that
  /// of the target (Kullback and Leibler). Its mean over the samples, PyTorch's `batchmean`, is the
  /// sum divided by their number.
  ///
  /// @param logTarget whether the target too is a logarithm
  public static Tensor klDiv(Tensor x, Tensor target, boolean logTarget, Reduction reduction) {
    if (logTarget) {
      return reduction.apply(target.exp().mul(target.sub(x)));
    }
    Tensor logarithm = target.maskedFill(target.eq(0.0), 1.0).log(); // 0·log(0) is 0 here
    return reduction.apply(target.mul(logarithm.sub(x)));
  }
}
