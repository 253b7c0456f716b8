package org.hypergrad.tests.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Supplier;
import org.hypergrad.DType;
import org.hypergrad.Tensor;

/// How a tensor is printed; only the names of element types lack PyTorch's `torch.`.
final class PrintedCase {
  private static final Map<String, Supplier<Tensor>> TENSORS =
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
          () -> Tensor.zeros(2, 0),
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

  private PrintedCase() {}

  static void run(JsonNode fields) {
    String code = fields.get("code").textValue();
    if (!TENSORS.containsKey(code)) {
      throw new UnsupportedCase("nobody ported " + code);
    }
    String expected = fields.get("repr").textValue().replace("torch.", "");
    assertThat(TENSORS.get(code).get()).hasToString(expected);
  }
}
