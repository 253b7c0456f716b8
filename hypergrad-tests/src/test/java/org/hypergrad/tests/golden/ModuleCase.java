package org.hypergrad.tests.golden;

import static org.hypergrad.tests.golden.Comparison.assertAgrees;
import static org.hypergrad.tests.golden.Comparison.assertGradientAgrees;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hypergrad.DType;
import org.hypergrad.GradOptions;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.Defaults;

/// A case of `modules`: constructs the block, loads the state, applies it, and compares the output,
/// the gradients of inputs and parameters, and what became of the buffers.
final class ModuleCase {
  private final JsonNode fields;
  private final Block block;
  private final Call call;
  private final Tensor output;

  private ModuleCase(JsonNode fields) {
    this.fields = fields;
    String name = name(fields);
    ModuleRow row = PyTorchModules.find(name).orElseThrow(() -> UnsupportedList.unsupported(name));
    block = constructed(row, fields.get("ctor"), Tensors.dtype(fields.get("dtype").textValue()));
    block.loadStateDict(state(fields.get("state_dict")));
    block.train(fields.get("training").booleanValue());
    call = Call.of(fields);
    output = applied();
    call.assertAllRead();
  }

  /// The name of the module: `nn.LayerNorm`.
  static String name(JsonNode fields) {
    return "nn." + fields.get("module").textValue();
  }

  private static Block constructed(ModuleRow row, JsonNode ctor, DType dtype) {
    List<Tensor> tensors = new ArrayList<>();
    ctor.get("tensors").forEach(tensor -> tensors.add(Tensors.read(tensor)));
    Call arguments = new Call(tensors, ctor.get("args"), ctor.get("kwargs"));
    Block block = Defaults.with(dtype, () -> row.constructor().apply(arguments));
    arguments.assertAllRead();
    return block;
  }

  private static Map<String, Tensor> state(JsonNode json) {
    Map<String, Tensor> state = new LinkedHashMap<>();
    json.properties().forEach(entry -> state.put(entry.getKey(), Tensors.read(entry.getValue())));
    return state;
  }

  private Tensor applied() {
    Tensor first = call.tensor(0, "input");
    return fields.get("args").size() < 2
        ? block.apply(first)
        : block.apply(first, call.tensor(1, "target"));
  }

  static void run(JsonNode fields) {
    ModuleCase c = new ModuleCase(fields);
    Gradients.assertCount("outputs", 1, fields.get("outputs"));
    assertAgrees("output", c.output, fields.get("outputs").get(0), c.tolerance("outputs"));
    c.compareGradients();
    for (var entry : fields.path("state_after").properties()) {
      Tensor after = c.block.stateDict().get(entry.getKey());
      assertAgrees(entry.getKey() + " after", after, entry.getValue(), c.tolerance("outputs"));
    }
  }

  private Tolerance tolerance(String kind) {
    return Tolerance.of(fields.get("module").textValue(), fields, kind);
  }

  private void compareGradients() {
    JsonNode v = fields.path("grad_outputs").path(0);
    if (!v.isObject()) {
      return;
    }
    Map<String, Tensor> parameters = block.namedParameters();
    List<Tensor> inputs = new ArrayList<>(call.tensors);
    inputs.addAll(parameters.values());
    List<Tensor> roots = output.requiresGrad() ? List.of(output) : List.of();
    List<Tensor> upstream = output.requiresGrad() ? List.of(Tensors.read(v)) : List.of();
    List<Tensor> gradients =
        Gradients.of(roots, inputs, upstream, GradOptions.DEFAULT.allowUnused());
    int n = call.tensors.size();
    if (fields.has("grads")) {
      Gradients.assertAgree(
          "gradient of tensor ",
          gradients.subList(0, n),
          fields.get("grads"),
          call.tensors,
          tolerance("grads"));
    }
    JsonNode expected = fields.path("param_grads");
    Gradients.assertCount("parameters", parameters.size(), expected);
    for (String name : parameters.keySet()) {
      assertGradientAgrees(
          "gradient of " + name,
          gradients.get(n++),
          expected.get(name),
          parameters.get(name),
          tolerance("param_grads"));
    }
  }
}
