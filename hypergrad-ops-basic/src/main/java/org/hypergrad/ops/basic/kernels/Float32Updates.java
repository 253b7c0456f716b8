// Generated from Float64Updates.java by DeriveKernels; do not edit.
package org.hypergrad.ops.basic.kernels;

import org.hypergrad.spi.AdamStep;
import org.hypergrad.spi.RmspropStep;
import org.hypergrad.spi.SgdStep;

/// The steps of optimizers on float32, one element after the other.
final class Float32Updates {
  private Float32Updates() {}

  static void sgd(SgdStep step, int n, float[] parameter, float[] gradient, float[] momentum) {
    float lr = (float) (step.lr());
    float mu = (float) (step.momentum());
    float gain = (float) (1 - step.dampening());
    float decay = (float) (step.weightDecay());
    boolean maximize = step.maximize();
    for (int i = 0; i < n; i++) {
      float theta = parameter[i];
      float g = decayed(maximize ? -gradient[i] : gradient[i], theta, decay);
      if (momentum != null) {
        float b = mu * momentum[i] + gain * g;
        momentum[i] = b;
        g = step.nesterov() ? g + mu * b : b;
      }
      parameter[i] = theta - lr * g;
    }
  }

  static void adam(
      AdamStep step,
      int n,
      float[] parameter,
      float[] gradient,
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
    boolean maximize = step.maximize();
    float decay = (float) (step.decoupled() ? 0 : step.weightDecay());
    float kept = (float) (step.decoupled() ? 1 - step.lr() * step.weightDecay() : 1);
    for (int i = 0; i < n; i++) {
      float theta = parameter[i];
      float g = decayed(maximize ? -gradient[i] : gradient[i], theta, decay);
      float m = beta1 * mean[i] + gain1 * g;
      float v = beta2 * square[i] + g * g * gain2;
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
      float[] parameter,
      float[] gradient,
      float[] square,
      float[] mean,
      float[] momentum) {
    float lr = (float) (step.lr());
    float alpha = (float) (step.alpha());
    float gain = (float) (1 - step.alpha());
    float eps = (float) (step.eps());
    float decay = (float) (step.weightDecay());
    boolean maximize = step.maximize();
    float mu = (float) (step.momentum());
    for (int i = 0; i < n; i++) {
      float theta = parameter[i];
      float g = decayed(maximize ? -gradient[i] : gradient[i], theta, decay);
      float v = alpha * square[i] + g * g * gain;
      square[i] = v;
      if (mean != null) {
        float a = alpha * mean[i] + gain * g;
        mean[i] = a;
        v -= a * a;
      }
      float b = g / (root(v) + eps);
      if (momentum != null) {
        b += mu * momentum[i];
        momentum[i] = b;
      }
      parameter[i] = theta - lr * b;
    }
  }

  /// The gradient with that of an L2 penalty, decay · θ² / 2, beside it.
  private static float decayed(float g, float theta, float decay) {
    return decay == 0 ? g : g + decay * theta;
  }

  private static float root(float v) {
    return (float) Math.sqrt(v);
  }
}
