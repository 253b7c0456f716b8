package org.hypergrad.nn.optim;

import static org.hypergrad.optim.Options.LR;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Attributes;

/// Lets the learning rates go up and down in straight lines, and the momentum against them (Smith,
/// "Cyclical Learning Rates for Training Neural Networks", 2017). Stepped every batch.
public final class CyclicLR extends LRScheduler {
  /// The lower rate, or one for each group.
  public static final Attribute<List<Double>> BASE_LR = Attribute.numbers("base_lr").required();

  /// The upper rate, or one for each group.
  public static final Attribute<List<Double>> MAX_LR = Attribute.numbers("max_lr").required();

  /// How many steps it goes up.
  public static final Attribute<Integer> STEP_SIZE_UP = Attribute.integer("step_size_up", 2000);

  /// How many steps it goes down; as many as up if it is not given.
  public static final Attribute<Integer> STEP_SIZE_DOWN = Attribute.integer("step_size_down", null);

  /// `triangular`; `triangular2`: each cycle half as high as the one before; `exp_range`: lower by
  /// `gamma` each step.
  public static final Attribute<String> MODE = Attribute.text("mode", "triangular");

  /// The factor for `exp_range`.
  public static final Attribute<Double> GAMMA = Attribute.number("gamma", 1.0);

  /// The height of a cycle as a function of its number, from 1, or of the step; instead of a mode.
  public static final Attribute<DoubleUnaryOperator> SCALE_FN =
      new Attribute<>("scale_fn", DoubleUnaryOperator.class, null);

  /// What `scale_fn` is a function of: `cycle` or `iterations`.
  public static final Attribute<String> SCALE_MODE = Attribute.text("scale_mode", "cycle");

  /// Whether the momentum cycles, or the first beta.
  public static final Attribute<Boolean> CYCLE_MOMENTUM = Attribute.flag("cycle_momentum", true);

  /// The momentum at the upper rate, or one for each group.
  public static final Attribute<List<Double>> BASE_MOMENTUM =
      Attribute.numbers("base_momentum", 0.8);

  /// The momentum at the lower rate, or one for each group.
  public static final Attribute<List<Double>> MAX_MOMENTUM = Attribute.numbers("max_momentum", 0.9);

  /// Between these rates, else the defaults.
  public CyclicLR(Optimizer optimizer, double baseLr, double maxLr) {
    this(optimizer, Attributes.of(BASE_LR, List.of(baseLr), MAX_LR, List.of(maxLr)));
  }

  /// With these options; `base_lr` and `max_lr` have to be given.
  ///
  /// @throws IllegalArgumentException if an option is missing, unknown or out of range, or there is
  ///   no momentum to cycle
  public CyclicLR(Optimizer optimizer, Attributes options) {
    Expect.options(
        options,
        BASE_LR,
        MAX_LR,
        STEP_SIZE_UP,
        STEP_SIZE_DOWN,
        MODE,
        GAMMA,
        SCALE_FN,
        SCALE_MODE,
        CYCLE_MOMENTUM,
        BASE_MOMENTUM,
        MAX_MOMENTUM);
    Triangle triangle = Triangle.of(options);
    boolean cyclesMomentum = options.get(CYCLE_MOMENTUM);
    if (cyclesMomentum) {
      CycledMomentum.check(optimizer);
    }
    List<Double> base = Expect.perGroup(BASE_LR, options, optimizer);
    List<Double> max = Expect.perGroup(MAX_LR, options, optimizer);
    List<Double> baseMomentum = Expect.perGroup(BASE_MOMENTUM, options, optimizer);
    List<Double> maxMomentum = Expect.perGroup(MAX_MOMENTUM, options, optimizer);
    for (int i = 0; i < base.size(); i++) {
      optimizer.groups().get(i).set(LR, base.get(i));
    }
    super(
        optimizer,
        (epoch, _, initial, i) -> initial + triangle.height(epoch, max.get(i) - initial),
        cyclesMomentum
            ? (epoch, _, _, i) ->
                maxMomentum.get(i)
                    - triangle.height(epoch, maxMomentum.get(i) - baseMomentum.get(i))
            : null);
    countFrom(base);
  }

  /// The curve from 0 to 1 and back.
  private record Triangle(
      double total, double ratio, DoubleUnaryOperator scale, boolean scaledByCycle) {
    static Triangle of(Attributes options) {
      int up = options.get(STEP_SIZE_UP);
      int down = options.get(STEP_SIZE_DOWN) == null ? up : options.get(STEP_SIZE_DOWN);
      Expect.positive("step_size_up", up);
      Expect.positive("step_size_down", down);
      double total = (double) up + down;
      double gamma = options.get(GAMMA);
      DoubleUnaryOperator scale = options.get(SCALE_FN);
      if (scale != null) {
        String mode = Expect.oneOf(SCALE_MODE, options, "cycle", "iterations");
        return new Triangle(total, up / total, scale, mode.equals("cycle"));
      }
      return switch (Expect.oneOf(MODE, options, "triangular", "triangular2", "exp_range")) {
        case "triangular" -> new Triangle(total, up / total, _ -> 1, true);
        case "triangular2" ->
            new Triangle(total, up / total, cycle -> 1 / Math.pow(2, cycle - 1), true);
        default -> new Triangle(total, up / total, step -> Math.pow(gamma, step), false);
      };
    }

    double height(int epoch, double full) {
      double cycle = Math.floor(1 + epoch / total);
      double x = 1 + epoch / total - cycle;
      double part = x <= ratio ? x / ratio : (x - 1) / (ratio - 1);
      return full * part * scale.applyAsDouble(scaledByCycle ? cycle : epoch);
    }
  }
}
