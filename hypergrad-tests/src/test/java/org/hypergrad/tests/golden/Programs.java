package org.hypergrad.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// All ported programs, by the part of the golden vectors they stand in.
final class Programs {
  static final Ports GRAPH = new Ports(GraphPrograms.TABLE);
  static final Ports AUTOGRAD_API =
      new Ports(GradientPrograms.TABLE, DerivativePrograms.TABLE, HookPrograms.TABLE);
  static final Ports ERRORS =
      new Ports(
          AutogradErrorPrograms.TABLE,
          OperationErrorPrograms.TABLE,
          ModuleErrorPrograms.TABLE,
          OptimizerErrorPrograms.TABLE);

  private Programs() {}

  /// The parts that consist of programs.
  static Map<String, Ports> parts() {
    return Map.of("graph", GRAPH, "autograd_api", AUTOGRAD_API, "errors", ERRORS);
  }

  /// Runs a program of `autograd_api` and compares what it leaves.
  static void runAutogradApi(JsonNode fields) throws Exception {
    Program program = AUTOGRAD_API.of(fields).program();
    Run run = new Run(fields);
    program.run(run);
    for (var result : fields.get("results").properties()) {
      Values.assertAgrees(result.getKey(), run.result(result.getKey()), result.getValue());
    }
  }
}
