package org.hypergrad.tests.golden;

import static org.hypergrad.tests.golden.Comparison.assertAgrees;
import static org.hypergrad.tests.golden.Comparison.assertGradientAgrees;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.hypergrad.GradOptions;
import org.hypergrad.Tensor;

/// A case of `ops`, `ops_int` or `special`: makes the call, and compares its outputs, the
/// gradients, and where the case has them second-order results and what became of tensors that the
/// call changed.
final class OperationCase {
  private final JsonNode fields;
  private final Tolerance outputTolerance;
  private final Tolerance gradientTolerance;
  private final Tolerance secondOrder;
  private final Call call;
  private final List<Object> outputs;

  /// The numbers of the outputs that have a gradient.
  private final List<Integer> differentiated = new ArrayList<>();

  /// Makes the call.
  private OperationCase(JsonNode fields) {
    this.fields = fields;
    String name = name(fields);
    Row row = PyTorchCalls.find(name).orElseThrow(() -> UnsupportedList.unsupported(name));
    outputTolerance = Tolerance.of(name, fields, "outputs");
    gradientTolerance = Tolerance.of(name, fields, "grads");
    secondOrder = Tolerance.ofSecondOrder(name, fields);
    call = Call.of(fields);
    outputs = row.outputs(call);
    call.assertAllRead();
  }

  /// The operation's name with its variant: `max__binary`.
  static String name(JsonNode fields) {
    String variant = fields.path("variant").asText();
    return fields.get("op").textValue() + (variant.isEmpty() ? "" : "__" + variant);
  }

  static void run(JsonNode fields) {
    String id = fields.get("id").textValue();
    if (UnsupportedList.hasCase(id)) {
      throw UnsupportedList.unsupported(id);
    }
    compare(fields);
  }

  /// Compares a case, whether it is listed or not.
  static void compare(JsonNode fields) {
    OperationCase c = new OperationCase(fields);
    c.compareOutputs();
    c.compareMutated();
    if (fields.has("grads")) {
      c.compareGradients();
    }
  }

  private void compareOutputs() {
    JsonNode expected = fields.get("outputs");
    Gradients.assertCount("outputs", outputs.size(), expected);
    for (int k = 0; k < outputs.size(); k++) {
      if (outputs.get(k) instanceof Tensor output) {
        assertAgrees("output " + k, output, expected.get(k), outputTolerance);
      } else {
        Values.assertAgrees("output " + k, outputs.get(k), expected.get(k).get("value"));
      }
    }
  }

  private void compareMutated() {
    for (var entry : fields.path("mutated").properties()) {
      Tensor tensor = call.tensors.get(Integer.parseInt(entry.getKey()));
      assertAgrees("mutated tensor " + entry.getKey(), tensor, entry.getValue(), outputTolerance);
    }
  }

  private void compareGradients() {
    boolean second = fields.has("second");
    List<Tensor> roots = new ArrayList<>();
    List<Tensor> upstream = new ArrayList<>();
    for (int k = 0; k < outputs.size(); k++) {
      JsonNode v = fields.get("grad_outputs").get(k);
      if (!v.isNull() && outputs.get(k) instanceof Tensor output && output.requiresGrad()) {
        roots.add(output);
        differentiated.add(k);
        upstream.add(Tensors.read(v).requiresGrad(second));
      }
    }
    GradOptions options = GradOptions.DEFAULT.allowUnused();
    List<Tensor> gradients =
        Gradients.of(roots, call.tensors, upstream, second ? options.createGraph() : options);
    Gradients.assertAgree(
        "gradient of tensor ", gradients, fields.get("grads"), call.tensors, gradientTolerance);
    if (second) {
      compareSecondOrder(gradients, upstream, fields.get("second"));
    }
  }

  /// For the gradients g and the weights w of the case: the gradients of s = Σ〈g, w〉.
  private void compareSecondOrder(List<Tensor> gradients, List<Tensor> upstream, JsonNode second) {
    List<Tensor> products = new ArrayList<>();
    List<Tensor> weights = new ArrayList<>();
    for (int i = 0; i < gradients.size(); i++) {
      JsonNode w = second.get("weights").get(i);
      Tensor g = gradients.get(i);
      if (!w.isNull() && g != null && g.requiresGrad()) {
        products.add(g);
        weights.add(Tensors.read(w));
      }
    }
    List<Tensor> inputs = new ArrayList<>(call.tensors);
    inputs.addAll(upstream);
    List<Tensor> result =
        Gradients.of(products, inputs, weights, GradOptions.DEFAULT.allowUnused());
    int n = call.tensors.size();
    Gradients.assertAgree(
        "second order, tensor ",
        result.subList(0, n),
        second.get("grads"),
        call.tensors,
        secondOrder);
    for (int u = 0; u < upstream.size(); u++) {
      int k = differentiated.get(u);
      assertGradientAgrees(
          "second order, grad_output " + k,
          result.get(n + u),
          second.get("grads_of_grad_outputs").get(k),
          upstream.get(u),
          secondOrder);
    }
  }
}
