package org.hypergrad.tests.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hypergrad.Autograd;
import org.hypergrad.DType;
import org.hypergrad.GradMode;
import org.hypergrad.GradOptions;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.BackwardContext;
import org.hypergrad.spi.Function;
import org.hypergrad.spi.FunctionContext;
import org.hypergrad.spi.Partial;
import org.hypergrad.spi.UnaryOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Backward passes use the arrays of large temporaries again: whoever got a gradient must not
/// notice.
class BehaviourRecyclingTest {
  private static final int SIZE = 300;

  /// A tensor somebody kept, and the numbers it had then.
  private record Kept(Tensor tensor, double[] numbers) {
    static Kept now(Tensor tensor) {
      return new Kept(tensor, tensor.toDoubles());
    }

    void check() {
      assertThatTensor(tensor).hasValues(numbers);
    }
  }

  private static Tensor leaf(double value) {
    return Tensor.full(DType.FLOAT64, Shape.of(SIZE), value).requiresGrad(true);
  }

  /// Enough steps to use every array of the pass several times.
  private static Tensor longWay(Tensor x) {
    Tensor y = x;
    for (int i = 0; i < 20; i++) {
      y = y.mul(1.01).add(y.sin().mul(0.1)).tanh();
    }
    return y;
  }

  private static void laterPasses() {
    for (int i = 0; i < 3; i++) {
      longWay(leaf(0.1 * i)).sum().backward();
    }
  }

  @Test
  void gradients_given_to_tensor_hooks_keep_their_numbers() {
    List<Kept> kept = new ArrayList<>();
    Tensor y = leaf(0.3);
    for (int i = 0; i < 20; i++) {
      y = y.mul(1.01).add(y.sin());
      y.registerHook(g -> {
        kept.add(Kept.now(g));
        kept.add(Kept.now(g.mul(2.0)));
        kept.add(Kept.now(g.view(SIZE, 1).t()));
        return null;
      });
    }
    y.sum().backward();
    laterPasses();
    assertThat(kept).hasSize(60).allSatisfy(Kept::check);
  }

  @Test
  void gradients_returned_by_hooks_keep_their_numbers() {
    List<Kept> kept = new ArrayList<>();
    Tensor x = leaf(0.3);
    Tensor y = longWay(x).add(longWay(x)); // hands on what it is given
    y.registerHook(g -> {
      Tensor replaced = g.mul(3.0);
      kept.add(Kept.now(replaced));
      return replaced;
    });
    y.sum().backward();
    laterPasses();
    assertThat(kept).hasSize(1).allSatisfy(Kept::check);
  }

  @Test
  void gradients_given_to_node_hooks_keep_their_numbers() {
    List<Kept> kept = new ArrayList<>();
    Tensor y = longWay(leaf(0.3));
    Tensor z = y.mul(y.exp());
    z.gradFn()
        .editHooks()
        .addPreHook(gradients -> {
          gradients.forEach(g -> kept.add(Kept.now(g)));
          return null;
        });
    z.gradFn()
        .editHooks()
        .addPostHook((computed, given) -> {
          computed.forEach(g -> kept.add(Kept.now(g)));
          given.forEach(g -> kept.add(Kept.now(g)));
          return null;
        });
    longWay(z).sum().backward();
    laterPasses();
    assertThat(kept).hasSize(4).allSatisfy(Kept::check);
  }

  @Test
  void retained_gradients_keep_their_numbers() {
    Tensor x = leaf(0.3);
    Tensor early = longWay(x);
    Tensor late = longWay(early);
    early.retainGrad();
    late.retainGrad();
    late.mul(2.0).sum().backward();
    assertThatTensor(late.grad()).isFilledWith(2);
    Kept keptEarly = Kept.now(early.grad());
    laterPasses();
    keptEarly.check();
    assertThatTensor(late.grad()).isFilledWith(2);
    assertThatTensor(early.grad())
        .hasValues(Autograd.grad(longWay(early).mul(2.0).sum(), early).getFirst().toDoubles());
  }

  @Test
  void gradients_returned_by_grad_keep_their_numbers() {
    Tensor x = leaf(0.3);
    Tensor between = longWay(x);
    Tensor out = longWay(between).sum();
    List<Kept> kept = Autograd.grad(out, x, between).stream().map(Kept::now).toList();
    laterPasses();
    assertThat(kept).allSatisfy(Kept::check);
  }

  @Test
  void accumulated_gradients_keep_their_numbers() {
    Tensor x = leaf(0.3);
    Tensor y = leaf(0.4);
    longWay(x.add(y)).sum().backward();
    Kept keptX = Kept.now(x.grad());
    Kept keptY = Kept.now(y.grad());
    laterPasses();
    longWay(leaf(0.5).add(y)).sum().backward();
    keptX.check();
    assertThat(y.grad()).isSameAs(keptY.tensor());
    assertThatTensor(y.grad().sub(keptX.tensor())).hasValues(gradientAt(0.5, 0.4));
  }

  private static double[] gradientAt(double a, double b) {
    Tensor y = leaf(b);
    return Autograd.grad(longWay(leaf(a).add(y)).sum(), y).getFirst().toDoubles();
  }

