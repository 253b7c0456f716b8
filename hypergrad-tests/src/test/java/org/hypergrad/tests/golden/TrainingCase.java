package org.hypergrad.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hypergrad.DType;
import org.hypergrad.GradMode;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.Defaults;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.optim.Optimizers;

/// A case of `training`: a whole run, from the same first state. Compares the loss before every
/// step, the first gradients, the state after the first step and after the last one, and what the
/// trained network gives.
final class TrainingCase {
  private static final Map<String, Function<JsonNode, TrainingTask>> TASKS =
      Map.of(
          "moons_mlp", MoonsMlp::new,
          "digits_mlp", DigitsMlp::new,
          "char_transformer", CharTransformerTask::new);

  private final JsonNode fields;
  private final DType dtype;
  private final TrainingTask task;
  private final Block model;
  private final Optimizer optimizer;

  private TrainingCase(JsonNode fields) {
    this.fields = fields;
    this.dtype = Tensors.dtype(fields.get("dtype").textValue());
    String name = fields.get("id").textValue().split("/")[0];
    if (!TASKS.containsKey(name)) {
      throw new UnsupportedCase("nobody wrote " + name);
    }
    this.task = Defaults.with(dtype, () -> TASKS.get(name).apply(fields));
    this.model = task.model();
    model.loadStateDict(state("initial_state"));
    this.optimizer = optimizer(model, fields.get("optimizer"));
  }

  private static Optimizer optimizer(Block model, JsonNode optimizer) {
    String name = optimizer.get("name").textValue().toLowerCase(Locale.ROOT);
    var known = Optimizers.named(name).options();
    return Optimizers.create(
        name, model.parameters(), Settings.read(optimizer.get("kwargs"), known, Set.of()));
  }

  private Map<String, Tensor> state(String field) {
    Map<String, Tensor> state = new LinkedHashMap<>();
    for (var entry : fields.get(field).properties()) {
      state.put(entry.getKey(), Tensors.read(entry.getValue()));
    }
    return state;
  }

  static void run(JsonNode fields) {
    TrainingCase c = new TrainingCase(fields);
    for (int step = 0; step < fields.get("steps").intValue(); step++) {
      c.step(step);
      if (step == 0) {
        c.compareState("after step 1, ", "state_after_step_1");
      }
    }
    c.compareState("at the end, ", "final_state");
    GradMode.off(c.task::compareTrained);
  }

  private void step(int step) {
    Tensor loss = task.loss(step);
    double expected = Tensors.real(fields.get("losses").get(step));
    if (!losses(dtype).accepts(loss.item(), expected)) {
      throw new AssertionError(
          "in step %d: expected the loss %s, got %s".formatted(step, expected, loss.item()));
    }
    optimizer.zeroGrad();
    loss.backward();
    if (step == 0) {
      model
          .namedParameters()
          .forEach((name, parameter) ->
              Comparison.assertGradientAgrees(
                  "first gradient of " + name,
                  parameter.grad(),
                  fields.get("first_grads").get(name),
                  parameter,
                  parameters(dtype)));
    }
    optimizer.step();
  }

  private void compareState(String when, String field) {
    Map<String, Tensor> state = model.stateDict();
    for (var entry : fields.get(field).properties()) {
      Comparison.assertAgrees(
          when + entry.getKey(), state.get(entry.getKey()), entry.getValue(), parameters(dtype));
    }
  }

  /// How near losses have to be.
  static Tolerance losses(DType dtype) {
    return dtype == DType.FLOAT32 ? new Tolerance(1e-4, 1e-5) : new Tolerance(1e-6, 1e-8);
  }

  /// How near everything else has to be.
  static Tolerance parameters(DType dtype) {
    return dtype == DType.FLOAT32 ? new Tolerance(1e-3, 1e-3) : new Tolerance(1e-6, 1e-8);
  }
}
