package org.hypergrad.nn.optim;

import static org.hypergrad.nn.optim.OneCycleLR.ANNEAL_STRATEGY;
import static org.hypergrad.nn.optim.OneCycleLR.EPOCHS;
import static org.hypergrad.nn.optim.OneCycleLR.PCT_START;
import static org.hypergrad.nn.optim.OneCycleLR.STEPS_PER_EPOCH;
import static org.hypergrad.nn.optim.OneCycleLR.THREE_PHASE;
import static org.hypergrad.nn.optim.OneCycleLR.TOTAL_STEPS;

import org.hypergrad.spi.Attributes;

/// The phases of [OneCycleLR], and how a value goes through them.
///
/// @param totalSteps how many steps there are
/// @param ends the last step of each phase, perhaps between two steps
/// @param cosine whether a phase is half a cosine, or a straight line
record OneCyclePhases(int totalSteps, double[] ends, boolean cosine) {
  static OneCyclePhases of(Attributes options) {
    int total = totalSteps(options);
    double start = options.get(PCT_START);
    if (!(start >= 0 && start <= 1)) {
      throw new IllegalArgumentException(
          "Expected float between 0 and 1 pct_start, but got " + start);
    }
    double up = start * total - 1;
    double[] ends =
        options.get(THREE_PHASE)
            ? new double[] {up, 2 * start * total - 2, total - 1}
            : new double[] {up, total - 1};
    for (int i = 0; i < ends.length; i++) {
      if (ends[i] == (i == 0 ? 0 : ends[i - 1])) {
        throw new IllegalArgumentException(
            "A phase begins and ends at step "
                + ends[i]
                + " of "
                + total
                + ": choose another pct_start than "
                + start
                + ", or more steps.");
      }
    }
    String strategy = Expect.oneOf(ANNEAL_STRATEGY, options, "cos", "linear");
    return new OneCyclePhases(total, ends, strategy.equals("cos"));
  }

  private static int totalSteps(Attributes options) {
    if (options.get(TOTAL_STEPS) != null) {
      Expect.positive("total_steps", options.get(TOTAL_STEPS));
      return options.get(TOTAL_STEPS);
    }
    if (options.get(EPOCHS) == null || options.get(STEPS_PER_EPOCH) == null) {
      throw new IllegalArgumentException(
          "You must define either total_steps OR (epochs AND steps_per_epoch)");
    }
    Expect.positive("epochs", options.get(EPOCHS));
    Expect.positive("steps_per_epoch", options.get(STEPS_PER_EPOCH));
    return Math.multiplyExact(options.get(EPOCHS), options.get(STEPS_PER_EPOCH));
  }

  /// A value at a step: from `first` to `peak` in the first phase; then to `last`, in three phases
  /// by way of `first`.
  double at(int step, double first, double peak, double last) {
    if (step > totalSteps) {
      throw new IllegalStateException(
          "Tried to step "
              + (step + 1)
              + " times. The specified number of total steps is "
              + totalSteps);
    }
    double[] values =
        ends.length == 3
            ? new double[] {first, peak, first, last}
            : new double[] {first, peak, last};
    int phase = 0;
    while (phase < ends.length - 1 && step > ends[phase]) {
      phase++;
    }
    double begin = phase == 0 ? 0 : ends[phase - 1];
    double part = (step - begin) / (ends[phase] - begin);
    return anneal(values[phase], values[phase + 1], part);
  }

  private double anneal(double start, double end, double part) {
    return cosine
        ? end + (start - end) / 2 * (Math.cos(Math.PI * part) + 1)
        : (end - start) * part + start;
  }
}