  @Test
  void a_gradient_that_a_rule_returns_without_having_made_it_is_not_changed() {
    Tensor constant = Tensor.full(DType.FLOAT64, Shape.of(SIZE), 5);
    Tensor x = leaf(1);
    UnaryOperation op = returning(_ -> constant);
    Tensor twice = x.mul(1.0);
    longWay(twice.apply(op).add(twice.apply(op)).add(twice)).sum().backward();
    x.grad().zero_();
    laterPasses();
    assertThatTensor(constant).isFilledWith(5);
    assertThat(constant.version()).isZero();
  }

  @Test
  void a_rule_may_return_a_view_of_what_it_made() {
    Tensor x = leaf(1);
    UnaryOperation op = returning(g -> g.mul(2.0).view(SIZE / 2, 2).t().t().view(SIZE));
    Tensor y = x.add(0.0);
    for (int i = 0; i < 10; i++) {
      y = y.apply(op).add(y.mul(0.0));
    }
    y.sum().backward();
    assertThatTensor(x.grad()).isFilledWith(1024);
  }

  /// The gradient of each is a view of one number of a large temporary.
  @Test
  void numbers_that_were_stacked_get_their_gradients() {
    List<Tensor> numbers = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      numbers.add(Tensor.scalar((double) i).requiresGrad(true));
    }
    List<Tensor> results = numbers.stream().map(number -> number.mul(2.0)).toList();
    Tensor total = Tensor.stack(results, 0).square().add(Tensor.stack(results, 0)).sum();
    List<Tensor> gradients =
        Autograd.grad(List.of(total), results, null, GradOptions.DEFAULT.retainGraph());
    total.backward();
    laterPasses();
    for (int i = 0; i < SIZE; i++) {
      assertThat(gradients.get(i).item()).isEqualTo(4 * i + 1);
      assertThat(numbers.get(i).grad().item()).isEqualTo(8 * i + 2);
    }
  }

  @Test
  void a_rule_may_return_one_tensor_for_two_inputs() {
    Function sum =
        new Function("same", "a + b", List.of("g", "g"), 2) {
          @Override
          public Tensor[] forward(FunctionContext context, Tensor[] in) {
            return new Tensor[] {in[0].add(in[1])};
          }

          @Override
          public Tensor[] backward(BackwardContext context, Tensor[] gradients) {
            Tensor doubled = gradients[0].mul(2.0);
            return new Tensor[] {doubled, doubled};
          }
        };
    Tensor x = leaf(1);
    Tensor y = leaf(1);
    Tensor z = Tensor.apply(sum, Attributes.NONE, x.mul(3.0), y.mul(5.0)).getFirst();
    z.add(longWay(z).mul(0.0)).sum().backward();
    assertThatTensor(x.grad()).isFilledWith(6);
    assertThatTensor(y.grad()).isFilledWith(10);
    x.grad().zero_();
    assertThatTensor(y.grad()).isFilledWith(10);
  }

  @Test
  void a_temporary_kept_by_a_rule_dies_and_never_shows_other_numbers() {
    List<Tensor> stashed = new ArrayList<>();
    UnaryOperation op =
        returning(g -> {
          stashed.add(g);
          stashed.add(g.mul(7.0));
          return g.mul(2.0);
        });
    Tensor x = leaf(1);
    longWay(longWay(x).apply(op)).sum().backward();
    assertThat(stashed).hasSize(2);
    for (Tensor temporary : stashed) {
      for (UnaryOperator<Tensor> use :
          List.<UnaryOperator<Tensor>>of(t -> t.add(1.0), Tensor::clone, t -> t.fill_(0))) {
        assertThatThrownBy(() -> use.apply(temporary))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("temporary of a backward pass");
      }
      assertThatThrownBy(temporary::toDoubles)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("hook");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void the_numbers_are_the_same_with_recycling_and_without(int seed) {
    RandomComputation computation = RandomComputation.of(seed, 20 * seed, SIZE);
    Tensor total = computation.total();
    GradOptions unused = GradOptions.DEFAULT.materializeGrads();
    List<Tensor> without =
        Autograd.grad(List.of(total), computation.leaves(), null, unused.createGraph());
    List<Tensor> with =
        Autograd.grad(List.of(total), computation.leaves(), null, unused.retainGraph());
    total.backward();
    for (int i = 0; i < 3; i++) {
      double[] expected = without.get(i).toDoubles();
      assertThat(with.get(i).toDoubles()).as("seed %s, grad", seed).isEqualTo(expected);
      Tensor grad = computation.leaves().get(i).grad();
      if (grad != null) {
        assertThat(grad.toDoubles()).as("seed %s, backward", seed).isEqualTo(expected);
      }
    }
  }

  private static UnaryOperation returning(UnaryOperator<Tensor> rule) {
    return UnaryOperation.of("returning", "x", Tensor::clone, Partial.usesNothing("rule", rule));
  }

  @Test
  void a_pass_inside_a_rule_leaves_its_gradients_alive_also_with_a_graph_of_their_own() {
    Tensor w = leaf(2);
    for (GradOptions options : List.of(GradOptions.DEFAULT, GradOptions.DEFAULT.createGraph())) {
      w.setGrad(null);
      UnaryOperation inner =
          returning(g -> {
            GradMode.on(() -> w.square().sum().backward(options));
            return g;
          });
      longWay(leaf(1).apply(inner)).sum().backward();
      laterPasses();
      assertThatTensor(w.grad()).isFilledWith(4);
    }
  }
}
