package org.hypergrad.board.live;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.train.Modes;

/// The training's side of the page: hands over to the [Run] what is due. It belongs to the thread
/// that trains, and takes next to nothing of its time: numbers that are there anyway at every step,
/// where it stands ten times a second, what has to be computed less often the more it costs. It
/// changes nothing that the training sees.
final class Recorder {
  private static final int POINTS = 2000;
  private static final int POINTS_OF_A_PARAMETER = 200;
  private static final int CELLS = 40;
  private static final int CELLS_AT_THE_END = 80;
  private static final String VALIDATION = "val_";
  private static final String EACH_STEP = "each step";
  private static final CurveName GRADIENT_NORM = new CurveName("gradient norm", "all parameters");

  /// The chart of the learning rate.
  static final CurveName LEARNING_RATE = new CurveName("learning rate", "lr");

  private final Run run;
  private final Pace standingPace;
  private final Pace parametersPace;
  private final Pace fieldPace;
  private DecisionPlane plane;
  private Block model;
  private List<WatchedParameter> parameters = List.of();

  Recorder(Run run, LongSupplier nanoTime) {
    this.run = run;
    this.standingPace = new Pace(Duration.ofMillis(100), 0.01, nanoTime);
    this.parametersPace = new Pace(Duration.ofMillis(250), 0.01, nanoTime);
    this.fieldPace = new Pace(Duration.ofMillis(200), 0.1, nanoTime);
  }

  void plane(DecisionPlane samples) {
    plane = samples;
    run.plane(samples);
  }

  void begin(Block network, long step) {
    model = network;
    parameters = WatchedParameter.of(network);
    int numbers = network.namedParameters().values().stream().mapToInt(p -> p.numel()).sum();
    run.begin(String.format(Locale.ROOT, "%,d parameters", numbers));
    parametersPace.now(() -> parameters(step));
    fieldPace.now(() -> field(CELLS));
  }

  void phase(Phase phase, int epoch) {
    run.phase(phase, epoch);
  }

  /// A number of every step, as the loss.
  void ofStep(String name, long step, double value) {
    run.add(
        name.startsWith(VALIDATION) ? ofEpoch(name) : new CurveName(name, EACH_STEP),
        POINTS,
        step,
        value);
  }

  /// A number of every epoch, as an accuracy.
  void ofEpoch(String name, long step, double value) {
    run.add(ofEpoch(name), POINTS, step, value);
  }

  private static CurveName ofEpoch(String name) {
    return name.startsWith(VALIDATION)
        ? new CurveName(name.substring(VALIDATION.length()), "validation")
        : new CurveName(name, "training");
  }

  void learningRate(long step, double value) {
    if (Double.isFinite(value)) {
      run.add(LEARNING_RATE, POINTS, step, value);
    }
  }

  /// After a step: looks at what is due.
  void afterStep(long step, Supplier<Standing> standing) {
    parametersPace.ifDue(() -> parameters(step));
    fieldPace.ifDue(() -> field(CELLS));
    standingPace.ifDue(() -> run.standing(standing.get()));
  }

  /// Shows where it stands, due or not.
  void standing(Supplier<Standing> standing) {
    standingPace.now(() -> run.standing(standing.get()));
  }

  /// Looks at everything for the last time.
  void end(Phase phase, int epoch, long step, Supplier<Standing> standing) {
    parameters(step);
    field(CELLS_AT_THE_END);
    run.standing(standing.get());
    run.phase(phase, epoch);
  }

  private void parameters(long step) {
    List<ParameterStatistics> statistics =
        parameters.stream().map(WatchedParameter::statistics).toList();
    run.parameters(statistics);
    double squares = 0;
    for (ParameterStatistics parameter : statistics) {
      if (parameter.grad() != null) {
        double norm = parameter.grad().norm();
        squares += norm * norm;
        CurveName name = new CurveName("gradient norm of a parameter", parameter.name());
        run.add(name, POINTS_OF_A_PARAMETER, step, norm);
      }
    }
    if (squares > 0) {
      run.add(GRADIENT_NORM, POINTS, step, Math.sqrt(squares));
    }
  }

  private void field(int cells) {
    if (plane == null) {
      return;
    }
    Modes modes = Modes.of(model);
    model.eval();
    try {
      run.field(plane.field(cells));
    } finally {
      modes.restore();
    }
  }
}
