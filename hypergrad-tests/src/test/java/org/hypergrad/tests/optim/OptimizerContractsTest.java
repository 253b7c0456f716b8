package org.hypergrad.tests.optim;

import java.util.List;
import org.hypergrad.optim.Optimizers;
import org.hypergrad.optim.Options;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.OptimizerProvider;
import org.hypergrad.tck.OptimizerContract;
import org.junit.jupiter.api.Nested;

/// The optimizers of the library keep the contract, plain and with all they have switched on.
class OptimizerContractsTest {
  @Nested
  class Sgd implements OptimizerContract {
    @Override
    public OptimizerProvider optimizer() {
      return Optimizers.named("sgd");
    }
  }

  @Nested
  class SgdWithNesterovMomentum implements OptimizerContract {
    @Override
    public OptimizerProvider optimizer() {
      return Optimizers.named("sgd");
    }

    @Override
    public Attributes options() {
      return Attributes.of(Options.LR, 0.05, Options.MOMENTUM, 0.9)
          .with(Options.NESTEROV, true)
          .with(Options.WEIGHT_DECAY, 1e-3);
    }
  }

  @Nested
  class Adam implements OptimizerContract {
    @Override
    public OptimizerProvider optimizer() {
      return Optimizers.named("adam");
    }
  }

  @Nested
  class AdamWithAmsgrad implements OptimizerContract {
    @Override
    public OptimizerProvider optimizer() {
      return Optimizers.named("adam");
    }

    @Override
    public Attributes options() {
      return Attributes.of(Options.LR, 0.1, Options.AMSGRAD, true)
          .with(Options.WEIGHT_DECAY, 1e-3)
          .with(Options.BETAS, List.of(0.8, 0.99));
    }
  }

  @Nested
  class AdamW implements OptimizerContract {
    @Override
    public OptimizerProvider optimizer() {
      return Optimizers.named("adamw");
    }
  }

  @Nested
  class RmsProp implements OptimizerContract {
    @Override
    public OptimizerProvider optimizer() {
      return Optimizers.named("rmsprop");
    }
  }

  @Nested
  class RmsPropCenteredWithMomentum implements OptimizerContract {
    @Override
    public OptimizerProvider optimizer() {
      return Optimizers.named("rmsprop");
    }

    @Override
    public Attributes options() {
      return Attributes.of(Options.LR, 0.01, Options.MOMENTUM, 0.5).with(Options.CENTERED, true);
    }
  }
}
