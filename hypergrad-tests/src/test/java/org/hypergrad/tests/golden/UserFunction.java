package org.hypergrad.tests.golden;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hypergrad.Tensor;
import org.hypergrad.spi.BackwardContext;
import org.hypergrad.spi.FunctionContext;

/// A function of one tensor that a program defines for itself, and that keeps its input (PyTorch:
/// `torch.autograd.Function`).
final class UserFunction extends org.hypergrad.spi.Function {
  private final Function<Tensor, List<Tensor>> forward;
  private final BiFunction<Tensor, Tensor[], Tensor> backward;

  /// @param backward gives the gradient, from the input and the gradients of the outputs
  UserFunction(
      String name,
      Function<Tensor, List<Tensor>> forward,
      BiFunction<Tensor, Tensor[], Tensor> backward) {
    super(name, name + "(a)", List.of("as the program says"), 1);
    this.forward = forward;
    this.backward = backward;
  }

  @Override
  public Tensor[] forward(FunctionContext context, Tensor[] inputs) {
    context.save(inputs[0]);
    return forward.apply(inputs[0]).toArray(Tensor[]::new);
  }

  @Override
  public Tensor[] backward(BackwardContext context, Tensor[] gradients) {
    return new Tensor[] {backward.apply(context.saved(0), gradients)};
  }
}
