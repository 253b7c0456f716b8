package org.hypergrad.tests.golden;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Small programs that use autograd in all its ways leave what they leave in PyTorch.
class GoldenAutogradApiTest {
  private static final GoldenPart AUTOGRAD_API =
      new GoldenPart("autograd_api", Programs::runAutogradApi);

  @TestFactory
  Stream<DynamicTest> programs() {
    return AUTOGRAD_API.tests();
  }

  @AfterAll
  static void report() throws IOException {
    AUTOGRAD_API.report();
  }
}
