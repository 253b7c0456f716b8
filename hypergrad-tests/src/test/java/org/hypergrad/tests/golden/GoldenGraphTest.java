package org.hypergrad.tests.golden;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The backward graphs of small programs have PyTorch's nodes and edges.
class GoldenGraphTest {
  private static final GoldenPart GRAPH = new GoldenPart("graph", GraphComparison::run);

  @TestFactory
  Stream<DynamicTest> backward_graphs() {
    return GRAPH.tests();
  }

  @AfterAll
  static void report() throws IOException {
    GRAPH.report();
  }
}
