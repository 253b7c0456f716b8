package org.hypergrad.tests.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hypergrad.Autograd;
import org.hypergrad.GradMode;
import org.hypergrad.GradOptions;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Partial;
import org.hypergrad.spi.UnaryOperation;
import org.junit.jupiter.api.Test;

/// Recording switched off and on.
class BehaviourModesTest {
  private final Tensor x = Tensor.of(1.0, 2.0).requiresGrad(true);

  @Test
  void behaviour_49_nothing_is_recorded_with_grad_mode_off() {
    Tensor y = GradMode.off(() -> x.mul(2.0));
    assertThat(y.requiresGrad()).isFalse();
    assertThat(y.gradFn()).isNull();
    assertThat(y.isLeaf()).isTrue();
    assertThatTensor(y).hasValues(2, 4);
    assertThat(x.mul(2.0).requiresGrad()).isTrue();
  }

  @Test
  void behaviour_49_blocks_nest_and_restore_the_mode() {
    List<Boolean> modes = new ArrayList<>();
    modes.add(GradMode.enabled());
    GradMode.off(() -> {
      modes.add(GradMode.enabled());
      GradMode.on(() -> modes.add(x.exp().requiresGrad()));
      modes.add(x.exp().requiresGrad());
      GradMode.set(true, () -> modes.add(GradMode.enabled()));
      modes.add(GradMode.enabled());
    });
    modes.add(GradMode.enabled());
    assertThat(modes).containsExactly(true, false, true, false, true, false, true);
  }

  @Test
  void behaviour_49_an_exception_restores_the_mode() {
    assertThatThrownBy(() ->
            GradMode.off(() -> {
              throw new IllegalStateException("out of the block");
            }))
        .hasMessage("out of the block");
    assertThat(GradMode.enabled()).isTrue();
    assertThatThrownBy(() ->
            GradMode.call(
                false,
                () -> {
                  throw new java.io.IOException("checked");
                }))
        .isInstanceOf(java.io.IOException.class);
    assertThat(GradMode.enabled()).isTrue();
  }

  @Test
  void behaviour_49_the_mode_does_not_reach_other_threads() {
    GradMode.off(() -> {
      assertThat(CompletableFuture.supplyAsync(() -> x.exp().requiresGrad()).join()).isTrue();
      assertThat(GradMode.enabled()).isFalse();
    });
  }

  @Test
  void behaviour_50_inside_backward_the_mode_is_off_unless_a_graph_is_created() {
    List<Boolean> modes = new ArrayList<>();
    UnaryOperation watched =
        UnaryOperation.of(
            "watched",
            "x",
            Tensor::clone,
            Partial.usesNothing(
                "g",
                g -> {
                  modes.add(GradMode.enabled());
                  return g;
                }));
    Tensor y = x.apply(watched).sum();
    y.backward(GradOptions.DEFAULT.retainGraph());
    y.backward(GradOptions.DEFAULT.createGraph());
    GradMode.off(() -> y.backward(GradOptions.DEFAULT.createGraph()));
    assertThat(modes).containsExactly(false, true, true);
    assertThat(GradMode.enabled()).isTrue();
  }

  @Test
  void behaviour_50_a_rule_that_records_for_itself_finds_the_mode_restored() {
    List<Boolean> modes = new ArrayList<>();
    UnaryOperation recording =
        UnaryOperation.of(
            "recording",
            "x * x",
            Tensor::square,
            Partial.usesX(
                "g * d(x * x)/dx",
                (g, saved) -> {
                  Tensor slope =
                      GradMode.on(() -> {
                        Tensor again = saved.detach().requiresGrad(true);
                        return Autograd.grad(again.square().sum(), again).getFirst();
                      });
                  modes.add(GradMode.enabled());
                  return g.mul(slope);
                }));
    Tensor y = x.apply(recording).sum();
    y.backward();
    assertThatTensor(x.grad()).hasValues(2, 4);
    assertThat(modes).containsExactly(false);
    assertThat(GradMode.enabled()).isTrue();
  }
}
