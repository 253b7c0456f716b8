package org.hypergrad.nn.optim;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.hypergrad.GradMode;
import org.hypergrad.Tensor;

/// Keeps gradients from growing too large, between `backward()` and the step of the optimizer
/// (PyTorch: `torch/nn/utils/clip_grad.py`). Gradients are changed in place; parameters without one
/// are passed over.
public final class GradientClipping {
  private GradientClipping() {}

  /// Scales all gradients by one factor, so that their Euclidean norm, taken together, is at most
  /// `maxNorm` (Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural
  /// networks", 2013).
  ///
  /// @return the norm before
  public static double clipGradNorm_(List<Tensor> parameters, double maxNorm) {
    return clipGradNorm_(parameters, maxNorm, 2, false);
  }

  /// The same for the p-norm (Σ|g|ᵖ)^(1/p), or for the largest |g| if `normType` is infinite.
  ///
  /// @param errorIfNonFinite whether a norm that is not a finite number is refused; otherwise the
  ///   gradients are scaled by it anyway
  /// @return the norm before; 0 if there is no gradient
  /// @throws IllegalArgumentException if `normType` is not positive
  /// @throws IllegalStateException if the norm is infinite or not a number, and that is refused
  public static double clipGradNorm_(
      List<Tensor> parameters, double maxNorm, double normType, boolean errorIfNonFinite) {
    if (!(normType > 0)) {
      throw new IllegalArgumentException("The order of a norm is positive, not " + normType);
    }
    double total = GradMode.off(() -> norm(parameters, normType));
    if (errorIfNonFinite && !Double.isFinite(total)) {
      throw new IllegalStateException(
          "The total norm of order "
              + normType
              + " for gradients from `parameters` is non-finite, so it cannot be clipped. It is "
              + total
              + ": look for a loss that is, or pass errorIfNonFinite = false to scale by it"
              + " anyway.");
    }
    double factor = Math.min(maxNorm / (total + 1e-6), 1);
    if (factor != 1) {
      change(parameters, gradient -> gradient.mul_(factor));
    }
    return total;
  }

  /// Brings every element of the gradients between −`clipValue` and `clipValue`.
  public static void clipGradValue_(List<Tensor> parameters, double clipValue) {
    change(parameters, gradient -> gradient.clamp_(-clipValue, clipValue));
  }

  private static void change(List<Tensor> parameters, Consumer<Tensor> inPlace) {
    GradMode.off(() ->
        parameters.forEach(
            parameter -> parameter.lendGrad(gradient -> inPlace.accept(gradient.detach()))));
  }

  /// The norm of the norms of the gradients.
  private static double norm(List<Tensor> parameters, double p) {
    DoubleStream.Builder norms = DoubleStream.builder();
    parameters.forEach(parameter -> parameter.lendGrad(gradient -> norms.add(norm(gradient, p))));
    return norm(Tensor.of(norms.build().toArray()), p);
  }

  private static double norm(Tensor x, double p) {
    if (x.numel() == 0) {
      return 0;
    }
    if (Double.isInfinite(p)) {
      return x.abs().amax().item();
    }
    if (p == 2) {
      return Math.sqrt(x.square().sum().item());
    }
    return Math.pow((p == 1 ? x.abs() : x.abs().pow(p)).sum().item(), 1 / p);
  }
}
