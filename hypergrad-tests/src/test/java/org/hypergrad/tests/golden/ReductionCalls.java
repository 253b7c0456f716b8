package org.hypergrad.tests.golden;

import static org.hypergrad.tests.golden.Row.row;

import java.util.List;
import org.hypergrad.Functional;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// Many numbers to few: over all elements, or along some dimensions.
final class ReductionCalls {
  static final List<Row> TABLE =
      List.of(
          row("sum", c -> over(c) ? c.cast(0).sum(keepdim(c), dims(c)) : c.cast(0).sum()),
          row("mean", c -> over(c) ? c.cast(0).mean(keepdim(c), dims(c)) : c.cast(0).mean()),
          row("amax", c -> over(c) ? c.t(0).amax(keepdim(c), dims(c)) : c.t(0).amax()),
          row("amin", c -> over(c) ? c.t(0).amin(keepdim(c), dims(c)) : c.t(0).amin()),
          row("max", ReductionCalls::max),
          row("min", ReductionCalls::min),
          row("argmax", c -> over(c) ? c.t(0).argmax(dim(c), keepdim(c)) : c.t(0).argmax()),
          row("argmin", c -> over(c) ? c.t(0).argmin(dim(c), keepdim(c)) : c.t(0).argmin()),
          row("var", ReductionCalls::var),
          row("std", ReductionCalls::std),
          row("var_mean", c -> List.of(var(c), c.t(0).mean(keepdim(c), deviationDims(c)))),
          row("std_mean", c -> List.of(std(c), c.t(0).mean(keepdim(c), deviationDims(c)))),
          row("logsumexp", c -> c.t(0).logsumexp(keepdim(c), dims(c))),
          row("softmax", c -> c.cast(0).softmax(dim(c))),
          row("log_softmax", c -> c.cast(0).logSoftmax(dim(c))),
          row("nn.functional.softmin", c -> Functional.softmin(c.cast(0), dim(c))),
          row("sum_to_size", c -> c.t(0).sumTo(Shape.of(c.sizes(1)))),
          row("count_nonzero", c -> c.t(0).ne(0).sum(false, dims(c))));

  private ReductionCalls() {}

  /// Whether the call names dimensions or keeps them.
  private static boolean over(Call c) {
    return c.given(1, "dim") || c.flag(2, "keepdim", false);
  }

  private static int dim(Call c) {
    return c.integer(1, "dim");
  }

  private static int[] dims(Call c) {
    return c.ints(1, "dim");
  }

  private static boolean keepdim(Call c) {
    return c.flag(2, "keepdim", false);
  }

  private static Object max(Call c) {
    if (c.isTensor(1)) {
      return c.t(0).maximum(c.t(1));
    }
    return over(c) ? c.t(0).max(dim(c), keepdim(c)) : c.t(0).max();
  }

  private static Object min(Call c) {
    if (c.isTensor(1)) {
      return c.t(0).minimum(c.t(1));
    }
    return over(c) ? c.t(0).min(dim(c), keepdim(c)) : c.t(0).min();
  }

  private static Tensor var(Call c) {
    return c.t(0).var(correction(c), keepdim(c), deviationDims(c));
  }

  private static Tensor std(Call c) {
    return c.t(0).std(correction(c), keepdim(c), deviationDims(c));
  }

  /// PyTorch's older signature has the truth value `unbiased` in the place of the dimensions, or by
  /// name.
  private static int correction(Call c) {
    if (c.isFlag(1)) {
      return c.flag(1, "unbiased", true) ? 1 : 0;
    }
    return c.given("unbiased") ? c.flag("unbiased") ? 1 : 0 : c.integer(-1, "correction", 1);
  }

  private static int[] deviationDims(Call c) {
    return c.isFlag(1) ? new int[0] : dims(c);
  }
}
