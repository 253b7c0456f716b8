package org.hypergrad.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hypergrad.DType;
import org.hypergrad.Tensor;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.optim.Optimizers;
import org.hypergrad.optim.Options;
import org.hypergrad.optim.ParameterGroup;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.OptimizerProvider;
import org.junit.jupiter.api.Test;

/// What every optimizer must keep. Its author's test is one line:
///
/// ```java
/// class LionTest implements OptimizerContract {
///   public OptimizerProvider optimizer() { return Optimizers.named("lion"); }
/// }
/// ```
public interface OptimizerContract {
  /// The optimizer under test.
  OptimizerProvider optimizer();

  /// Options with which it gets to the bottom of a bowl, of size 4 and curvature 1 to 2, in some
  /// hundred steps. As it stands: a learning rate of 0.05.
  default Attributes options() {
    return Attributes.of(Options.LR, 0.05);
  }

  private Optimizer optimizer(Bowl bowl) {
    return optimizer(options(), bowl);
  }

  private Optimizer optimizer(Attributes options, Bowl bowl) {
    return optimizer().create(List.of(ParameterGroup.of(bowl.parameters())), options);
  }

  private boolean has(Attribute<?> option) {
    return optimizer().options().stream().anyMatch(known -> known.name().equals(option.name()));
  }

  private static void steps(Optimizer optimizer, Bowl bowl, int count) {
    for (int i = 0; i < count; i++) {
      bowl.setGradients();
      optimizer.step();
    }
  }

  /// It is installed under its name.
  @Test
  default void the_optimizer_is_found_by_its_name() {
    assertSame(optimizer().getClass(), Optimizers.named(optimizer().name()).getClass());
  }

  /// Its options have names that a command line can use, each one once.
  @Test
  default void the_options_have_names_of_their_own() {
    List<String> names = optimizer().options().stream().map(Attribute::name).toList();
    assertEquals(names.size(), names.stream().distinct().count(), "a name stands twice: " + names);
    for (String name : names) {
      assertTrue(name.matches("[a-z][a-z0-9_]*"), "'" + name + "' is no name");
    }
  }

  /// It finds the least of a quadratic function.
  @Test
  default void it_gets_to_the_bottom_of_a_bowl() {
    Bowl bowl = new Bowl(DType.FLOAT64);
    double before = bowl.loss();
    steps(optimizer(bowl), bowl, 500);
    assertTrue(bowl.loss() < 0.02 * before, "from " + before + " only to " + bowl.loss());
  }

  /// The same steps give the same bits.
  @Test
  default void it_is_deterministic() {
    for (DType dtype : List.of(DType.FLOAT64, DType.FLOAT32)) {
      Bowl one = new Bowl(dtype);
      Bowl other = new Bowl(dtype);
      steps(optimizer(one), one, 10);
      steps(optimizer(other), other, 10);
      assertArrayEquals(one.values(), other.values());
    }
  }

  /// Parameters stay leaves of their type, and no history is recorded.
  @Test
  default void parameters_stay_leaves_of_their_type() {
    for (DType dtype : List.of(DType.FLOAT64, DType.FLOAT32)) {
      Bowl bowl = new Bowl(dtype);
      Optimizer optimizer = optimizer(bowl);
      steps(optimizer, bowl, 2);
      for (Tensor parameter : bowl.parameters()) {
        assertEquals(dtype, parameter.dtype());
        assertTrue(parameter.isLeaf() && parameter.requiresGrad(), "a parameter is no leaf");
      }
      optimizer
          .stateDict()
          .tensors()
          .forEach((name, tensor) -> assertFalse(tensor.requiresGrad(), name + " has a history"));
    }
  }

  /// It reads gradients, and leaves them as they are.
  @Test
  default void gradients_are_not_changed() {
    Bowl bowl = new Bowl(DType.FLOAT64);
    Optimizer optimizer = optimizer(bowl);
    for (int i = 0; i < 3; i++) {
      bowl.setGradients();
      List<double[]> before = bowl.gradients();
      optimizer.step();
      for (int p = 0; p < before.size(); p++) {
        assertArrayEquals(before.get(p), bowl.gradients().get(p), "the gradient was changed");
      }
    }
  }

  /// A parameter without a gradient stays as it is, and gets no state.
  @Test
  default void a_parameter_without_a_gradient_is_left_alone() {
    Bowl bowl = new Bowl(DType.FLOAT64);
    Optimizer optimizer = optimizer(bowl);
    Tensor first = bowl.parameters().getFirst();
    double[] before = first.toDoubles();
    for (int i = 0; i < 3; i++) {
      bowl.setGradients();
      first.setGrad(null);
      optimizer.step();
    }
    assertArrayEquals(before, first.toDoubles());
    assertTrue(
        optimizer.stateDict().tensors().keySet().stream()
            .noneMatch(name -> name.startsWith("state.0.")),
        "a parameter without a gradient has a state");
  }

