package org.hypergrad.ops.basic;

import static org.hypergrad.spi.StandardAttributes.DIM;
import static org.hypergrad.spi.StandardAttributes.SIZES;

import java.util.List;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.spi.BackwardContext;
import org.hypergrad.spi.Function;
import org.hypergrad.spi.FunctionContext;

/// Parts of x along a dimension, each of them a view. One operation with several results: their
/// gradients meet again in one `cat`.
final class Split extends Function {
  Split() {
    super("split", "parts of x along dim", List.of("cat(g₀, g₁, ...)"), 1, SIZES, DIM);
  }

  @Override
  public Tensor[] forward(FunctionContext context, Tensor[] inputs) {
    Tensor x = inputs[0];
    List<Integer> sizes = context.attributes().get(SIZES);
    if (x.rank() == 0) {
      throw new IllegalArgumentException("split expects at least a 1-dimensional tensor");
    }
    int dim = x.shape().normalize(context.attributes().get(DIM));
    check(x.shape(), sizes, dim);
    Tensor[] parts = new Tensor[sizes.size()];
    int start = 0;
    for (int i = 0; i < parts.length; i++) {
      int end = start + sizes.get(i);
      parts[i] = Tensor.of(x.storage(), x.layout().slice(dim, start, end, 1));
      start = end;
    }
    return parts;
  }

  private static void check(Shape shape, List<Integer> sizes, int dim) {
    if (sizes.stream().anyMatch(size -> size < 0)) {
      throw new IllegalArgumentException(
          "split_with_sizes expects split_sizes have only non-negative entries, but got"
              + " split_sizes="
              + sizes);
    }
    if (sizes.stream().mapToLong(Integer::longValue).sum() != shape.size(dim)) {
      throw new IllegalArgumentException(
          ("split_with_sizes expects split_sizes to sum exactly to %d (input "
                  + "tensor's size at dimension %d), but got split_sizes=%s")
              .formatted(shape.size(dim), dim, sizes));
    }
  }

  @Override
  public Tensor[] backward(BackwardContext context, Tensor[] gradients) {
    return new Tensor[] {Tensor.cat(List.of(gradients), context.attributes().get(DIM))};
  }
}
