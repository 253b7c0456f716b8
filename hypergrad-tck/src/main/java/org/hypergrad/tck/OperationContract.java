package org.hypergrad.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hypergrad.Autograd;
import org.hypergrad.DType;
import org.hypergrad.GradMode;
import org.hypergrad.GradOptions;
import org.hypergrad.Operations;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Operation;
import org.junit.jupiter.api.Test;

/// What every differentiable operation must keep. Its author's test is one line beside the inputs
/// to try it with:
///
/// ```java
/// class SwishTest implements OperationContract {
///   public Operation operation() { return Swish.SWISH; }
///   public List<Tensor> inputs() { return List.of(Tensor.of(-1.5, 0.3, 2.0)); }
/// }
/// ```
public interface OperationContract {
  /// The operation under test, applied with its defaults.
  Operation operation();

  /// Inputs of float64, away from points where the operation has no derivative.
  List<Tensor> inputs();

  /// How far a derivative may be from its finite difference, relative to the larger of it and 1.
  default double tolerance() {
    return 1e-5;
  }

  private Tensor[] leaves() {
    return inputs().stream()
        .map(input -> input.detach().clone().requiresGrad(input.dtype().isFloating()))
        .toArray(Tensor[]::new);
  }

  /// One number out of all outputs, with weights that tell every element apart.
  private static Tensor weighted(List<Tensor> outputs) {
    Tensor total = Tensor.scalar(0.0);
    for (Tensor output : outputs) {
      if (output.dtype().isFloating()) {
        double[] weights =
            IntStream.range(0, output.numel()).mapToDouble(i -> 1 + 0.37 * i).toArray();
        total = total.add(output.mul(Tensor.of(output.shape(), weights)).sum());
      }
    }
    return total;
  }

  private List<Tensor> gradients(Tensor[] leaves, GradOptions options) {
    List<Tensor> wanted = List.of(leaves).stream().filter(Tensor::requiresGrad).toList();
    Tensor total = weighted(operation().apply(leaves));
    return Autograd.grad(List.of(total), wanted, null, options.materializeGrads());
  }

  /// It is installed under its name.
  @Test
  default void the_operation_is_found_by_its_name() {
    assertSame(operation(), Operations.named(operation().name()));
  }

  /// It has a formula, and a rule text per input.
  @Test
  default void the_operation_explains_itself() {
    assertFalse(operation().formula().isBlank(), "the formula is empty");
    assertTrue(operation().isDifferentiable(), "the operation has no derivative");
    operation().rules().forEach(rule -> assertFalse(rule.isBlank(), "a rule text is empty"));
  }

  /// The gradient agrees with finite differences.
  @Test
  default void the_gradient_is_the_slope() {
    Tensor[] leaves = leaves();
    List<Tensor> gradients = gradients(leaves, GradOptions.DEFAULT);
    Slopes.check(
        leaves,
        gradients,
        () -> weighted(operation().apply(leaves)).item(),
        tolerance(),
        "gradient");
  }

  /// The gradient of the gradient agrees with finite differences of the gradient.
  @Test
  default void the_second_gradient_is_the_slope_of_the_first() {
    Tensor[] leaves = leaves();
    List<Tensor> first = gradients(leaves, GradOptions.DEFAULT.createGraph());
    Tensor total = weighted(first);
    List<Tensor> wanted = List.of(leaves).stream().filter(Tensor::requiresGrad).toList();
    List<Tensor> second =
        total.requiresGrad()
            ? Autograd.grad(List.of(total), wanted, null, GradOptions.DEFAULT.materializeGrads())
            : wanted.stream().map(leaf -> Tensor.zeros(leaf.dtype(), leaf.shape())).toList();
    Slopes.check(
        leaves,
        second,
        () -> weighted(gradients(leaves, GradOptions.DEFAULT)).item(),
        tolerance(),
        "second gradient");
  }

  /// It leaves its inputs as they are.
  @Test
  default void the_inputs_are_not_changed() {
    Tensor[] leaves = leaves();
    List<double[]> before = List.of(leaves).stream().map(Tensor::toDoubles).toList();
    gradients(leaves, GradOptions.DEFAULT);
    for (int i = 0; i < leaves.length; i++) {
      assertEquals(0, leaves[i].version(), "version of input " + i);
      assertTrue(
          Arrays.equals(before.get(i), leaves[i].toDoubles()), "input " + i + " was changed");
    }
  }

  /// Nothing is recorded with grad mode off.
  @Test
  default void no_history_is_recorded_with_grad_mode_off() {
    for (Tensor output : GradMode.off(() -> operation().apply(leaves()))) {
      assertNull(output.gradFn(), "an output has a gradFn");
      assertFalse(output.requiresGrad(), "an output requires a gradient");
    }
  }

  /// It keeps the type: float32 in, float32 out.
  @Test
  default void float32_stays_float32() {
    Tensor[] leaves =
        inputs().stream()
            .map(input -> input.dtype().isFloating() ? input.to(DType.FLOAT32) : input)
            .toArray(Tensor[]::new);
    for (Tensor output : operation().apply(leaves)) {
      if (output.dtype().isFloating()) {
        assertEquals(DType.FLOAT32, output.dtype());
      }
    }
  }
}