  /// With a learning rate of 0 nothing moves.
  @Test
  default void a_learning_rate_of_0_changes_nothing() {
    if (has(Options.LR)) {
      Bowl bowl = new Bowl(DType.FLOAT64);
      double[] before = bowl.values();
      Optimizer optimizer = optimizer(bowl);
      optimizer.groups().getFirst().set(Options.LR, 0.0);
      steps(optimizer, bowl, 3);
      assertArrayEquals(before, bowl.values());
    }
  }

  /// Each group goes by its own options, also when they are changed on the way.
  @Test
  default void each_group_has_options_of_its_own() {
    if (has(Options.LR)) {
      Bowl bowl = new Bowl(DType.FLOAT64);
      Tensor first = bowl.parameters().get(0);
      Tensor second = bowl.parameters().get(1);
      List<ParameterGroup> groups =
          List.of(
              ParameterGroup.of(List.of(first), Attributes.of(Options.LR, 0.0)),
              ParameterGroup.of(List.of(second)));
      Optimizer optimizer = optimizer().create(groups, options());
      double[] start = first.toDoubles();
      steps(optimizer, bowl, 3);
      assertArrayEquals(start, first.toDoubles(), "the group with learning rate 0 has moved");
      optimizer.groups().get(1).set(Options.LR, 0.0);
      double[] stop = second.toDoubles();
      steps(optimizer, bowl, 3);
      assertArrayEquals(stop, second.toDoubles(), "the rate set to 0 on the way is not heard of");
    }
  }

  /// Options that it does not have are refused by name.
  @Test
  default void an_unknown_option_is_refused_by_name() {
    Attributes options = options().with(Attribute.number("no_such_option", null), 1.0);
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> optimizer(options, new Bowl(DType.FLOAT64)));
    assertTrue(refusal.getMessage().contains("no_such_option"), refusal.getMessage());
  }

  /// A negative learning rate is refused.
  @Test
  default void a_negative_learning_rate_is_refused() {
    if (has(Options.LR)) {
      IllegalArgumentException refusal =
          assertThrows(
              IllegalArgumentException.class,
              () -> optimizer(options().with(Options.LR, -1.0), new Bowl(DType.FLOAT64)));
      assertTrue(refusal.getMessage().contains("-1.0"), refusal.getMessage());
    }
  }

  /// Every option that is not required has a default that is accepted.
  @Test
  default void the_defaults_are_accepted() {
    Attributes required = Attributes.NONE;
    for (Attribute<?> given : options().keys()) {
      if (optimizer().options().stream()
          .anyMatch(known -> known.isRequired() && known.name().equals(given.name()))) {
        required = copied(required, given);
      }
    }
    Attributes options = required;
    assertDoesNotThrow(() -> optimizer(options, new Bowl(DType.FLOAT64)));
  }

  private <T> Attributes copied(Attributes to, Attribute<T> option) {
    return to.with(option, options().get(option));
  }

  /// After a checkpoint it goes on as if nothing had been, bit for bit.
  @Test
  default void a_loaded_state_goes_on_bit_for_bit() {
    for (DType dtype : List.of(DType.FLOAT64, DType.FLOAT32)) {
      Bowl bowl = new Bowl(dtype);
      Optimizer optimizer = optimizer(bowl);
      steps(optimizer, bowl, 5);
      Bowl copy = bowl.copy();
      Optimizer resumed = optimizer(copy);
      resumed.loadStateDict(optimizer.stateDict());
      assertEquals(optimizer.stateDict().settings(), resumed.stateDict().settings());
      steps(optimizer, bowl, 5);
      steps(resumed, copy, 5);
      assertArrayEquals(bowl.values(), copy.values());
      assertEquals(texts(optimizer), texts(resumed));
    }
  }

  private static String texts(Optimizer optimizer) {
    return optimizer.stateDict().tensors().entrySet().stream()
        .map(entry -> entry.getKey() + "=" + Arrays.toString(entry.getValue().toDoubles()))
        .collect(Collectors.joining(", "));
  }

  /// The state for other groups is refused, and nothing changes.
  @Test
  default void a_state_for_other_groups_is_refused() {
    Bowl bowl = new Bowl(DType.FLOAT64);
    Optimizer optimizer = optimizer(bowl);
    steps(optimizer, bowl, 2);
    Bowl other = new Bowl(DType.FLOAT64);
    List<ParameterGroup> groups =
        other.parameters().stream().map(p -> ParameterGroup.of(List.of(p))).toList();
    Optimizer grouped = optimizer().create(groups, options());
    assertThrows(
        IllegalArgumentException.class, () -> grouped.loadStateDict(optimizer.stateDict()));
    assertTrue(grouped.stateDict().tensors().isEmpty(), "a refused state was loaded");
  }
}
