package org.hypergrad.ops.basic;

import static org.hypergrad.spi.StandardAttributes.DIM;

import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.spi.BackwardContext;
import org.hypergrad.spi.Function;
import org.hypergrad.spi.FunctionContext;

/// Tensors of one shape along a new dimension. Tensor i gets back index i of the gradient.
final class Stacking extends Function {
  Stacking() {
    super(
        "stack",
        "x₀, x₁, ... along a new dim",
        List.of("g at the index"),
        1,
        Integer.MAX_VALUE,
        DIM);
  }

  @Override
  public Tensor[] forward(FunctionContext context, Tensor[] inputs) {
    if (inputs.length == 0) {
      throw new IllegalArgumentException("stack expects a non-empty TensorList");
    }
    Shape shape = inputs[0].shape();
    DType dtype = inputs[0].dtype();
    for (int i = 0; i < inputs.length; i++) {
      dtype = DType.promote(dtype, inputs[i].dtype());
      if (!inputs[i].shape().equals(shape)) {
        throw new IllegalArgumentException(
            "stack expects each tensor to be equal size, but got %s at entry 0 and %s at entry %d"
                .formatted(shape, inputs[i].shape(), i));
      }
    }
    Shape inserted = Views.unsqueezed(shape, context.attributes().get(DIM));
    int dim = inserted.normalize(context.attributes().get(DIM));
    Tensor result = Elements.uninitialized(dtype, inserted.with(dim, inputs.length));
    for (int i = 0; i < inputs.length; i++) {
      Elements.copy(inputs[i], result, result.layout().select(dim, i));
    }
    return new Tensor[] {result};
  }

  @Override
  public Tensor[] backward(BackwardContext context, Tensor[] gradients) {
    Tensor g = gradients[0];
    int dim = g.shape().normalize(context.attributes().get(DIM));
    Tensor[] parts = new Tensor[g.size(dim)];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = context.needsInputGrad(i) ? g.select(dim, i) : null;
    }
    return parts;
  }
}
