package org.hypergrad.tests.golden;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What fails in PyTorch fails here, and says so in the same words.
class GoldenErrorsTest {
  private static final GoldenPart ERRORS = new GoldenPart("errors", ErrorComparison::runProgram);
  private static final GoldenPart OP_ERRORS = new GoldenPart("op_errors", ErrorComparison::runCall);

  @TestFactory
  Stream<DynamicTest> programs() {
    return ERRORS.tests();
  }

  @TestFactory
  Stream<DynamicTest> wrong_calls_of_operations() {
    return OP_ERRORS.tests();
  }

  @AfterAll
  static void report() throws IOException {
    ERRORS.report();
    OP_ERRORS.report();
  }
}
