package org.hypergrad.tests.golden;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every operation gives PyTorch's numbers: outputs, gradients, and second-order results.
class GoldenOpsTest {
  private static final GoldenPart OPS = new GoldenPart("ops", OperationCase::run);
  private static final GoldenPart OPS_INT = new GoldenPart("ops_int", OperationCase::run);
  private static final GoldenPart SPECIAL = new GoldenPart("special", OperationCase::run);

  @TestFactory
  Stream<DynamicTest> operations_and_their_gradients() {
    return OPS.tests();
  }

  @TestFactory
  Stream<DynamicTest> whole_numbers_and_truth_values() {
    return OPS_INT.tests();
  }

  @TestFactory
  Stream<DynamicTest> special_values() {
    return SPECIAL.tests();
  }

  @AfterAll
  static void report() throws IOException {
    OPS.report();
    OPS_INT.report();
    SPECIAL.report();
  }
}
