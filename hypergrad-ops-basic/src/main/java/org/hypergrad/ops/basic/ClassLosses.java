package org.hypergrad.ops.basic;

import static org.hypergrad.spi.Partial.usesInputs;
import static org.hypergrad.spi.StandardAttributes.IGNORE_INDEX;
import static org.hypergrad.spi.StandardAttributes.REDUCTION;

import java.util.List;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.Function;
import org.hypergrad.spi.Operation;
import org.hypergrad.spi.Partial;
import org.hypergrad.spi.Saved;

/// Losses over classes: predictions x of shape \[n, classes\], for each row the target t it should
/// have named (PyTorch: `aten/src/ATen/native/LossNLL.cpp`).
final class ClassLosses {
  /// The operations of this family.
  static final List<Operation> TABLE =
      List.of(
          Function.of(
              "nll_loss",
              "-weight[t] * x[t], reduced",
              List.of("x", "t", "weight"),
              (in, at) -> negativeLogLikelihood(in[0], in[1], in[2], at),
              List.of(
                  usesInputs("zeros, -g * weight[t] at t", ClassLosses::rule, 1, 2),
                  Partial.none(),
                  Partial.none()),
              REDUCTION,
              IGNORE_INDEX),
          new CrossEntropy());

  private ClassLosses() {}

  private static Tensor negativeLogLikelihood(
      Tensor x, Tensor target, Tensor weight, Attributes settings) {
    ClassTargets.check(target, x.size(1), settings);
    ClassTargets targets = ClassTargets.of(target, weight, x.dtype(), settings);
    Tensor picked = x.gather(1, targets.classes()).squeeze(1);
    // x may be -∞ where the weight is 0, and their product would be NaN
    Tensor losses = picked.mul(targets.weights()).neg().maskedFill(targets.weights().eq(0.0), 0.0);
    return targets.reduce(losses, settings);
  }

  private static Tensor rule(Tensor g, Saved saved) {
    Attributes settings = saved.attributes();
    ClassTargets targets =
        ClassTargets.of(saved.input(1), saved.input(2), saved.dtype(0), settings);
    Tensor rows = targets.perRow(g, settings).neg().unsqueeze(1);
    return Tensor.zeros(rows.dtype(), saved.shape(0)).scatterAdd(1, targets.classes(), rows);
  }
}
