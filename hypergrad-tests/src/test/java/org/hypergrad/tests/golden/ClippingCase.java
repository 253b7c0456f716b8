package org.hypergrad.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.hypergrad.Tensor;
import org.hypergrad.nn.optim.GradientClipping;

/// One call of `clip_grad_norm_` or `clip_grad_value_`.
final class ClippingCase {
  private ClippingCase() {}

  static void norm(JsonNode fields) {
    List<Tensor> parameters = parameters(fields);
    double total =
        GradientClipping.clipGradNorm_(
            parameters,
            Tensors.real(fields.get("max_norm")),
            Tensors.real(fields.get("norm_type")),
            fields.path("error_if_nonfinite").asBoolean());
    JsonNode expected = fields.get("total_norm");
    Tensor actual = Tensor.scalar(Tensors.dtype(expected), total);
    Comparison.assertAgrees("total_norm", actual, expected, Tolerance.of(actual.dtype()));
    compare(fields, parameters);
  }

  static void value(JsonNode fields) {
    List<Tensor> parameters = parameters(fields);
    GradientClipping.clipGradValue_(parameters, Tensors.real(fields.get("clip_value")));
    compare(fields, parameters);
  }

  private static List<Tensor> parameters(JsonNode fields) {
    List<Tensor> parameters = new ArrayList<>();
    for (JsonNode json : fields.get("grads")) {
      Tensor gradient = Tensors.read(json);
      Tensor parameter = Tensor.zeros(gradient.dtype(), gradient.shape()).requiresGrad(true);
      parameter.setGrad(gradient);
      parameters.add(parameter);
    }
    return parameters;
  }

  private static void compare(JsonNode fields, List<Tensor> parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      Tensor gradient = parameters.get(i).grad();
      Comparison.assertAgrees(
          "gradient " + i, gradient, fields.get("clipped").get(i), Tolerance.of(gradient.dtype()));
    }
  }
}
