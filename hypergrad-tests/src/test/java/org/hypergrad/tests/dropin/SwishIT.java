package org.hypergrad.tests.dropin;

import java.util.List;
import org.hypergrad.Operations;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Operation;
import org.hypergrad.tck.OperationContract;
import org.junit.jupiter.api.BeforeAll;

/// The operation of the example keeps the contract, first and second derivative included, when its
/// jar is loaded into a layer of a program that runs already.
class SwishIT implements OperationContract {
  @BeforeAll
  static void install() {
    PluginLayer.install(Example.named("custom-op").target("swish-1.0.jar"));
  }

  @Override
  public Operation operation() {
    return Operations.named("swish");
  }

  @Override
  public List<Tensor> inputs() {
    return List.of(Tensor.of(-3.0, -0.5, 0.0, 1.5, 4.0));
  }
}
