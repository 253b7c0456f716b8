package org.hypergrad.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.hypergrad.DType;
import org.hypergrad.GradMode;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.Storage;
import org.hypergrad.Tensor;
import org.junit.jupiter.api.Test;

/// Tensors print as PyTorch prints them, but for the prefix `torch.` of types.
class PrinterTest {
  private static final Map<String, Supplier<Tensor>> IN_JAVA =
      Map.of(
          "torch.tensor([[1.0, 2.0], [3.0, 4.0]], dtype=torch.float64)",
          () -> Tensor.of(new double[][] {{1, 2}, {3, 4}}),
          "torch.tensor(3.5, requires_grad=True)",
          () -> Tensor.scalar(DType.FLOAT32, 3.5).requiresGrad(true),
          "torch.tensor([1, 2, 3])",
          () -> Tensor.of(1L, 2L, 3L),
          "torch.tensor([float('nan'), float('inf'), 1.0])",
          () -> Tensor.of(Float.NaN, Float.POSITIVE_INFINITY, 1f),
          "torch.zeros(2, 0)",
          () -> Tensor.zeros(DType.FLOAT32, Shape.of(2, 0)),
          "torch.arange(24.0).view(2, 3, 4)",
          () -> Tensor.arange(DType.FLOAT32, 0, 24, 1).view(2, 3, 4),
          "torch.arange(2000.0)",
          () -> Tensor.arange(DType.FLOAT32, 0, 2000, 1),
          "torch.tensor([[1.5]]).sum()",
          () -> Tensor.of(new float[][] {{1.5f}}).sum(),
          "torch.tensor([1.0, 2.0], requires_grad=True).exp().sum()",
          () -> Tensor.of(1f, 2f).requiresGrad(true).exp().sum(),
          "torch.tensor([-1.0, 10.0, 100.25])",
          () -> Tensor.of(-1f, 10f, 100.25f));

  @Test
  void the_golden_texts_are_met() throws IOException {
    Path golden = Path.of(System.getProperty("hypergrad.root"), "golden", "utils.jsonl.gz");
    List<String> codes = new ArrayList<>();
    for (JsonNode line : lines(new GZIPInputStream(Files.newInputStream(golden)))) {
      if (line.get("function").textValue().equals("repr")) {
        String code = line.get("code").textValue();
        codes.add(code);
        assertThat(IN_JAVA).containsKey(code);
        assertThat(IN_JAVA.get(code).get())
            .as(code)
            .hasToString(line.get("repr").textValue().replace("torch.", ""));
      }
    }
    assertThat(codes).containsExactlyInAnyOrderElementsOf(IN_JAVA.keySet());
  }

  @Test
  void numbers_of_all_sizes_and_shapes_print_as_in_pytorch() throws IOException {
    List<JsonNode> cases = lines(PrinterTest.class.getResourceAsStream("printer/printed.jsonl"));
    assertThat(cases).hasSizeGreaterThan(150);
    for (JsonNode line : cases) {
      assertThat(tensor(line)).hasToString(line.get("printed").textValue());
    }
  }

  private static List<JsonNode> lines(InputStream stream) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(json.readTree(line));
      }
    }
    return lines;
  }

  private static Tensor tensor(JsonNode line) {
    DType dtype = DType.named(line.get("dtype").textValue());
    int[] sizes = new int[line.get("shape").size()];
    for (int d = 0; d < sizes.length; d++) {
      sizes[d] = line.get("shape").get(d).intValue();
    }
    Shape shape = Shape.of(sizes);
    Storage storage = Storage.zeros(dtype, shape.numel());
    for (int i = 0; i < storage.length(); i++) {
      if (line.has("start")) {
        storage.set(i, line.get("start").doubleValue() + line.get("step").doubleValue() * i);
      } else if (dtype.isFloating()) {
        storage.set(i, Double.parseDouble(line.get("data").get(i).asText()));
      } else {
        storage.set(i, line.get("data").get(i).longValue());
      }
    }
    return Tensor.of(storage, Layout.contiguous(shape))
        .requiresGrad(line.get("requires_grad").booleanValue());
  }

  @Test
  void a_view_prints_what_it_shows() {
    Tensor x = Tensor.arange(DType.FLOAT64, 0, 12, 1).view(3, 4);
    assertThat(x.t())
        .hasToString(
            """
            tensor([[ 0.,  4.,  8.],
                    [ 1.,  5.,  9.],
                    [ 2.,  6., 10.],
                    [ 3.,  7., 11.]], dtype=float64)\
            """);
    assertThat(x.slice(1, 1, 4, 2).slice(0, 1, 3, 1))
        .hasToString("tensor([[ 5.,  7.],\n        [ 9., 11.]], dtype=float64)");
    assertThat(x.get(2, 3)).hasToString("tensor(11., dtype=float64)");
    assertThat(Tensor.of(1L, 2L).unsqueeze(1).expand(2, 3))
        .hasToString("tensor([[1, 1, 1],\n        [2, 2, 2]])");
  }

  @Test
  void a_result_names_the_node_that_made_it() {
    Tensor x = Tensor.of(new float[][] {{1, 2}, {3, 4}}).requiresGrad(true);
    assertThat(x.mul(2.0))
        .hasToString("tensor([[2., 4.],\n        [6., 8.]], grad_fn=<MulBackward0>)");
    assertThat(x.t()).hasToString("tensor([[1., 3.],\n        [2., 4.]], grad_fn=<TBackward0>)");
    assertThat(GradMode.off(() -> x.mul(2.0))).hasToString("tensor([[2., 4.],\n        [6., 8.]])");
  }

  @Test
  void what_does_not_fit_on_the_line_goes_to_the_next() {
    Tensor x = Tensor.of(1.5, 2.5, 3.5, 4.5, 5.5).requiresGrad(true);
    assertThat(x)
        .hasToString(
            """
            tensor([1.5000, 2.5000, 3.5000, 4.5000, 5.5000], dtype=float64,
                   requires_grad=True)\
            """);
  }

  @Test
  void printing_changes_nothing() {
    Tensor number = Tensor.scalar(0.1).requiresGrad(true);
    assertThat(number).hasToString("tensor(0.1000, dtype=float64, requires_grad=True)");
    assertThat(number.version()).isZero();
    assertThat(number.item()).isEqualTo(0.1);
    assertThat(number.grad()).isNull();
  }
}
