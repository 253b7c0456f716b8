package org.hypergrad.ops.basic;

import static org.hypergrad.spi.StandardAttributes.P;

import java.util.List;
import org.hypergrad.Generator;
import org.hypergrad.Tensor;
import org.hypergrad.spi.BackwardContext;
import org.hypergrad.spi.Function;
import org.hypergrad.spi.FunctionContext;

/// Sets elements to 0 with probability p and divides the others by 1 − p, so that the expected
/// value stays. What was dropped is drawn from the global generator and kept, for the gradient is
/// dropped in the same places.
final class Dropout extends Function {
  Dropout() {
    super("dropout", "x * noise, noise = 0 or 1 / (1 - p)", List.of("g * noise"), 1, P);
  }

  @Override
  public Tensor[] forward(FunctionContext context, Tensor[] inputs) {
    Tensor x = inputs[0];
    double p = context.attributes().get(P);
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException(
          "dropout probability has to be between 0 and 1, but got " + p);
    }
    Tensor kept = Tensor.of(x.shape(), draw(Generator.global(), x.numel(), p));
    Tensor noise = Elements.to(kept, x.dtype()).mul(p == 1 ? 0 : 1 / (1 - p));
    context.save(noise);
    return new Tensor[] {x.mul(noise)};
  }

  /// Per element, whether it is kept; one run of the generator, whatever other threads draw.
  private static boolean[] draw(Generator generator, int n, double p) {
    boolean[] kept = new boolean[n];
    synchronized (generator) {
      for (int i = 0; i < n; i++) {
        kept[i] = generator.nextDouble() >= p;
      }
    }
    return kept;
  }

  @Override
  public Tensor[] backward(BackwardContext context, Tensor[] gradients) {
    return new Tensor[] {gradients[0].mul(context.saved(0))};
  }
}
