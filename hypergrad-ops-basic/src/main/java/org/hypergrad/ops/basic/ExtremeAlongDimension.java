package org.hypergrad.ops.basic;

import static org.hypergrad.spi.StandardAttributes.DIM;
import static org.hypergrad.spi.StandardAttributes.KEEPDIM;

import java.util.List;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.BackwardContext;
import org.hypergrad.spi.Function;
import org.hypergrad.spi.FunctionContext;
import org.hypergrad.spi.ReduceOp;

/// The largest or smallest elements along one dimension and their indices. Unlike `amax`, which
/// shares a gradient among equals, it gives it to the one element that the index names: the first
/// of equals.
final class ExtremeAlongDimension extends Function {
  private final ReduceOp op;

  ExtremeAlongDimension(String name, String formula, ReduceOp op) {
    super(name, formula, List.of("zeros, g at the index"), 1, DIM, KEEPDIM);
    this.op = op;
  }

  @Override
  public Tensor[] forward(FunctionContext context, Tensor[] inputs) {
    Tensor x = inputs[0];
    Attributes attributes = context.attributes();
    ReducedDimensions over = ReducedDimensions.ofOne(x.shape(), attributes.get(DIM), attributes);
    over.checkNotEmpty(op == ReduceOp.MAX ? "max" : "min", true);
    Tensor indices = Reductions.place(op, x, over);
    Tensor values = x.gather(attributes.get(DIM), over.restored(indices));
    context.markNonDifferentiable(indices);
    context.save(indices);
    return new Tensor[] {values.reshape(over.result()), indices};
  }

  @Override
  public Tensor[] backward(BackwardContext context, Tensor[] gradients) {
    Attributes attributes = context.attributes();
    Shape shape = context.shape(0);
    Tensor g = gradients[0];
    ReducedDimensions over = ReducedDimensions.ofOne(shape, attributes.get(DIM), attributes);
    Tensor indices = over.restored(context.saved(0));
    return new Tensor[] {
      Selections.zeros(g.dtype(), shape).scatterAdd(attributes.get(DIM), indices, over.restored(g))
    };
  }
}
