package org.hypergrad.spi;

import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// A [Function] of one output with a [Partial] per input. Saves what the partials that will run
/// read: input i at position i, the output behind them.
final class PartialsFunction extends Function {
  private final List<String> inputNames;
  private final Forward forward;
  private final List<Partial> partials;

  PartialsFunction(
      String name,
      String formula,
      List<String> inputNames,
      Forward forward,
      List<Partial> partials,
      Attribute<?>... attributes) {
    super(
        name, formula, partials.stream().map(Partial::text).toList(), partials.size(), attributes);
    if (!inputNames.isEmpty() && inputNames.size() != partials.size()) {
      throw new IllegalArgumentException(
          name + " has " + partials.size() + " inputs, but names for " + inputNames);
    }
    this.inputNames = List.copyOf(inputNames);
    this.forward = forward;
    this.partials = List.copyOf(partials);
  }

  @Override
  public List<String> inputNames() {
    return inputNames.isEmpty() ? super.inputNames() : inputNames;
  }

  @Override
  public Tensor[] forward(FunctionContext context, Tensor[] inputs) {
    Tensor output = forward.apply(inputs, context.attributes());
    Tensor[] saved = new Tensor[inputs.length + 1];
    for (int i = 0; i < inputs.length; i++) {
      if (context.needsInputGrad(i)) {
        Partial partial = partials.get(i);
        for (int j = 0; j < inputs.length; j++) {
          saved[j] = partial.usesInput(j) ? inputs[j] : saved[j];
        }
        saved[inputs.length] = partial.usesOutput() ? output : saved[inputs.length];
      }
    }
    context.save(saved);
    return new Tensor[] {output};
  }

  @Override
  public Tensor[] backward(BackwardContext context, Tensor[] gradients) {
    Saved saved = new SavedByPosition(context, partials.size());
    Tensor[] result = new Tensor[partials.size()];
    for (int i = 0; i < result.length; i++) {
      if (context.needsInputGrad(i) && partials.get(i).exists()) {
        result[i] = partials.get(i).apply(gradients[0], saved);
      }
    }
    return result;
  }

  private record SavedByPosition(BackwardContext context, int inputs) implements Saved {
    @Override
    public Tensor input(int index) {
      return context.saved(index);
    }

    @Override
    public Tensor output() {
      return context.saved(inputs);
    }

    @Override
    public Shape shape(int index) {
      return context.shape(index);
    }

    @Override
    public DType dtype(int index) {
      return context.dtype(index);
    }

    @Override
    public Attributes attributes() {
      return context.attributes();
    }
  }
}
