package org.hypergrad.tests.behaviour;

import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.util.function.UnaryOperator;
import org.hypergrad.Index;
import org.hypergrad.Tensor;
import org.junit.jupiter.api.Test;

/// Gradients where there is no derivative, or no unique one.
class BehaviourKinksTest {
  private static Tensor leaf(double... values) {
    return Tensor.of(values).requiresGrad(true);
  }

  private static Tensor gradient(UnaryOperator<Tensor> function, double... values) {
    Tensor x = leaf(values);
    function.apply(x).sum().backward();
    return x.grad();
  }

  @Test
  void behaviour_46_ties_share_the_gradient_of_an_extreme_over_all() {
    assertThatTensor(gradient(Tensor::max, 1, 3, 3, 2)).hasValues(0, 0.5, 0.5, 0);
    assertThatTensor(gradient(Tensor::min, 1, 3, 1, 1)).hasValues(1 / 3.0, 0, 1 / 3.0, 1 / 3.0);
    assertThatTensor(gradient(x -> x.amax(0), 3, 3, 1)).hasValues(0.5, 0.5, 0);
    assertThatTensor(gradient(x -> x.amin(0), 3, 1, 1)).hasValues(0, 0.5, 0.5);
  }

  @Test
  void behaviour_46_an_extreme_along_a_dimension_picks_one() {
    assertThatTensor(gradient(x -> x.max(0, false).values(), 1, 3, 3)).hasValues(0, 1, 0);
    assertThatTensor(gradient(x -> x.min(0, false).values(), 2, 2, 3)).hasValues(1, 0, 0);
  }

  @Test
  void behaviour_46_the_larger_or_smaller_of_equals_shares_half_and_half() {
    Tensor a = leaf(1, 2, 3);
    Tensor b = leaf(2, 2, 2);
    a.maximum(b).sum().backward();
    assertThatTensor(a.grad()).hasValues(0, 0.5, 1);
    assertThatTensor(b.grad()).hasValues(1, 0.5, 0);
    a.setGrad(null);
    b.setGrad(null);
    a.minimum(b).sum().backward();
    assertThatTensor(a.grad()).hasValues(1, 0.5, 0);
    assertThatTensor(b.grad()).hasValues(0, 0.5, 1);
  }

  @Test
  void behaviour_47_kinks_have_the_derivative_0() {
    assertThatTensor(gradient(Tensor::relu, -1, 0, -0.0, 1)).hasValues(0, 0, 0, 1);
    assertThatTensor(gradient(Tensor::abs, -1, 0, 1)).hasValues(-1, 0, 1);
    assertThatTensor(gradient(Tensor::sign, -1, 0, 1)).hasValues(0, 0, 0);
  }

  @Test
  void behaviour_47_the_edges_of_clamp_have_the_derivative_1() {
    assertThatTensor(gradient(x -> x.clamp(-1.0, 1.0), -2, -1, 0, 1, 2)).hasValues(0, 1, 1, 1, 0);
  }

  @Test
  void behaviour_47_the_root_is_infinitely_steep_at_0() {
    assertThatTensor(gradient(Tensor::sqrt, 0, 4)).hasValues(Double.POSITIVE_INFINITY, 0.25);
  }

  @Test
  void behaviour_47_the_zeroth_power_is_flat_even_at_0() {
    assertThatTensor(gradient(x -> x.pow(0.0), 0, 2)).hasValues(0, 0);
    Tensor base = leaf(0, 2);
    Tensor exponent = leaf(0, 0);
    base.pow(exponent).sum().backward();
    assertThatTensor(base.grad()).hasValues(0, 0);
    assertThatTensor(exponent.grad()).hasValues(0, Math.log(2));
  }

  @Test
  void behaviour_48_an_element_picked_twice_gets_the_gradient_twice() {
    Tensor index = Tensor.of(0L, 0L, 2L);
    assertThatTensor(gradient(x -> x.get(Index.of(index)), 5, 6, 7)).hasValues(2, 0, 1);
    assertThatTensor(gradient(x -> x.indexSelect(0, index), 5, 6, 7)).hasValues(2, 0, 1);
    assertThatTensor(gradient(x -> x.gather(0, index), 5, 6, 7)).hasValues(2, 0, 1);
  }

  @Test
  void behaviour_48_the_standard_deviation_pushes_outwards() {
    assertThatTensor(gradient(Tensor::std, 1, 2, 3)).hasValues(-0.5, 0, 0.5);
  }

  @Test
  void behaviour_48_where_does_not_hide_the_nan_of_the_side_not_taken() {
    // the root's derivative at 0 is +inf, its share of the gradient 0, and 0 · inf is NaN
    Tensor zeros = Tensor.of(0.0, 0.0);
    assertThatTensor(gradient(x -> Tensor.where(x.gt(0.0), x.sqrt(), zeros), 0, 1))
        .hasValues(Double.NaN, 0.5);
  }
}
