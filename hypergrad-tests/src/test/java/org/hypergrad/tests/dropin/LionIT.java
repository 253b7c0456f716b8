package org.hypergrad.tests.dropin;

import org.hypergrad.optim.Optimizers;
import org.hypergrad.spi.OptimizerProvider;
import org.hypergrad.tck.OptimizerContract;
import org.junit.jupiter.api.BeforeAll;

/// The optimizer of the example keeps the contract when its jar is loaded into a layer of a program
/// that runs already.
class LionIT implements OptimizerContract {
  @BeforeAll
  static void install() {
    PluginLayer.install(Example.named("custom-optimizer").target("lion-1.0.jar"));
  }

  @Override
  public OptimizerProvider optimizer() {
    return Optimizers.named("lion");
  }
}
