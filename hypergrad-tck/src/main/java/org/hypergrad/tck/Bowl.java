package org.hypergrad.tck;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// A quadratic function of a vector, a matrix and a number, ½ Σ cᵢ(xᵢ - tᵢ)², with its gradients.
final class Bowl {
  private final List<Tensor> parameters;

  Bowl(DType dtype) {
    this(
        List.of(
            leaf(dtype, Shape.of(3), 4, -3, 1.5),
            leaf(dtype, Shape.of(2, 2), 0.5, -0.25, 3, -4),
            leaf(dtype, Shape.of(), 2)));
  }

  private Bowl(List<Tensor> parameters) {
    this.parameters = parameters;
  }

  private static Tensor leaf(DType dtype, Shape shape, double... values) {
    return Tensor.of(shape, values).to(dtype).requiresGrad(true);
  }

  /// The same, at the same place.
  Bowl copy() {
    return new Bowl(
        parameters.stream()
            .map(parameter -> parameter.detach().clone().requiresGrad(true))
            .toList());
  }

  List<Tensor> parameters() {
    return parameters;
  }

  double loss() {
    return parameters.stream()
        .mapToDouble(parameter -> {
          double[] x = parameter.toDoubles();
          return IntStream.range(0, x.length)
              .mapToDouble(i -> curvature(i) * (x[i] - target(i)) * (x[i] - target(i)) / 2)
              .sum();
        })
        .sum();
  }

  void setGradients() {
    for (Tensor parameter : parameters) {
      double[] x = parameter.toDoubles();
      double[] gradient =
          IntStream.range(0, x.length)
              .mapToDouble(i -> curvature(i) * (x[i] - target(i)))
              .toArray();
      parameter.setGrad(Tensor.of(parameter.shape(), gradient).to(parameter.dtype()));
    }
  }

  private static double curvature(int i) {
    return 1 + 0.3 * i;
  }

  private static double target(int i) {
    return 0.5 - 0.25 * i;
  }

  List<double[]> gradients() {
    return parameters.stream().map(parameter -> parameter.grad().toDoubles()).toList();
  }

  double[] values() {
    return parameters.stream()
        .flatMapToDouble(parameter -> DoubleStream.of(parameter.toDoubles()))
        .toArray();
  }
}
