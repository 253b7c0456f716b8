package org.hypergrad.tests.golden;

import static org.hypergrad.tests.golden.Row.row;
import static org.hypergrad.tests.golden.Row.unary;

import java.util.List;
import org.hypergrad.Functional;
import org.hypergrad.Reduction;
import org.hypergrad.Tensor;

/// `torch.nn.functional`: activations, layers and losses.
final class NetworkCalls {
  static final List<Row> TABLE =
      List.of(
          unary("nn.functional.relu", Functional::relu),
          row(
              "nn.functional.leaky_relu",
              c -> Functional.leakyRelu(c.t(0), c.number(1, "negative_slope", 0.01))),
          row("nn.functional.elu", c -> Functional.elu(c.t(0), c.number(1, "alpha", 1))),
          row("nn.functional.gelu", c -> Functional.gelu(c.t(0), c.text(1, "approximate", "none"))),
          unary("nn.functional.silu", Functional::silu),
          row(
              "nn.functional.softplus",
              c ->
                  Functional.softplus(
                      c.t(0), c.number(1, "beta", 1), c.number(2, "threshold", 20))),
          row(
              "nn.functional.hardshrink",
              c -> c.t(0).maskedFill(c.t(0).abs().le(c.number(1, "lambd", 0.5)), 0)),
          row(
              "nn.functional.threshold",
              c ->
                  c.t(0)
                      .maskedFill(c.t(0).le(c.number(1, "threshold", 0)), c.number(2, "value", 0))),
          row("nn.functional.dropout", NetworkCalls::dropout),
          unary("nn.functional.softsign", x -> x.div(x.abs().add(1))),
          unary("nn.functional.tanhshrink", x -> x.sub(x.tanh())),
          row(
              "nn.functional.linear",
              c -> Functional.linear(c.t(0), c.tensor(1, "weight"), c.tensorOrNull(2, "bias"))),
          row(
              "nn.functional.mse_loss",
              c -> Functional.mseLoss(c.t(0), c.tensor(1, "target"), reduction(c))),
          row(
              "nn.functional.l1_loss",
              c -> reduction(c).apply(c.t(0).sub(c.tensor(1, "target")).abs())),
          row(
              "nn.functional.nll_loss",
              c ->
                  Functional.nllLoss(
                      c.t(0),
                      c.tensor(1, "target"),
                      c.tensorOrNull(2, "weight"),
                      c.integer(-1, "ignore_index", -100),
                      reduction(c))),
          row("nn.functional.cross_entropy", NetworkCalls::crossEntropy),
          row(
              "nn.functional.binary_cross_entropy_with_logits",
              c ->
                  Functional.binaryCrossEntropyWithLogits(
                      c.t(0),
                      c.tensor(1, "target"),
                      c.tensorOrNull(2, "weight"),
                      c.tensorOrNull("pos_weight"),
                      reduction(c))));

  private NetworkCalls() {}

  private static Reduction reduction(Call c) {
    return Reduction.named(c.text(-1, "reduction", "mean"));
  }

  private static Tensor dropout(Call c) {
    double p = c.number(1, "p", 0.5);
    boolean training = c.flag(2, "training", true);
    if (training && p > 0 && p < 1) {
      throw new UnsupportedCase("what is dropped is up to PyTorch's own generator");
    }
    return Functional.dropout(c.t(0), p, training);
  }

  private static Tensor crossEntropy(Call c) {
    return Functional.crossEntropy(
        c.t(0),
        c.tensor(1, "target"),
        c.tensorOrNull(2, "weight"),
        c.integer(-1, "ignore_index", -100),
        reduction(c));
  }
}
