package org.hypergrad.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hypergrad.DType;
import org.hypergrad.GradMode;
import org.hypergrad.Tensor;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.optim.Optimizers;
import org.hypergrad.optim.Options;
import org.hypergrad.optim.ParameterGroup;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.OptimizerProvider;

/// One optimizer on one problem, in two ways: each step alone, from PyTorch's parameters and
/// gradients; and all steps, with our own gradients.
final class OptimizerCase {
  private final JsonNode fields;
  private final boolean float32;
  private final Map<String, Tensor> parameters = new LinkedHashMap<>();
  private final List<String> order = new ArrayList<>();
  private final Optimizer optimizer;

  private OptimizerCase(JsonNode fields) {
    this.fields = fields;
    this.float32 = Tensors.dtype(fields.get("dtype").textValue()) == DType.FLOAT32;
    for (var parameter : fields.get("initial_params").properties()) {
      parameters.put(parameter.getKey(), Tensors.read(parameter.getValue()).requiresGrad(true));
    }
    String name = fields.get("optimizer").textValue().toLowerCase(Locale.ROOT);
    if (!Optimizers.has(name)) {
      throw new UnsupportedCase("no optimizer " + name);
    }
    OptimizerProvider provider = Optimizers.named(name);
    List<ParameterGroup> groups = new ArrayList<>();
    if (fields.has("groups")) {
      for (JsonNode group : fields.get("groups")) {
        List<String> names = new ArrayList<>();
        group.get("params").forEach(parameter -> names.add(parameter.textValue()));
        order.addAll(names);
        groups.add(
            ParameterGroup.of(
                names.stream().map(parameters::get).toList(),
                Settings.read(group, provider.options(), Set.of("params"))));
      }
    } else {
      order.addAll(parameters.keySet());
      groups.add(ParameterGroup.of(List.copyOf(parameters.values())));
    }
    optimizer =
        provider.create(groups, Settings.read(fields.get("kwargs"), provider.options(), Set.of()));
  }

  static void run(JsonNode fields) {
    new OptimizerCase(fields).compareDefaults();
    new OptimizerCase(fields).compareEachStep();
    new OptimizerCase(fields).compareAllSteps();
  }

  private void compareDefaults() {
    JsonNode defaults = fields.path("defaults");
    ParameterGroup group = optimizer.groups().getFirst();
    for (Attribute<?> option : group.options()) {
      if (defaults.has(option.name())) {
        Object expected = Settings.value(option, defaults.get(option.name()));
        if (!expected.equals(group.get(option))) {
          throw new AssertionError(
              option.name() + ": expected " + expected + ", got " + group.get(option));
        }
      }
    }
  }

  private void compareEachStep() {
    Tolerance tolerance = float32 ? new Tolerance(1e-5, 1e-7) : new Tolerance(1e-10, 1e-12);
    JsonNode steps = fields.get("steps");
    for (int i = 0; i < steps.size(); i++) {
      JsonNode step = steps.get(i);
      halveLearningRatesBefore(i);
      parameters.forEach((name, parameter) -> {
        JsonNode gradient = step.get("grads").get(name);
        parameter.setGrad(gradient.isNull() ? null : Tensors.read(gradient));
      });
      optimizer.step();
      String when = "from PyTorch's gradients, after step " + (i + 1) + ", ";
      parameters.forEach((name, parameter) -> {
        JsonNode expected = step.get("params").get(name);
        Comparison.assertAgrees(when + name, parameter, expected, tolerance);
        GradMode.off(() -> parameter.copy_(Tensors.read(expected)));
      });
    }
    compareState("from PyTorch's gradients, ", tolerance);
  }

  private void compareAllSteps() {
    Tolerance float64 = new Tolerance(1e-6, 1e-8);
    Tolerance losses = float32 ? new Tolerance(1e-4, 1e-5) : float64;
    Tolerance values = float32 ? new Tolerance(1e-3, 1e-3) : float64;
    // the vectors' README has no tolerance for these in float32
    Tolerance gradients = float32 ? new Tolerance(2e-3, 2e-3) : float64;
    JsonNode steps = fields.get("steps");
    for (int i = 0; i < steps.size(); i++) {
      JsonNode step = steps.get(i);
      halveLearningRatesBefore(i);
      String when = "in step " + (i + 1) + ", ";
      Tensor loss =
          optimizer.step(() -> {
            optimizer.zeroGrad();
            Tensor value = loss();
            value.backward();
            return value;
          });
      if (!losses.accepts(loss.item(), Tensors.real(step.get("loss")))) {
        throw new AssertionError(
            when + "expected the loss " + step.get("loss") + ", got " + loss.item());
      }
      parameters.forEach((name, parameter) -> {
        JsonNode gradient = step.get("grads").get(name);
        if (gradient.isNull() != (parameter.grad() == null)) {
          throw new AssertionError(when + name + " should have the gradient " + gradient);
        }
        if (!gradient.isNull()) {
          Comparison.assertAgrees(
              when + "the gradient of " + name, parameter.grad(), gradient, gradients);
        }
        Comparison.assertAgrees(when + name, parameter, step.get("params").get(name), values);
      });
    }
    compareState("after all steps, ", gradients);
  }

  private void halveLearningRatesBefore(int step) {
    if (fields.path("lr_halved_before_step").asInt(-1) == step) {
      optimizer.groups().forEach(group -> group.set(Options.LR, group.get(Options.LR) * 0.5));
    }
  }

  private Tensor loss() {
    return switch (fields.get("problem").textValue()) {
      case "regression" -> regression();
      case "rosenbrock" -> rosenbrock(parameters.get("x"));
      case String other -> throw new UnsupportedCase("no problem " + other);
    };
  }

  private Tensor regression() {
    Tensor x = Tensors.read(fields.get("data").get("X"));
    Tensor y = Tensors.read(fields.get("data").get("Y"));
    Tensor hidden = x.matmul(parameters.get("W1")).add(parameters.get("b1")).tanh();
    return hidden.matmul(parameters.get("W2")).add(parameters.get("b2")).sub(y).square().mean();
  }

  private static Tensor rosenbrock(Tensor x) {
    Tensor left = x.slice(0, 0, x.numel() - 1, 1);
    Tensor right = x.slice(0, 1, x.numel(), 1);
    return right.sub(left.square()).square().mul(100.0).add(left.rsub(1.0).square()).sum();
  }

  private void compareState(String when, Tolerance tolerance) {
    Map<String, Tensor> state = optimizer.stateDict().tensors();
    Set<String> expected = new TreeSet<>();
    for (var ofParameter : fields.get("final_state").properties()) {
      String prefix = "state." + order.indexOf(ofParameter.getKey()) + ".";
      for (var entry : ofParameter.getValue().properties()) {
        if (entry.getValue().isNull()) {
          continue; // PyTorch notes that there is none
        }
        String what = when + ofParameter.getKey() + "'s " + entry.getKey();
        Tensor actual = state.get(prefix + entry.getKey());
        expected.add(prefix + entry.getKey());
        if (actual == null) {
          throw new AssertionError(what + " is missing");
        }
        if (Tensors.isTensor(entry.getValue())) {
          Comparison.assertAgrees(what, actual, entry.getValue(), tolerance);
        } else if (actual.item() != Tensors.real(entry.getValue())) {
          throw new AssertionError(
              what + ": expected " + entry.getValue() + ", got " + actual.item());
        }
      }
    }
    if (!expected.equals(new TreeSet<>(state.keySet()))) {
      throw new AssertionError(when + "expected the state " + expected + ", got " + state.keySet());
    }
  }
}
