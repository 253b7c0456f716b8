package org.hypergrad.tests.golden;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every block loads PyTorch's state and gives PyTorch's outputs, gradients and changed buffers.
class GoldenModulesTest {
  private static final GoldenPart MODULES = new GoldenPart("modules", ModuleCase::run);

  @TestFactory
  Stream<DynamicTest> blocks() {
    return MODULES.tests();
  }

  @AfterAll
  static void report() throws IOException {
    MODULES.report();
  }
}
