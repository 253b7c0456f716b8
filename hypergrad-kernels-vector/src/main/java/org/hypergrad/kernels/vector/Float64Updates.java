package org.hypergrad.kernels.vector;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.hypergrad.spi.AdamStep;
import org.hypergrad.spi.RmspropStep;
import org.hypergrad.spi.SgdStep;

/// The steps of optimizers on float64. What a step does without, as momentum, is null; the compiler
/// makes a loop for each case that occurs.
final class Float64Updates {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Float64Updates() {}

  /// A loop over the elements from `from` (inclusive) to `to` (exclusive), a number of whole
  /// vectors, of the gradient and of what is changed: the parameter and its state.
  @FunctionalInterface
  private interface Loop {
    void run(int from, int to, double[] gradient, double[]... changed);
  }

  static void sgd(SgdStep step, int n, double[] parameter, double[] gradient, double[] momentum) {
    run(
        (from, to, g, changed) -> sgd(step, from, to, g, changed[0], changed[1]),
        n,
        gradient,
        parameter,
        momentum);
  }

  static void adam(
      AdamStep step,
      int n,
      double[] parameter,
      double[] gradient,
      double[] mean,
      double[] square,
      double[] largest) {
    run(
        (from, to, g, changed) ->
            adam(step, from, to, g, changed[0], changed[1], changed[2], changed[3]),
        n,
        gradient,
        parameter,
        mean,
        square,
        largest);
  }

  static void rmsprop(
      RmspropStep step,
      int n,
      double[] parameter,
      double[] gradient,
      double[] square,
      double[] mean,
      double[] momentum) {
    run(
        (from, to, g, changed) ->
            rmsprop(step, from, to, g, changed[0], changed[1], changed[2], changed[3]),
        n,
        gradient,
        parameter,
        square,
        mean,
        momentum);
  }

  /// Runs a loop over the first `n` elements, on several threads. What does not fill a vector
  /// passes through arrays of one vector each.
  private static void run(Loop loop, int n, double[] gradient, double[]... changed) {
    int whole = SPECIES.loopBound(n);
    Workers.parallelFor(
        whole, ParallelLoops.GRAIN, (from, to) -> loop.run(from, to, gradient, changed));
    if (whole < n) {
      double[][] rest = new double[changed.length][];
      Arrays.setAll(rest, k -> vectorAt(whole, changed[k]));
      loop.run(0, LANES, vectorAt(whole, gradient), rest);
      for (int k = 0; k < rest.length; k++) {
        if (rest[k] != null) {
          System.arraycopy(rest[k], 0, changed[k], whole, n - whole);
        }
      }
    }
  }

  /// A copy of one vector, with zeros behind the end of the array.
  private static double[] vectorAt(int start, double[] array) {
    return array == null ? null : Arrays.copyOfRange(array, start, start + LANES);
  }

  private static void sgd(
      SgdStep step, int from, int to, double[] gradient, double[] parameter, double[] momentum) {
    double lr = step.lr();
    double mu = step.momentum();
    double gain = 1 - step.dampening();
    double decay = step.weightDecay();
    for (int i = from; i < to; i += LANES) {
      DoubleVector theta = load(parameter, i);
      DoubleVector g = directed(load(gradient, i), step.maximize());
      g = decayed(g, theta, decay);
      if (momentum != null) {
        DoubleVector b = load(momentum, i).mul(mu).add(g.mul(gain));
        b.intoArray(momentum, i);
        g = step.nesterov() ? g.add(b.mul(mu)) : b;
      }
      theta.sub(g.mul(lr)).intoArray(parameter, i);
    }
  }

  private static void adam(
      AdamStep step,
      int from,
      int to,
      double[] gradient,
      double[] parameter,
      double[] mean,
      double[] square,
      double[] largest) {
    double stepSize = step.lr() / step.correction1();
    double correction = Math.sqrt(step.correction2());
    double beta1 = step.beta1();
    double beta2 = step.beta2();
    double gain1 = 1 - step.beta1();
    double gain2 = 1 - step.beta2();
    double eps = step.eps();
    double decay = step.decoupled() ? 0 : step.weightDecay();
    double kept = step.decoupled() ? 1 - step.lr() * step.weightDecay() : 1;
    for (int i = from; i < to; i += LANES) {
      DoubleVector theta = load(parameter, i);
      DoubleVector g = directed(load(gradient, i), step.maximize());
      g = decayed(g, theta, decay);
      DoubleVector m = load(mean, i).mul(beta1).add(g.mul(gain1));
      DoubleVector v = load(square, i).mul(beta2).add(g.mul(g).mul(gain2));
      m.intoArray(mean, i);
      v.intoArray(square, i);
      if (largest != null) {
        v = v.max(load(largest, i));
        v.intoArray(largest, i);
      }
      DoubleVector size = v.sqrt().div(correction).add(eps);
      theta.mul(kept).sub(m.mul(stepSize).div(size)).intoArray(parameter, i);
    }
  }

  private static void rmsprop(
      RmspropStep step,
      int from,
      int to,
      double[] gradient,
      double[] parameter,
      double[] square,
      double[] mean,
      double[] momentum) {
    double lr = step.lr();
    double alpha = step.alpha();
    double gain = 1 - step.alpha();
    double eps = step.eps();
    double decay = step.weightDecay();
    double mu = step.momentum();
    for (int i = from; i < to; i += LANES) {
      DoubleVector theta = load(parameter, i);
      DoubleVector g = directed(load(gradient, i), step.maximize());
      g = decayed(g, theta, decay);
      DoubleVector v = load(square, i).mul(alpha).add(g.mul(g).mul(gain));
      v.intoArray(square, i);
      if (mean != null) {
        DoubleVector a = load(mean, i).mul(alpha).add(g.mul(gain));
        a.intoArray(mean, i);
        v = v.sub(a.mul(a));
      }
      DoubleVector b = g.div(v.sqrt().add(eps));
      if (momentum != null) {
        b = load(momentum, i).mul(mu).add(b);
        b.intoArray(momentum, i);
      }
      theta.sub(b.mul(lr)).intoArray(parameter, i);
    }
  }

  private static DoubleVector load(double[] array, int at) {
    return DoubleVector.fromArray(SPECIES, array, at);
  }

  private static DoubleVector directed(DoubleVector g, boolean maximize) {
    return maximize ? g.neg() : g;
  }

  private static DoubleVector decayed(DoubleVector g, DoubleVector theta, double decay) {
    return decay == 0 ? g : g.add(theta.mul(decay));
  }
}
