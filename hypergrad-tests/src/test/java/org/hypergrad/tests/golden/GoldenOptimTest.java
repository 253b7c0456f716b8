package org.hypergrad.tests.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.hypergrad.optim.Optimizers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Optimizers make PyTorch's steps: from its gradients, and from our own.
class GoldenOptimTest {
  private static final GoldenPart OPTIM = new GoldenPart("optim", OptimizerCase::run);

  @TestFactory
  Stream<DynamicTest> optimizers() {
    return OPTIM.tests();
  }

  @Test
  void no_case_of_ours_counts_as_unsupported_because_its_optimizer_is_missing() {
    assertThat(Optimizers.all())
        .extracting(provider -> provider.name())
        .contains("sgd", "adam", "adamw", "rmsprop");
  }

  @AfterAll
  static void report() throws IOException {
    OPTIM.report();
  }
}
