package org.hypergrad.ops.basic.kernels;

import org.hypergrad.spi.AdamStep;
import org.hypergrad.spi.RmspropStep;
import org.hypergrad.spi.SgdStep;

/// The steps of optimizers on float64, one element after the other.
final class Float64Updates {
  private Float64Updates() {}

  static void sgd(SgdStep step, int n, double[] parameter, double[] gradient, double[] momentum) {
    double lr = step.lr();
    double mu = step.momentum();
    double gain = 1 - step.dampening();
    double decay = step.weightDecay();
    boolean maximize = step.maximize();
    for (int i = 0; i < n; i++) {
      double theta = parameter[i];
      double g = decayed(maximize ? -gradient[i] : gradient[i], theta, decay);
      if (momentum != null) {
        double b = mu * momentum[i] + gain * g;
        momentum[i] = b;
        g = step.nesterov() ? g + mu * b : b;
      }
      parameter[i] = theta - lr * g;
    }
  }

  static void adam(
      AdamStep step,
      int n,
      double[] parameter,
      double[] gradient,
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
    boolean maximize = step.maximize();
    double decay = step.decoupled() ? 0 : step.weightDecay();
    double kept = step.decoupled() ? 1 - step.lr() * step.weightDecay() : 1;
    for (int i = 0; i < n; i++) {
      double theta = parameter[i];
      double g = decayed(maximize ? -gradient[i] : gradient[i], theta, decay);
      double m = beta1 * mean[i] + gain1 * g;
      double v = beta2 * square[i] + g * g * gain2;
      mean[i] = m;
      square[i] = v;
      if (largest != null) {
        v = Math.max(largest[i], v);
        largest[i] = v;
      }
      parameter[i] = kept * theta - stepSize * m / (root(v) / correction + eps);
    }
  }

  static void rmsprop(
      RmspropStep step,
      int n,
      double[] parameter,
      double[] gradient,
      double[] square,
      double[] mean,
      double[] momentum) {
    double lr = step.lr();
    double alpha = step.alpha();
    double gain = 1 - step.alpha();
    double eps = step.eps();
    double decay = step.weightDecay();
    boolean maximize = step.maximize();
    double mu = step.momentum();
    for (int i = 0; i < n; i++) {
      double theta = parameter[i];
      double g = decayed(maximize ? -gradient[i] : gradient[i], theta, decay);
      double v = alpha * square[i] + g * g * gain;
      square[i] = v;
      if (mean != null) {
        double a = alpha * mean[i] + gain * g;
        mean[i] = a;
        v -= a * a;
      }
      double b = g / (root(v) + eps);
      if (momentum != null) {
        b += mu * momentum[i];
        momentum[i] = b;
      }
      parameter[i] = theta - lr * b;
    }
  }

  /// The gradient with that of an L2 penalty, decay · θ² / 2, beside it.
  private static double decayed(double g, double theta, double decay) {
    return decay == 0 ? g : g + decay * theta;
  }

  private static double root(double v) {
    return Math.sqrt(v);
  }
}
