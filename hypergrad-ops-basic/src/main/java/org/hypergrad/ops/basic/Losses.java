package org.hypergrad.ops.basic;

import static org.hypergrad.ops.basic.BinaryRow.composed;
import static org.hypergrad.spi.Partial.usesInputs;
import static org.hypergrad.spi.StandardAttributes.REDUCTION;

import java.util.List;
import org.hypergrad.Reduction;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.Function;
import org.hypergrad.spi.Operation;
import org.hypergrad.spi.Partial;
import org.hypergrad.spi.Saved;

/// Losses that compare a prediction x with a target t, element by element, and reduce what they
/// find (PyTorch: `aten/src/ATen/native/Loss.cpp`).
final class Losses {
  /// The operations of this family.
  static final List<Operation> TABLE =
      List.of(
          composed("mse_loss", "(a - b)², reduced", Losses::meanSquaredError, REDUCTION)
              .partialA(usesInputs("g * 2 (a - b) / n", Losses::meanSquaredRule, 0, 1))
              .partialB(
                  usesInputs("-g * 2 (a - b) / n", (g, s) -> meanSquaredRule(g, s).neg(), 0, 1)),
          Function.of(
              "binary_cross_entropy",
              "-weight * (t * log(x) + (1 - t) * log(1 - x)), reduced",
              List.of("x", "t", "weight"),
              (in, at) -> at.get(REDUCTION).apply(binaryCrossEntropy(in[0], in[1], in[2])),
              List.of(
                  usesInputs(
                      "g * weight * (x - t) / (x * (1 - x)) / n", Losses::probabilityRule, 0, 1, 2),
                  usesInputs("g * weight * (log(1 - x) - log(x)) / n", Losses::labelRule, 0, 1, 2),
                  Partial.none()),
              REDUCTION),
          Function.of(
              "binary_cross_entropy_with_logits",
              "weight * ((1 - t) * x + (1 + (pos_weight - 1) * t) * log(1 + e⁻ˣ)), reduced",
              List.of("x", "t", "weight", "pos_weight"),
              (in, at) -> at.get(REDUCTION).apply(binaryCrossEntropy(in[0], in[1], in[2], in[3])),
              List.of(
                  usesAll(
                      "g * weight * ((pos_weight * t + 1 - t) * sigmoid(x) - pos_weight * t) / n",
                      Losses::logitRule),
                  usesAll(
                      "g * weight * ((pos_weight - 1) * log(1 + e⁻ˣ) - x) / n", Losses::targetRule),
                  Partial.none(),
                  Partial.none()),
              REDUCTION));

  /// What keeps the loss of a certain but wrong prediction finite.
  private static final double LEAST_LOGARITHM = -100;

  /// What keeps its gradient finite.
  private static final double LEAST_PRODUCT = 1e-12;

  private Losses() {}

  private static Partial usesAll(String text, Partial.Rule rule) {
    return usesInputs(text, rule, 0, 1, 2, 3);
  }

  private static Tensor meanSquaredError(Tensor x, Tensor target, Attributes settings) {
    return settings.get(REDUCTION).apply(x.sub(target).square());
  }

  private static Tensor meanSquaredRule(Tensor g, Saved saved) {
    Tensor difference = saved.input(0).sub(saved.input(1));
    return perElement(g, difference.mul(2.0), saved);
  }

  /// The gradient of a loss before its reduction, times `g`.
  private static Tensor perElement(Tensor g, Tensor gradient, Saved saved) {
    boolean mean = saved.attributes().get(REDUCTION) == Reduction.MEAN;
    return gradient.mul(mean ? g.div((double) gradient.numel()) : g);
  }

  private static Tensor binaryCrossEntropy(Tensor x, Tensor t, Tensor weight) {
    if (x.numel() > 0 && !(x.min().item() >= 0 && x.max().item() <= 1)) {
      throw new IllegalArgumentException(
          "all elements of input should be between 0 and 1, for they are probabilities. For scores"
              + " of any size there is binary_cross_entropy_with_logits.");
    }
    Tensor yes = x.log().clamp(LEAST_LOGARITHM, null);
    Tensor no = x.rsub(1.0).log().clamp(LEAST_LOGARITHM, null);
    Tensor loss = t.sub(1.0).mul(no).sub(t.mul(yes));
    return weight == null ? loss : loss.mul(weight);
  }

  private static Tensor probabilityRule(Tensor g, Saved saved) {
    Tensor x = saved.input(0);
    Tensor slope = x.sub(saved.input(1)).div(x.mul(x.rsub(1.0)).clamp(LEAST_PRODUCT, null));
    return perElement(g, weighted(slope, saved), saved);
  }

  private static Tensor labelRule(Tensor g, Saved saved) {
    Tensor x = saved.input(0);
    return perElement(g, weighted(x.rsub(1.0).log().sub(x.log()), saved), saved);
  }

  private static Tensor binaryCrossEntropy(Tensor x, Tensor t, Tensor weight, Tensor posWeight) {
    Tensor penalty = logOnePlusExpOfMinus(x);
    Tensor positive = posWeight == null ? penalty : posWeight.sub(1.0).mul(t).add(1.0).mul(penalty);
    Tensor loss = t.rsub(1.0).mul(x).add(positive);
    return weight == null ? loss : loss.mul(weight);
  }

  /// log(1 + e⁻ˣ), where e is only ever raised to a negative power.
  private static Tensor logOnePlusExpOfMinus(Tensor x) {
    return x.abs().neg().exp().log1p().add(x.neg().clamp(0.0, null));
  }

  private static Tensor logitRule(Tensor g, Saved saved) {
    Tensor x = saved.input(0);
    Tensor t = saved.input(1);
    Tensor posWeight = saved.input(3);
    Tensor positive = posWeight == null ? t : posWeight.mul(t);
    Tensor s = posWeight == null ? x.sigmoid() : positive.add(1.0).sub(t).mul(x.sigmoid());
    return perElement(g, weighted(s.sub(positive), saved), saved);
  }

  private static Tensor targetRule(Tensor g, Saved saved) {
    Tensor x = saved.input(0);
    Tensor posWeight = saved.input(3);
    Tensor gradient =
        posWeight == null ? x.neg() : posWeight.sub(1.0).mul(logOnePlusExpOfMinus(x)).sub(x);
    return perElement(g, weighted(gradient, saved), saved);
  }

  private static Tensor weighted(Tensor gradient, Saved saved) {
    Tensor weight = saved.input(2);
    return weight == null ? gradient : gradient.mul(weight);
  }
}
