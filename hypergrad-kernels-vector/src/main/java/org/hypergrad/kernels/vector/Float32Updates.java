// Generated from Float64Updates.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.hypergrad.spi.AdamStep;
import org.hypergrad.spi.RmspropStep;
import org.hypergrad.spi.SgdStep;

/// The steps of optimizers on float32. What a step does without, as momentum, is null; the compiler
/// makes a loop for each case that occurs.
final class Float32Updates {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Float32Updates() {}

  /// A loop over the elements from `from` (inclusive) to `to` (exclusive), a number of whole
  /// vectors, of the gradient and of what is changed: the parameter and its state.
  @FunctionalInterface
  private interface Loop {
    void run(int from, int to, float[] gradient, float[]... changed);
  }

  static void sgd(SgdStep step, int n, float[] parameter, float[] gradient, float[] momentum) {
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
      float[] parameter,
      float[] gradient,
      float[] mean,
      float[] square,
      float[] largest) {
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
      float[] parameter,
      float[] gradient,
      float[] square,
      float[] mean,
      float[] momentum) {
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
  private static void run(Loop loop, int n, float[] gradient, float[]... changed) {
    int whole = SPECIES.loopBound(n);
    Workers.parallelFor(
        whole, ParallelLoops.GRAIN, (from, to) -> loop.run(from, to, gradient, changed));
    if (whole < n) {
      float[][] rest = new float[changed.length][];
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
  private static float[] vectorAt(int start, float[] array) {
    return array == null ? null : Arrays.copyOfRange(array, start, start + LANES);
  }

  private static void sgd(
      SgdStep step, int from, int to, float[] gradient, float[] parameter, float[] momentum) {
    float lr = (float) (step.lr());
    float mu = (float) (step.momentum());
    float gain = (float) (1 - step.dampening());
    float decay = (float) (step.weightDecay());
    for (int i = from; i < to; i += LANES) {
      FloatVector theta = load(parameter, i);
      FloatVector g = directed(load(gradient, i), step.maximize());
      g = decayed(g, theta, decay);
      if (momentum != null) {
        FloatVector b = load(momentum, i).mul(mu).add(g.mul(gain));
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
      float[] gradient,
      float[] parameter,
      float[] mean,
      float[] square,
      float[] largest) {
    float stepSize = (float) (step.lr() / step.correction1());
    float correction = (float) (Math.sqrt(step.correction2()));
    float beta1 = (float) (step.beta1());
    float beta2 = (float) (step.beta2());
    float gain1 = (float) (1 - step.beta1());
    float gain2 = (float) (1 - step.beta2());
    float eps = (float) (step.eps());
    float decay = (float) (step.decoupled() ? 0 : step.weightDecay());
    float kept = (float) (step.decoupled() ? 1 - step.lr() * step.weightDecay() : 1);
    for (int i = from; i < to; i += LANES) {
      FloatVector theta = load(parameter, i);
      FloatVector g = directed(load(gradient, i), step.maximize());
      g = decayed(g, theta, decay);
      FloatVector m = load(mean, i).mul(beta1).add(g.mul(gain1));
      FloatVector v = load(square, i).mul(beta2).add(g.mul(g).mul(gain2));
      m.intoArray(mean, i);
      v.intoArray(square, i);
      if (largest != null) {
        v = v.max(load(largest, i));
        v.intoArray(largest, i);
      }
      FloatVector size = v.sqrt().div(correction).add(eps);
      theta.mul(kept).sub(m.mul(stepSize).div(size)).intoArray(parameter, i);
    }
  }

  private static void rmsprop(
      RmspropStep step,
      int from,
      int to,
      float[] gradient,
      float[] parameter,
      float[] square,
      float[] mean,
      float[] momentum) {
    float lr = (float) (step.lr());
    float alpha = (float) (step.alpha());
    float gain = (float) (1 - step.alpha());
    float eps = (float) (step.eps());
    float decay = (float) (step.weightDecay());
    float mu = (float) (step.momentum());
    for (int i = from; i < to; i += LANES) {
      FloatVector theta = load(parameter, i);
      FloatVector g = directed(load(gradient, i), step.maximize());
      g = decayed(g, theta, decay);
      FloatVector v = load(square, i).mul(alpha).add(g.mul(g).mul(gain));
      v.intoArray(square, i);
      if (mean != null) {
        FloatVector a = load(mean, i).mul(alpha).add(g.mul(gain));
        a.intoArray(mean, i);
        v = v.sub(a.mul(a));
      }
      FloatVector b = g.div(v.sqrt().add(eps));
      if (momentum != null) {
        b = load(momentum, i).mul(mu).add(b);
        b.intoArray(momentum, i);
      }
      theta.sub(b.mul(lr)).intoArray(parameter, i);
    }
  }

  private static FloatVector load(float[] array, int at) {
    return FloatVector.fromArray(SPECIES, array, at);
  }

  private static FloatVector directed(FloatVector g, boolean maximize) {
    return maximize ? g.neg() : g;
  }

  private static FloatVector decayed(FloatVector g, FloatVector theta, float decay) {
    return decay == 0 ? g : g.add(theta.mul(decay));
  }
}
