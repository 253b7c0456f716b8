package org.hypergrad.tests.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.hypergrad.Autograd;
import org.hypergrad.DType;
import org.hypergrad.GradOptions;
import org.hypergrad.Operations;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Operation;
import org.hypergrad.tck.OperationContract;
import org.hypergrad.tests.documents.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The chapter "Adding an operation" of CONTRIBUTING.md, done: its lines become a module, the
/// module joins a running program, and an operation that the library lacks answers PyTorch's own
/// cases.
class AddingAnOperationTest implements OperationContract {
  private static final String CHAPTER = "The same as a plug-in";

  @BeforeAll
  static void do_what_the_chapter_says(@TempDir Path temporary) throws IOException {
    assertThat(Operations.has("tan"))
        .as("the library has tan: let the chapter and this test add another operation")
        .isFalse();
    List<String> code =
        Document.at("CONTRIBUTING.md").snippets().stream()
            .filter(snippet -> snippet.heading().equals(CHAPTER))
            .map(Document.Snippet::code)
            .toList();
    Path jar = new PluginJar(code.get(0), code.get(1)).in(temporary, "tan.jar");
    assertThat(PluginLayer.install(jar).operations())
        .extracting(Operation::name)
        .containsExactly("tan");
  }

  @Override
  public Operation operation() {
    return Operations.named("tan");
  }

  @Override
  public List<Tensor> inputs() {
    return List.of(Tensor.of(-1.2, -0.3, 0.0, 0.7, 1.1));
  }

  @Test
  void the_numbers_are_those_of_pytorch() throws IOException {
    List<JsonNode> cases =
        cases(Path.of(System.getProperty("hypergrad.root"), "golden/ops/tan.jsonl.gz"));
    assertThat(cases).hasSizeGreaterThan(10);
    assertThat(cases).filteredOn(fields -> fields.has("second")).isNotEmpty();
    for (JsonNode fields : cases) {
      check(fields);
    }
  }

  private static void check(JsonNode fields) {
    Tensor x = tensor(fields.get("tensors").get(0)).requiresGrad(true);
    Tensor y = x.apply("tan");
    assertNear(y, fields.get("outputs").get(0), fields, "outputs");

    Tensor g = tensor(fields.get("grad_outputs").get(0)).requiresGrad(true);
    GradOptions options = GradOptions.DEFAULT.createGraph();
    Tensor dx = Autograd.grad(List.of(y), List.of(x), List.of(g), options).getFirst();
    assertNear(dx, fields.get("grads").get(0), fields, "grads");

    if (fields.has("second")) {
      JsonNode second = fields.get("second");
      Tensor w = tensor(second.get("weights").get(0));
      List<Tensor> result =
          Autograd.grad(List.of(dx), List.of(x, g), List.of(w), GradOptions.DEFAULT);
      assertNear(result.get(0), second.get("grads").get(0), fields, "grads");
      assertNear(result.get(1), second.get("grads_of_grad_outputs").get(0), fields, "grads");
    }
  }

  /// The tolerances that the README of the golden vectors names.
  private static void assertNear(Tensor actual, JsonNode expected, JsonNode fields, String kind) {
    boolean single = actual.dtype() == DType.FLOAT32;
    double relative = single ? 1.3e-6 : 1e-7;
    double absolute = single ? 1e-5 + 4 * fields.get("f32_error").get(kind).asDouble() : 1e-7;
    double[] values = actual.toDoubles();
    double[] numbers = numbers(expected);
    assertThat(values).hasSameSizeAs(numbers);
    assertThat(IntStream.range(0, values.length))
        .as("%s of %s", kind, fields.get("id"))
        .allMatch(i ->
            Double.compare(values[i], numbers[i]) == 0
                || Math.abs(values[i] - numbers[i]) <= absolute + relative * Math.abs(numbers[i]));
  }

  private static Tensor tensor(JsonNode node) {
    int[] sizes = new ObjectMapper().convertValue(node.get("shape"), int[].class);
    Tensor values = Tensor.of(Shape.of(sizes), numbers(node));
    return node.get("dtype").asText().equals("float32") ? values.to(DType.FLOAT32) : values;
  }

  private static double[] numbers(JsonNode node) {
    return new ObjectMapper().convertValue(node.get("data"), double[].class);
  }

  private static List<JsonNode> cases(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> cases = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        cases.add(json.readTree(line));
      }
    }
    return cases;
  }
}
