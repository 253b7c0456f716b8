package org.hypergrad.ops.basic;

import static org.hypergrad.spi.StandardAttributes.EPS;
import static org.hypergrad.spi.StandardAttributes.NORMALIZED_SHAPE;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hypergrad.DType;
import org.hypergrad.GradMode;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.BackwardContext;
import org.hypergrad.spi.Function;
import org.hypergrad.spi.FunctionContext;

/// Brings every row, which is what the last dimensions hold, to mean 0 and variance 1, then
/// multiplies it by a weight and adds a bias, element by element (Ba, Kiros and Hinton, 2016,
/// arXiv:1607.06450; PyTorch: `aten/src/ATen/native/layer_norm.cpp`).
///
/// Each is one pass of a kernel. Forward keeps mean and 1 / deviation of the rows. Only a backward
/// pass that is itself recorded, for second derivatives, is composed of tensor operations on x.
final class LayerNorm extends Function {
  LayerNorm() {
    super(
        "layer_norm",
        "n * weight + bias, n = (x - mean(x)) / √(var(x) + eps)",
        List.of("(h - mean(h) - n * mean(h * n)) / √(var(x) + eps), h = g * weight", "g * n", "g"),
        1,
        3,
        NORMALIZED_SHAPE,
        EPS);
  }

  @Override
  public List<String> inputNames() {
    return List.of("x", "weight", "bias");
  }

  @Override
  public Tensor[] forward(FunctionContext context, Tensor[] inputs) {
    Attributes settings = context.attributes();
    Shape normalized = settings.get(NORMALIZED_SHAPE);
    Tensor weight = inputs.length > 1 ? inputs[1] : null;
    Tensor bias = inputs.length > 2 ? inputs[2] : null;
    check(inputs[0], normalized, weight, bias);
    Tensor x = Elements.rowMajor(inputs[0]);
    DType dtype = x.dtype();
    int columns = normalized.numel();
    int rows = columns == 0 ? 0 : x.numel() / columns;
    Tensor y = Elements.uninitialized(dtype, x.shape());
    Tensor mean = Elements.uninitialized(dtype, Shape.of(rows));
    Tensor scale = Elements.uninitialized(dtype, Shape.of(rows));
    Elements.kernels(dtype)
        .layerNorm(
            rows,
            columns,
            Elements.array(x),
            array(weight),
            array(bias),
            settings.get(EPS),
            Elements.array(y),
            Elements.array(mean),
            Elements.array(scale));
    context.save(inputs[0], weight, mean, scale);
    return new Tensor[] {y};
  }

  private static void check(Tensor x, Shape normalized, Tensor weight, Tensor bias) {
    if (normalized.rank() == 0) {
      throw new IllegalArgumentException(
          "Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one"
              + " element, but got normalized_shape = []");
    }
    if (!x.dtype().isFloating()) {
      throw new IllegalArgumentException(
          "layer_norm is not implemented for " + x.dtype() + ". Convert it: x.to(DType.FLOAT32).");
    }
    int batch = x.rank() - normalized.rank();
    int[] last = batch < 0 ? null : Arrays.copyOfRange(x.shape().toArray(), batch, x.rank());
    if (!Arrays.equals(last, normalized.toArray())) {
      String sizes = Arrays.toString(normalized.toArray()).substring(1);
      throw new IllegalArgumentException(
          ("Given normalized_shape=%s, expected input with shape [*, %s, but got input of size%s")
              .formatted(normalized, sizes, x.shape()));
    }
    check("weight", weight, normalized, x.dtype());
    check("bias", bias, normalized, x.dtype());
  }

  private static void check(String name, Tensor parameter, Shape normalized, DType dtype) {
    if (parameter == null) {
      return;
    }
    if (!parameter.shape().equals(normalized)) {
      throw new IllegalArgumentException(
          ("Expected %s to be of same shape as normalized_shape, but got %s of shape %s and"
                  + " normalized_shape = %s")
              .formatted(name, name, parameter.shape(), normalized));
    }
    if (parameter.dtype() != dtype) {
      throw new IllegalArgumentException(
          "expected scalar type %s but found %s for %s. Convert one of them with to(...)."
              .formatted(dtype, parameter.dtype(), name));
    }
  }

  private static Object array(Tensor parameter) {
    return parameter == null ? null : Elements.array(Elements.rowMajor(parameter));
  }

  @Override
  public Tensor[] backward(BackwardContext context, Tensor[] gradients) {
    return GradMode.enabled() ? composed(context, gradients[0]) : fused(context, gradients[0]);
  }

  private static Tensor[] composed(BackwardContext context, Tensor g) {
    Tensor x = context.saved(0);
    Tensor weight = context.saved(1);
    Attributes settings = context.attributes();
    int rank = settings.get(NORMALIZED_SHAPE).rank();
    int[] row = IntStream.range(x.rank() - rank, x.rank()).toArray();
    Tensor centred = x.sub(x.mean(true, row));
    Tensor scale = centred.square().mean(true, row).add(settings.get(EPS)).rsqrt();
    Tensor n = centred.mul(scale);
    Tensor h = weight == null ? g : g.mul(weight);
    Tensor across = n.mul(h.mul(n).mean(true, row));
    return new Tensor[] {h.sub(h.mean(true, row)).sub(across).mul(scale), g.mul(n), g};
  }

  private static Tensor[] fused(BackwardContext context, Tensor gradient) {
    Tensor x = Elements.rowMajor(context.saved(0));
    Tensor g = Elements.rowMajor(gradient);
    Tensor mean = context.saved(2);
    Shape normalized = context.attributes().get(NORMALIZED_SHAPE);
    Tensor forX = context.needsInputGrad(0) ? Elements.uninitialized(g.dtype(), g.shape()) : null;
    Tensor forWeight =
        context.needsInputGrad(1) ? Elements.uninitialized(g.dtype(), normalized) : null;
    Elements.kernels(g.dtype())
        .layerNormBackward(
            mean.numel(),
            normalized.numel(),
            Elements.array(g),
            Elements.array(x),
            Elements.array(mean),
            Elements.array(context.saved(3)),
            array(context.saved(1)),
            forX == null ? null : Elements.array(forX),
            forWeight == null ? null : Elements.array(forWeight));
    return new Tensor[] {forX, forWeight, gradient};
  }
}
