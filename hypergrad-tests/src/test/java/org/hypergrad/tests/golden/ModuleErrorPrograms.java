package org.hypergrad.tests.golden;

import static org.hypergrad.tests.golden.Ports.port;

import java.util.List;
import java.util.Map;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.Embedding;
import org.hypergrad.nn.Linear;
import org.hypergrad.nn.Sequential;

/// Programs of `errors` about blocks: what they do not take, and states that do not fit.
final class ModuleErrorPrograms {
  static final List<Ports.Port> TABLE =
      List.of(
          port("nn.Linear(3, 2)(x)", run -> new Linear(3, 2).apply(run.leaf("x"))),
          port("nn.Embedding(3, 2, padding_idx=5)", _ -> new Embedding(3, 2, 5)),
          port(
              "nn.Linear(2, 2).load_state_dict({'weight': torch.zeros(2, 2)})",
              _ -> new Linear(2, 2).loadStateDict(Map.of("weight", Tensor.zeros(2, 2)))),
          port(
              "nn.Linear(2, 2).load_state_dict({'weight': torch.zeros(3, 2), 'bias':"
                  + " torch.zeros(2)})",
              _ ->
                  new Linear(2, 2)
                      .loadStateDict(
                          Map.of("weight", Tensor.zeros(3, 2), "bias", Tensor.zeros(2)))),
          port(
              "nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1)).load_state_dict({'0.weight':"
                  + " torch.zeros(2, 2), '0.bias': torch.zeros(3), '1.weight': torch.zeros(1, 2),"
                  + " '2.bias': torch.zeros(1)})",
              _ ->
                  new Sequential(new Linear(2, 2), new Linear(2, 1))
                      .loadStateDict(
                          Map.of(
                              "0.weight", Tensor.zeros(2, 2),
                              "0.bias", Tensor.zeros(3),
                              "1.weight", Tensor.zeros(1, 2),
                              "2.bias", Tensor.zeros(1)))),
          port(
              "nn.Module().register_parameter('a.b', nn.Parameter(torch.zeros(1)))",
              "parameter name can't contain \".\"",
              _ -> new WithParameter("a.b")));

  private ModuleErrorPrograms() {}

  private static final class WithParameter extends Block {
    WithParameter(String name) {
      parameter(name, Tensor.zeros(1));
    }
  }
}
