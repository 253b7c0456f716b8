package org.hypergrad.tests.golden;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Schedulers set PyTorch's learning rates and momenta, step by step.
class GoldenLrSchedulerTest {
  private static final GoldenPart SCHEDULERS = new GoldenPart("lr_scheduler", SchedulerCase::run);

  @TestFactory
  Stream<DynamicTest> schedulers() {
    return SCHEDULERS.tests();
  }

  @AfterAll
  static void report() throws IOException {
    SCHEDULERS.report();
  }
}
