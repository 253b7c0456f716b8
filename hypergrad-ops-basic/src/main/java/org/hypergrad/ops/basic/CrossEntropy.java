package org.hypergrad.ops.basic;

import static org.hypergrad.spi.StandardAttributes.IGNORE_INDEX;
import static org.hypergrad.spi.StandardAttributes.REDUCTION;

import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.GradMode;
import org.hypergrad.Reduction;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.BackwardContext;
import org.hypergrad.spi.Function;
import org.hypergrad.spi.FunctionContext;

/// Softmax and negative log-likelihood in one pass. Together they are simpler than apart: the
/// gradient of a row of logits is softmax(x) − (1 at the target), times the weight of the target.
///
/// Forward keeps the log-probabilities, and for a mean the sum of the weights; backward is one more
/// pass over them. Only a backward pass that is itself recorded, for second derivatives, is
/// composed of tensor operations on the logits.
final class CrossEntropy extends Function {
  CrossEntropy() {
    super(
        "cross_entropy",
        "-weight[t] * log_softmax(x)[t], reduced",
        List.of("g * weight[t] * (softmax(x) - [1 at t])", "none", "none"),
        2,
        3,
        REDUCTION,
        IGNORE_INDEX);
  }

  @Override
  public List<String> inputNames() {
    return List.of("x", "t", "weight");
  }

  @Override
  public Tensor[] forward(FunctionContext context, Tensor[] inputs) {
    Attributes settings = context.attributes();
    Tensor x = inputs[0];
    if (!x.dtype().isFloating()) {
      throw new IllegalArgumentException(
          "cross_entropy takes logits of a floating type, but they are " + x.dtype());
    }
    ClassTargets.check(inputs[1], x.size(1), settings);
    Tensor target = Elements.to(inputs[1], DType.INT64);
    Tensor weight = inputs.length < 3 ? null : inputs[2];
    weight = weight == null ? null : Elements.rowMajor(Elements.to(weight, x.dtype()));
    Tensor logProbabilities = Elements.uninitialized(x.dtype(), x.shape());
    Tensor losses = Elements.uninitialized(x.dtype(), target.shape());
    Elements.kernels(x.dtype())
        .crossEntropy(
            Elements.array(x),
            x.layout(),
            Elements.longs(target),
            target.layout(),
            weight == null ? null : Elements.array(weight),
            settings.get(IGNORE_INDEX),
            Elements.array(logProbabilities),
            Elements.array(losses));
    Tensor total =
        settings.get(REDUCTION) == Reduction.MEAN
            ? ClassTargets.of(target, weight, x.dtype(), settings).weights().sum()
            : null;
    context.save(x, target, weight, logProbabilities, total);
    return new Tensor[] {
      total == null ? settings.get(REDUCTION).apply(losses) : losses.sum().div(total)
    };
  }

  @Override
  public Tensor[] backward(BackwardContext context, Tensor[] gradients) {
    Tensor gradient =
        GradMode.enabled() ? composed(context, gradients[0]) : fused(context, gradients[0]);
    return new Tensor[] {gradient, null, null};
  }

  private static Tensor composed(BackwardContext context, Tensor g) {
    Tensor x = context.saved(0);
    Attributes settings = context.attributes();
    ClassTargets targets = ClassTargets.of(context.saved(1), context.saved(2), x.dtype(), settings);
    Tensor rows = targets.perRow(g, settings).unsqueeze(1);
    return x.softmax(1).mul(rows).scatterAdd(1, targets.classes(), rows.neg());
  }

  private static Tensor fused(BackwardContext context, Tensor g) {
    Tensor target = context.saved(1);
    Tensor weight = context.saved(2);
    Tensor logProbabilities = context.saved(3);
    Tensor total = context.saved(4);
    Tensor unweighted = total == null ? g : g.div(total);
    Tensor result = Elements.uninitialized(logProbabilities.dtype(), logProbabilities.shape());
    Elements.kernels(result.dtype())
        .crossEntropyBackward(
            Elements.array(unweighted),
            unweighted.layout().expand(target.shape()),
            Elements.array(logProbabilities),
            Elements.longs(target),
            target.layout(),
            weight == null ? null : Elements.array(weight),
            context.attributes().get(IGNORE_INDEX),
            Elements.array(result));
    return result;
  }
}
