package org.hypergrad.tests.golden;

import static org.hypergrad.tests.golden.ModuleRow.loss;
import static org.hypergrad.tests.golden.ModuleRow.module;
import static org.hypergrad.tests.golden.ModuleRow.reduction;

import java.util.List;
import org.hypergrad.Tensor;
import org.hypergrad.nn.BCELoss;
import org.hypergrad.nn.BCEWithLogitsLoss;
import org.hypergrad.nn.CrossEntropyLoss;
import org.hypergrad.nn.HingeEmbeddingLoss;
import org.hypergrad.nn.HuberLoss;
import org.hypergrad.nn.KLDivLoss;
import org.hypergrad.nn.L1Loss;
import org.hypergrad.nn.MSELoss;
import org.hypergrad.nn.NLLLoss;
import org.hypergrad.nn.PoissonNLLLoss;
import org.hypergrad.nn.SmoothL1Loss;
import org.hypergrad.nn.SoftMarginLoss;

/// `torch.nn`: losses of a prediction and a target.
final class LossModules {
  static final List<ModuleRow> TABLE =
      List.of(
          loss("MSELoss", MSELoss::new),
          loss("L1Loss", L1Loss::new),
          loss("SoftMarginLoss", SoftMarginLoss::new),
          module("SmoothL1Loss", c -> new SmoothL1Loss(reduction(c)).beta(c.number(-1, "beta", 1))),
          module("HuberLoss", c -> new HuberLoss(reduction(c)).delta(c.number(-1, "delta", 1))),
          module(
              "HingeEmbeddingLoss",
              c -> new HingeEmbeddingLoss(reduction(c)).margin(c.number(0, "margin", 1))),
          module("BCELoss", LossModules::binaryCrossEntropy),
          module("BCEWithLogitsLoss", LossModules::binaryCrossEntropyWithLogits),
          module("NLLLoss", LossModules::nll),
          module("CrossEntropyLoss", LossModules::crossEntropy),
          module("KLDivLoss", LossModules::klDiv),
          module(
              "PoissonNLLLoss",
              c ->
                  new PoissonNLLLoss(reduction(c))
                      .logInput(c.flag(0, "log_input", true))
                      .full(c.flag(1, "full", false))
                      .eps(c.number(-1, "eps", 1e-8))));

  private LossModules() {}

  private static BCELoss binaryCrossEntropy(Call c) {
    Tensor weight = c.tensorOrNull(0, "weight");
    BCELoss loss = new BCELoss(reduction(c));
    return weight == null ? loss : loss.weight(weight);
  }

  private static BCEWithLogitsLoss binaryCrossEntropyWithLogits(Call c) {
    Tensor weight = c.tensorOrNull(0, "weight");
    Tensor posWeight = c.tensorOrNull("pos_weight");
    BCEWithLogitsLoss loss = new BCEWithLogitsLoss(reduction(c));
    loss = weight == null ? loss : loss.weight(weight);
    return posWeight == null ? loss : loss.posWeight(posWeight);
  }

  private static NLLLoss nll(Call c) {
    Tensor weight = c.tensorOrNull(0, "weight");
    NLLLoss loss = new NLLLoss(reduction(c)).ignoreIndex(ignoreIndex(c));
    return weight == null ? loss : loss.weight(weight);
  }

  /// Stands behind an argument that PyTorch does without since it has the reduction.
  private static int ignoreIndex(Call c) {
    if (c.given(1, "size_average")) {
      throw new UnsupportedCase("size_average is a reduction here");
    }
    return c.integer(2, "ignore_index", -100);
  }

  private static CrossEntropyLoss crossEntropy(Call c) {
    Tensor weight = c.tensorOrNull(0, "weight");
    CrossEntropyLoss loss =
        new CrossEntropyLoss(reduction(c))
            .ignoreIndex(ignoreIndex(c))
            .labelSmoothing(c.number(-1, "label_smoothing", 0));
    return weight == null ? loss : loss.weight(weight);
  }

  private static KLDivLoss klDiv(Call c) {
    boolean batchMean = c.text(-1, "reduction", "mean").equals("batchmean");
    KLDivLoss loss = batchMean ? new KLDivLoss().batchMean() : new KLDivLoss(reduction(c));
    return c.flag("log_target") ? loss.logTarget() : loss;
  }
}
