package org.hypergrad.ops.basic;

import static org.hypergrad.spi.StandardAttributes.DIM;

import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.spi.BackwardContext;
import org.hypergrad.spi.Function;
import org.hypergrad.spi.FunctionContext;

/// Tensors one behind the other along a dimension. Each gets back its own part of the gradient.
///
/// A 1-d tensor without elements joins anything and is skipped, as PyTorch has it from its earliest
/// days.
final class Concatenation extends Function {
  Concatenation() {
    super("cat", "x₀, x₁, ... along dim", List.of("the part of g"), 1, Integer.MAX_VALUE, DIM);
  }

  @Override
  public Tensor[] forward(FunctionContext context, Tensor[] inputs) {
    if (inputs.length == 0) {
      throw new IllegalArgumentException("torch.cat(): expected a non-empty list of Tensors");
    }
    Tensor first = firstCounted(inputs);
    int dim = first.shape().normalize(context.attributes().get(DIM));
    DType dtype = inputs[0].dtype();
    long[] ends = new long[inputs.length];
    int end = 0;
    for (int i = 0; i < inputs.length; i++) {
      dtype = DType.promote(dtype, inputs[i].dtype());
      if (!isSkipped(inputs[i])) {
        check(first, inputs[i], dim, i);
        end = Math.addExact(end, inputs[i].size(dim));
      }
      ends[i] = end;
    }
    Tensor result = Elements.uninitialized(dtype, first.shape().with(dim, end));
    for (int i = 0; i < inputs.length; i++) {
      int start = i == 0 ? 0 : (int) ends[i - 1];
      if (ends[i] > start) {
        Elements.copy(inputs[i], result, result.layout().slice(dim, start, (int) ends[i], 1));
      }
    }
    context.save(Tensor.of(ends));
    return new Tensor[] {result};
  }

  @Override
  public Tensor[] backward(BackwardContext context, Tensor[] gradients) {
    int dim = context.attributes().get(DIM);
    long[] ends = context.saved(0).toLongs();
    Tensor[] parts = new Tensor[ends.length];
    for (int i = 0; i < parts.length; i++) {
      if (context.needsInputGrad(i)) {
        Shape shape = context.shape(i);
        Tensor g = gradients[0];
        int start = i == 0 ? 0 : (int) ends[i - 1];
        parts[i] =
            shape.numel() == 0
                ? Tensor.zeros(g.dtype(), shape)
                : g.slice(dim, start, (int) ends[i], 1);
      }
    }
    return parts;
  }

  private static boolean isSkipped(Tensor x) {
    return x.rank() == 1 && x.size(0) == 0;
  }

  private static Tensor firstCounted(Tensor[] inputs) {
    for (int i = 0; i < inputs.length; i++) {
      if (inputs[i].rank() == 0) {
        throw new IllegalArgumentException(
            "zero-dimensional tensor (at position "
                + i
                + ") cannot be concatenated. To make a vector of numbers, use stack.");
      }
    }
    for (Tensor input : inputs) {
      if (!isSkipped(input)) {
        return input;
      }
    }
    return inputs[0];
  }

  private static void check(Tensor first, Tensor input, int dim, int position) {
    if (input.rank() != first.rank()) {
      throw new IllegalArgumentException(
          "Tensors must have same number of dimensions: got %d and %d"
              .formatted(first.rank(), input.rank()));
    }
    for (int d = 0; d < first.rank(); d++) {
      if (d != dim && input.size(d) != first.size(d)) {
        throw new IllegalArgumentException(
            ("Sizes of tensors must match except in dimension %d. Expected size "
                    + "%d but got size %d for tensor number %d in the list.")
                .formatted(dim, first.size(d), input.size(d), position));
      }
    }
  }
}
