package org.hypergrad.tests.golden;

import static org.hypergrad.tests.golden.Row.row;

import java.util.List;
import org.hypergrad.Functional;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// `torch.nn.functional`: layers.
final class NetworkCalls {
  static final List<Row> TABLE =
      List.of(
          row(
              "nn.functional.linear",
              c -> Functional.linear(c.t(0), c.tensor(1, "weight"), c.tensorOrNull(2, "bias"))),
          row("nn.functional.dropout", NetworkCalls::dropout),
          row(
              "nn.functional.embedding",
              c ->
                  Functional.embedding(
                      c.t(0),
                      c.tensor(1, "weight"),
                      c.given("padding_idx") ? c.integer(-1, "padding_idx") : null,
                      c.flag("scale_grad_by_freq"))),
          row(
              "nn.functional.layer_norm",
              c ->
                  Functional.layerNorm(
                      c.t(0),
                      Shape.of(c.ints(1, "normalized_shape")),
                      c.tensorOrNull(2, "weight"),
                      c.tensorOrNull(3, "bias"),
                      c.number(4, "eps", 1e-5))));

  private NetworkCalls() {}

  private static Tensor dropout(Call c) {
    double p = c.number(1, "p", 0.5);
    boolean training = c.flag(2, "training", true);
    if (training && p > 0 && p < 1) {
      throw new UnsupportedCase("what is dropped is up to PyTorch's own generator");
    }
    return Functional.dropout(c.t(0), p, training);
  }
}
