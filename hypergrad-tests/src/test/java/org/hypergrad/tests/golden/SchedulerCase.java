package org.hypergrad.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.hypergrad.Tensor;
import org.hypergrad.nn.optim.ChainedScheduler;
import org.hypergrad.nn.optim.ConstantLR;
import org.hypergrad.nn.optim.CosineAnnealingLR;
import org.hypergrad.nn.optim.CosineAnnealingWarmRestarts;
import org.hypergrad.nn.optim.CyclicLR;
import org.hypergrad.nn.optim.ExponentialLR;
import org.hypergrad.nn.optim.LRScheduler;
import org.hypergrad.nn.optim.LambdaLR;
import org.hypergrad.nn.optim.LinearLR;
import org.hypergrad.nn.optim.MultiStepLR;
import org.hypergrad.nn.optim.MultiplicativeLR;
import org.hypergrad.nn.optim.OneCycleLR;
import org.hypergrad.nn.optim.PolynomialLR;
import org.hypergrad.nn.optim.ReduceLROnPlateau;
import org.hypergrad.nn.optim.SGD;
import org.hypergrad.nn.optim.Scheduler;
import org.hypergrad.nn.optim.SequentialLR;
import org.hypergrad.nn.optim.StepLR;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.optim.Options;
import org.hypergrad.optim.ParameterGroup;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Attributes;

/// One scheduler on an optimizer with two groups: what it makes of their learning rates and
/// momenta.
final class SchedulerCase {
  private static final Tolerance TOLERANCE = new Tolerance(1e-10, 1e-12);

  private static final List<Attribute<?>> CYCLIC =
      List.of(
          CyclicLR.BASE_LR,
          CyclicLR.MAX_LR,
          CyclicLR.STEP_SIZE_UP,
          CyclicLR.STEP_SIZE_DOWN,
          CyclicLR.MODE,
          CyclicLR.GAMMA,
          CyclicLR.SCALE_MODE,
          CyclicLR.CYCLE_MOMENTUM,
          CyclicLR.BASE_MOMENTUM,
          CyclicLR.MAX_MOMENTUM);

  private static final List<Attribute<?>> ONE_CYCLE =
      List.of(
          OneCycleLR.MAX_LR,
          OneCycleLR.TOTAL_STEPS,
          OneCycleLR.EPOCHS,
          OneCycleLR.STEPS_PER_EPOCH,
          OneCycleLR.PCT_START,
          OneCycleLR.ANNEAL_STRATEGY,
          OneCycleLR.CYCLE_MOMENTUM,
          OneCycleLR.BASE_MOMENTUM,
          OneCycleLR.MAX_MOMENTUM,
          OneCycleLR.DIV_FACTOR,
          OneCycleLR.FINAL_DIV_FACTOR,
          OneCycleLR.THREE_PHASE);

  private static final List<Attribute<?>> PLATEAU =
      List.of(
          ReduceLROnPlateau.MODE,
          ReduceLROnPlateau.FACTOR,
          ReduceLROnPlateau.PATIENCE,
          ReduceLROnPlateau.THRESHOLD,
          ReduceLROnPlateau.THRESHOLD_MODE,
          ReduceLROnPlateau.COOLDOWN,
          ReduceLROnPlateau.MIN_LR,
          ReduceLROnPlateau.EPS);

  private SchedulerCase() {}

  static void run(JsonNode fields) {
    Optimizer optimizer = optimizer(fields.get("base"));
    Scheduler scheduler = scheduler(fields, optimizer);
    JsonNode trace = fields.get("trace");
    compare(0, optimizer, trace.get(0));
    for (int i = 1; i < trace.size(); i++) {
      optimizer.step();
      if (fields.has("metrics")) {
        scheduler.step(Tensors.real(fields.get("metrics").get(i - 1)));
      } else {
        scheduler.step();
      }
      compare(i, optimizer, trace.get(i));
    }
  }

  private static Optimizer optimizer(JsonNode base) {
    ParameterGroup[] groups = new ParameterGroup[base.get("lr").size()];
    for (int i = 0; i < groups.length; i++) {
      Tensor parameter = Tensor.of(1.0).requiresGrad(true);
      groups[i] =
          ParameterGroup.of(
              List.of(parameter),
              Attributes.of(
                  Options.LR, Tensors.real(base.get("lr").get(i)),
                  Options.MOMENTUM, Tensors.real(base.get("momentum").get(i))));
    }
    return new SGD(Attributes.NONE, groups);
  }

