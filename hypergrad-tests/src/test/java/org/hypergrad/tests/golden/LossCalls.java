package org.hypergrad.tests.golden;

import static org.hypergrad.tests.golden.Row.row;

import java.util.List;
import org.hypergrad.Functional;
import org.hypergrad.Reduction;
import org.hypergrad.Tensor;

/// `torch.nn.functional`: losses.
final class LossCalls {
  static final List<Row> TABLE =
      List.of(
          row(
              "nn.functional.mse_loss",
              c -> Functional.mseLoss(c.t(0), c.tensor(1, "target"), reduction(c))),
          row(
              "nn.functional.l1_loss",
              c -> Functional.l1Loss(c.t(0), c.tensor(1, "target"), reduction(c))),
          row(
              "nn.functional.smooth_l1_loss",
              c ->
                  Functional.smoothL1Loss(
                      c.t(0), c.tensor(1, "target"), c.number(-1, "beta", 1), reduction(c))),
          row(
              "nn.functional.huber_loss",
              c ->
                  Functional.huberLoss(
                      c.t(0), c.tensor(1, "target"), c.number(-1, "delta", 1), reduction(c))),
          row(
              "nn.functional.poisson_nll_loss",
              c ->
                  Functional.poissonNllLoss(
                      c.t(0),
                      c.tensor(1, "target"),
                      c.flag(-1, "log_input", true),
                      c.flag("full"),
                      c.number(-1, "eps", 1e-8),
                      reduction(c))),
          row(
              "nn.functional.gaussian_nll_loss",
              c ->
                  Functional.gaussianNllLoss(
                      c.t(0),
                      c.tensor(1, "target"),
                      c.tensor(2, "var"),
                      c.flag("full"),
                      c.number(-1, "eps", 1e-6),
                      reduction(c))),
          row(
              "nn.functional.hinge_embedding_loss",
              c ->
                  Functional.hingeEmbeddingLoss(
                      c.t(0), c.tensor(1, "target"), c.number(-1, "margin", 1), reduction(c))),
          row(
              "nn.functional.soft_margin_loss",
              c -> Functional.softMarginLoss(c.t(0), c.tensor(1, "target"), reduction(c))),
          row(
              "nn.functional.margin_ranking_loss",
              c ->
                  Functional.marginRankingLoss(
                      c.t(0), c.t(1), c.t(2), c.number(-1, "margin", 0), reduction(c))),
          row(
              "nn.functional.binary_cross_entropy",
              c ->
                  Functional.binaryCrossEntropy(
                      c.t(0), c.tensor(1, "target"), c.tensorOrNull(2, "weight"), reduction(c))),
          row(
              "nn.functional.binary_cross_entropy_with_logits",
              c ->
                  Functional.binaryCrossEntropyWithLogits(
                      c.t(0),
                      c.tensor(1, "target"),
                      c.tensorOrNull(2, "weight"),
                      c.tensorOrNull("pos_weight"),
                      reduction(c))),
          row(
              "nn.functional.nll_loss",
              c ->
                  Functional.nllLoss(
                      c.t(0),
                      c.tensor(1, "target"),
                      c.tensorOrNull(2, "weight"),
                      c.integer(-1, "ignore_index", -100),
                      reduction(c))),
          row(
              "nn.functional.cross_entropy",
              c ->
                  Functional.crossEntropy(
                      c.t(0),
                      c.tensor(1, "target"),
                      c.tensorOrNull(2, "weight"),
                      c.integer(-1, "ignore_index", -100),
                      reduction(c),
                      c.number(-1, "label_smoothing", 0))),
          row("nn.functional.kl_div", LossCalls::klDiv));

  private LossCalls() {}

  private static Reduction reduction(Call c) {
    return Reduction.named(c.text(-1, "reduction", "mean"));
  }

  private static Tensor klDiv(Call c) {
    Tensor target = c.tensor(1, "target");
    boolean logTarget = c.flag("log_target");
    return c.text(-1, "reduction", "mean").equals("batchmean")
        ? Functional.klDiv(c.t(0), target, logTarget, Reduction.SUM).div((long) c.t(0).size(0))
        : Functional.klDiv(c.t(0), target, logTarget, reduction(c));
  }
}
