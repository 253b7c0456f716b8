package org.hypergrad.tests.golden;

import static org.hypergrad.tests.golden.ModuleRow.module;
import static org.hypergrad.tests.golden.ModuleRow.plain;

import java.util.List;
import org.hypergrad.nn.CELU;
import org.hypergrad.nn.ELU;
import org.hypergrad.nn.GELU;
import org.hypergrad.nn.GLU;
import org.hypergrad.nn.Hardshrink;
import org.hypergrad.nn.Hardsigmoid;
import org.hypergrad.nn.Hardswish;
import org.hypergrad.nn.Hardtanh;
import org.hypergrad.nn.LeakyReLU;
import org.hypergrad.nn.LogSigmoid;
import org.hypergrad.nn.LogSoftmax;
import org.hypergrad.nn.Mish;
import org.hypergrad.nn.PReLU;
import org.hypergrad.nn.ReLU;
import org.hypergrad.nn.ReLU6;
import org.hypergrad.nn.SELU;
import org.hypergrad.nn.SiLU;
import org.hypergrad.nn.Sigmoid;
import org.hypergrad.nn.Softmax;
import org.hypergrad.nn.Softmin;
import org.hypergrad.nn.Softplus;
import org.hypergrad.nn.Softshrink;
import org.hypergrad.nn.Softsign;
import org.hypergrad.nn.Tanh;
import org.hypergrad.nn.Tanhshrink;
import org.hypergrad.nn.Threshold;

/// `torch.nn`: activations. Where PyTorch has a default, it is the constructor's without arguments
/// that is compared.
final class ActivationModules {
  static final List<ModuleRow> TABLE =
      List.of(
          plain("ReLU", ReLU::new),
          plain("ReLU6", ReLU6::new),
          plain("Tanh", Tanh::new),
          plain("Sigmoid", Sigmoid::new),
          plain("LogSigmoid", LogSigmoid::new),
          plain("SiLU", SiLU::new),
          plain("Mish", Mish::new),
          plain("SELU", SELU::new),
          plain("Hardsigmoid", Hardsigmoid::new),
          plain("Hardswish", Hardswish::new),
          plain("Softsign", Softsign::new),
          plain("Tanhshrink", Tanhshrink::new),
          plain("Hardtanh", Hardtanh::new),
          module(
              "LeakyReLU",
              c ->
                  c.given(0, "negative_slope")
                      ? new LeakyReLU(c.number(0, "negative_slope", 0))
                      : new LeakyReLU()),
          module("ELU", c -> c.given(0, "alpha") ? new ELU(c.number(0, "alpha", 0)) : new ELU()),
          module("CELU", c -> c.given(0, "alpha") ? new CELU(c.number(0, "alpha", 0)) : new CELU()),
          module(
              "GELU",
              c -> c.given(0, "approximate") ? new GELU(c.text(0, "approximate", "")) : new GELU()),
          module(
              "Softplus",
              c ->
                  c.given(0, "beta")
                      ? new Softplus(c.number(0, "beta", 0), c.number(1, "threshold", 0))
                      : new Softplus()),
          module(
              "Hardshrink",
              c ->
                  c.given(0, "lambd") ? new Hardshrink(c.number(0, "lambd", 0)) : new Hardshrink()),
          module(
              "Softshrink",
              c ->
                  c.given(0, "lambd") ? new Softshrink(c.number(0, "lambd", 0)) : new Softshrink()),
          module(
              "Threshold",
              c -> new Threshold(c.number(0, "threshold", 0), c.number(1, "value", 0))),
          module("GLU", c -> c.given(0, "dim") ? new GLU(c.integer(0, "dim")) : new GLU()),
          module("Softmax", c -> new Softmax(c.integer(0, "dim"))),
          module("LogSoftmax", c -> new LogSoftmax(c.integer(0, "dim"))),
          module("Softmin", c -> new Softmin(c.integer(0, "dim"))),
          module(
              "PReLU",
              c ->
                  c.given(0, "num_parameters")
                      ? new PReLU(c.integer(0, "num_parameters"), c.number(1, "init", 0.25))
                      : new PReLU()));

  private ActivationModules() {}
}