  private static void compare(int step, Optimizer optimizer, JsonNode expected) {
    for (Attribute<Double> option : List.of(Options.LR, Options.MOMENTUM)) {
      for (int group = 0; group < optimizer.groups().size(); group++) {
        double e = Tensors.real(expected.get(option.name()).get(group));
        double actual = optimizer.groups().get(group).get(option);
        if (!TOLERANCE.accepts(actual, e)) {
          throw new AssertionError(
              "after step %d, %s of group %d: expected %s, got %s"
                  .formatted(step, option.name(), group, e, actual));
        }
      }
    }
  }

  private static Scheduler scheduler(JsonNode fields, Optimizer optimizer) {
    return switch (fields.get("scheduler").textValue()) {
      case "SequentialLR" -> {
        List<LRScheduler> parts = new ArrayList<>();
        fields.get("schedulers").forEach(part -> parts.add(byEpoch(part, optimizer)));
        List<Integer> milestones = new ArrayList<>();
        fields.get("kwargs").get("milestones").forEach(epoch -> milestones.add(epoch.intValue()));
        yield new SequentialLR(parts, milestones);
      }
      case "ChainedScheduler" -> {
        List<Scheduler> parts = new ArrayList<>();
        fields.get("schedulers").forEach(part -> parts.add(scheduler(part, optimizer)));
        yield new ChainedScheduler(parts);
      }
      case "ReduceLROnPlateau" ->
          new ReduceLROnPlateau(optimizer, Settings.read(fields.get("kwargs"), PLATEAU, Set.of()));
      default -> byEpoch(fields, optimizer);
    };
  }

  private static LRScheduler byEpoch(JsonNode fields, Optimizer optimizer) {
    JsonNode kwargs = fields.get("kwargs");
    return switch (fields.get("scheduler").textValue()) {
      case "StepLR" ->
          new StepLR(
              optimizer, kwargs.get("step_size").intValue(), kwargs.path("gamma").asDouble(0.1));
      case "MultiStepLR" -> {
        List<Integer> milestones = new ArrayList<>();
        kwargs.get("milestones").forEach(epoch -> milestones.add(epoch.intValue()));
        yield new MultiStepLR(optimizer, milestones, kwargs.path("gamma").asDouble(0.1));
      }
      case "ExponentialLR" -> new ExponentialLR(optimizer, kwargs.get("gamma").doubleValue());
      case "ConstantLR" ->
          new ConstantLR(
              optimizer,
              kwargs.path("factor").asDouble(1.0 / 3),
              kwargs.path("total_iters").asInt(5));
      case "LinearLR" ->
          new LinearLR(
              optimizer,
              kwargs.path("start_factor").asDouble(1.0 / 3),
              kwargs.path("end_factor").asDouble(1),
              kwargs.path("total_iters").asInt(5));
      case "PolynomialLR" ->
          new PolynomialLR(
              optimizer, kwargs.path("total_iters").asInt(5), kwargs.path("power").asDouble(1));
      case "CosineAnnealingLR" ->
          new CosineAnnealingLR(
              optimizer, kwargs.get("T_max").intValue(), kwargs.path("eta_min").asDouble(0));
      case "CosineAnnealingWarmRestarts" ->
          new CosineAnnealingWarmRestarts(
              optimizer,
              kwargs.get("T_0").intValue(),
              kwargs.path("T_mult").asInt(1),
              kwargs.path("eta_min").asDouble(0));
      case "LambdaLR" -> new LambdaLR(optimizer, lambda(kwargs));
      case "MultiplicativeLR" -> new MultiplicativeLR(optimizer, lambda(kwargs));
      case "CyclicLR" -> new CyclicLR(optimizer, Settings.read(kwargs, CYCLIC, Set.of()));
      case "OneCycleLR" -> new OneCycleLR(optimizer, Settings.read(kwargs, ONE_CYCLE, Set.of()));
      case String other -> throw new UnsupportedCase("no scheduler " + other);
    };
  }

  private static IntToDoubleFunction lambda(JsonNode kwargs) {
    return EpochExpression.of(kwargs.get("lr_lambda").textValue());
  }
}
