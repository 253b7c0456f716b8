package org.hypergrad.board.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is known of a training: its thread hands it over, those of the server ask what is new to
/// their browser. Bounded, however long the training takes: curves get coarser, of the rest there
/// is the latest. No method waits for a browser.
final class Run {
  private static final int MOST_PHASES = 1000;

  private final Map<CurveName, Curve> curves = new LinkedHashMap<>();
  private final List<PhaseChange> phases =
      new ArrayList<>(List.of(new PhaseChange(Phase.WAITING, 0)));
  private long forgottenPhases;
  private Standing standing;
  private List<ParameterStatistics> parameters = List.of();
  private DecisionPlane plane;
  private DecisionField field;
  private String title = "Training";
  private String about = "";
  private int training;
  private long version;
  private boolean over;

  // ---- for the training

  /// Forgets what was there: another training begins.
  synchronized void begin(String whatItIs) {
    training++;
    about = whatItIs;
    curves.clear();
    phases.clear();
    forgottenPhases = 0;
    standing = null;
    parameters = List.of();
    field = null;
    phase(Phase.STARTING, 0);
  }

  synchronized void title(String text) {
    title = text;
    training++; // so that all get it
    publish();
  }

  synchronized void plane(DecisionPlane samples) {
    plane = samples;
    publish();
  }

  /// The training enters a phase. Every browser will be told of every phase.
  synchronized void phase(Phase phase, int epoch) {
    if (phases.size() == MOST_PHASES) {
      phases.removeFirst();
      forgottenPhases++;
    }
    phases.add(new PhaseChange(phase, epoch));
    publish();
  }

  /// Adds a point to a curve, which begins with its first one; told at the next occasion.
  ///
  /// @param capacity of the curve, an even number
  synchronized void add(CurveName name, int capacity, double step, double value) {
    curves.computeIfAbsent(name, _ -> new Curve(name, capacity)).add(step, value);
  }

  synchronized void standing(Standing latest) {
    standing = latest;
    publish();
  }

  synchronized void parameters(List<ParameterStatistics> latest) {
    parameters = latest;
    publish();
  }

  synchronized void field(DecisionField latest) {
    field = latest;
    publish();
  }

  /// Nothing more will come.
  synchronized void close() {
    if (!phases.getLast().phase().isLast()) {
      phase(Phase.CLOSED, 0);
    }
    over = true;
    publish();
  }

  private void publish() {
    version++;
    notifyAll();
  }

  // ---- for the browsers

  /// What is new since the browser was asked last; waits for it if there is nothing.
  ///
  /// @param most how long to wait; what comes then may be empty
  synchronized Update since(Cursor cursor, Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    while (cursor.version == version && !over) {
      long millis = (end - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        break;
      }
      wait(millis);
    }
    boolean fresh = cursor.training != training;
    if (fresh) {
      cursor.reset(training);
    }
    Update update =
        new Update(
            fresh,
            title,
            about,
            newPhases(cursor),
            standing == cursor.standing ? null : standing,
            newPoints(cursor),
            parameters == cursor.parameters ? null : parameters,
            plane == cursor.plane ? null : plane,
            field == cursor.field ? null : field,
            over);
    cursor.version = version;
    cursor.phases = forgottenPhases + phases.size();
    cursor.standing = standing;
    cursor.parameters = parameters;
    cursor.plane = plane;
    cursor.field = field;
    return update;
  }

  private List<PhaseChange> newPhases(Cursor cursor) {
    int first = (int) Math.max(0, cursor.phases - forgottenPhases);
    return List.copyOf(phases.subList(first, phases.size()));
  }

  private List<CurvePart> newPoints(Cursor cursor) {
    List<CurvePart> parts = new ArrayList<>();
    curves.forEach((name, curve) -> {
      Cursor.Place place = cursor.curves.get(name);
      boolean goesOn = place != null && place.stride() == curve.stride();
      CurvePart part = curve.from(goesOn ? place.points() : 0);
      if (part.steps().length > 0) {
        parts.add(part);
        cursor.curves.put(name, new Cursor.Place(curve.stride(), settled(curve)));
      }
    });
    return parts;
  }

  /// How many points will not change.
  private static int settled(Curve curve) {
    return curve.stride() == 1 ? curve.size() : curve.size() - 1;
  }
}
