package org.hypergrad.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The small functions around training give PyTorch's results.
class GoldenUtilsTest {
  private static final Map<String, GoldenPart.Runner> FUNCTIONS =
      Map.of(
          "clip_grad_norm_", ClippingCase::norm,
          "clip_grad_value_", ClippingCase::value,
          "calculate_gain", InitCase::gain,
          "init_scale", InitCase::scale,
          "nn.init.eye_", InitCase::eye,
          "nn.init.dirac_", InitCase::dirac,
          "structure", StructureCase::run,
          "repr", PrintedCase::run);

  private static final GoldenPart UTILS = new GoldenPart("utils", GoldenUtilsTest::run);

  private static void run(JsonNode fields) throws Exception {
    String function = fields.get("function").textValue();
    if (!FUNCTIONS.containsKey(function)) {
      throw new UnsupportedCase("no function " + function);
    }
    FUNCTIONS.get(function).run(fields);
  }

  @TestFactory
  Stream<DynamicTest> functions() {
    return UTILS.tests();
  }

  @AfterAll
  static void report() throws IOException {
    UTILS.report();
  }
}
