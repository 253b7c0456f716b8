package org.hypergrad.tests.golden;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Whole networks learn as PyTorch's do, step by step.
class GoldenTrainingTest {
  private static final GoldenPart TRAINING = new GoldenPart("training", TrainingCase::run);

  @TestFactory
  Stream<DynamicTest> runs() {
    return TRAINING.tests();
  }

  @AfterAll
  static void report() throws IOException {
    TRAINING.report();
  }
}
