package org.hypergrad.tests.golden;

import static org.hypergrad.tests.golden.Row.row;
import static org.hypergrad.tests.golden.Row.unary;

import java.util.List;
import org.hypergrad.Functional;

/// `torch.nn.functional`: activations.
final class ActivationCalls {
  static final List<Row> TABLE =
      List.of(
          unary("nn.functional.relu", Functional::relu),
          unary("nn.functional.relu6", Functional::relu6),
          row(
              "nn.functional.leaky_relu",
              c -> Functional.leakyRelu(c.t(0), c.number(1, "negative_slope", 0.01))),
          row("nn.functional.prelu", c -> Functional.prelu(c.t(0), c.tensor(1, "weight"))),
          row("nn.functional.elu", c -> Functional.elu(c.t(0), c.number(1, "alpha", 1))),
          row("nn.functional.celu", c -> Functional.celu(c.t(0), c.number(1, "alpha", 1))),
          unary("nn.functional.selu", Functional::selu),
          row("nn.functional.gelu", c -> Functional.gelu(c.t(0), c.text(1, "approximate", "none"))),
          unary("nn.functional.silu", Functional::silu),
          unary("nn.functional.mish", Functional::mish),
          row(
              "nn.functional.softplus",
              c ->
                  Functional.softplus(
                      c.t(0), c.number(1, "beta", 1), c.number(2, "threshold", 20))),
          unary("nn.functional.logsigmoid", Functional::logSigmoid),
          row(
              "nn.functional.hardtanh",
              c ->
                  Functional.hardtanh(
                      c.t(0), c.number(1, "min_val", -1), c.number(2, "max_val", 1))),
          unary("nn.functional.hardsigmoid", Functional::hardsigmoid),
          unary("nn.functional.hardswish", Functional::hardswish),
          row(
              "nn.functional.hardshrink",
              c -> Functional.hardshrink(c.t(0), c.number(1, "lambd", 0.5))),
          row(
              "nn.functional.softshrink",
              c -> Functional.softshrink(c.t(0), c.number(1, "lambd", 0.5))),
          unary("nn.functional.tanhshrink", Functional::tanhshrink),
          unary("nn.functional.softsign", Functional::softsign),
          row(
              "nn.functional.threshold",
              c ->
                  Functional.threshold(
                      c.t(0), c.number(1, "threshold", 0), c.number(2, "value", 0))),
          row("nn.functional.glu", c -> Functional.glu(c.t(0), c.integer(1, "dim", -1))));

  private ActivationCalls() {}
}
