package org.hypergrad.tests.golden;

import static org.hypergrad.optim.Options.BETAS;
import static org.hypergrad.optim.Options.LR;
import static org.hypergrad.optim.Options.WEIGHT_DECAY;
import static org.hypergrad.tests.golden.Ports.port;

import java.util.List;
import org.hypergrad.nn.optim.Adam;
import org.hypergrad.nn.optim.SGD;
import org.hypergrad.optim.ParameterGroup;
import org.hypergrad.spi.Attributes;

/// Programs of `errors` about optimizers: options out of range, groups that do not fit.
final class OptimizerErrorPrograms {
  static final List<Ports.Port> TABLE =
      List.of(
          port("torch.optim.SGD([x], lr=-1.0)", run -> new SGD(List.of(run.leaf("x")), -1)),
          port(
              "torch.optim.SGD([x], lr=0.1, weight_decay=-0.5)",
              run -> new SGD(List.of(run.leaf("x")), Attributes.of(LR, 0.1, WEIGHT_DECAY, -0.5))),
          port(
              "torch.optim.Adam([x], betas=(1.0, 0.9))",
              run -> new Adam(List.of(run.leaf("x")), Attributes.of(BETAS, List.of(1.0, 0.9)))),
          port(
              "torch.optim.Adam([x], betas=(0.9, -0.1))",
              run -> new Adam(List.of(run.leaf("x")), Attributes.of(BETAS, List.of(0.9, -0.1)))),
          port(
              "torch.optim.SGD([{'params': [x]}, {'params': [x]}], lr=0.1)",
              run -> new SGD(Attributes.of(LR, 0.1), group(run, "x"), group(run, "x"))),
          port(
              "torch.optim.SGD([x, y], lr=0.1).load_state_dict(torch.optim.SGD([x],"
                  + " lr=0.1).state_dict())",
              run ->
                  new SGD(List.of(run.leaf("x"), run.leaf("y")), 0.1)
                      .loadStateDict(new SGD(List.of(run.leaf("x")), 0.1).stateDict())));

  private OptimizerErrorPrograms() {}

  private static ParameterGroup group(Run run, String leaf) {
    return ParameterGroup.of(List.of(run.leaf(leaf)));
  }
}
