package org.hypergrad.tests.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.hypergrad.Generator;
import org.hypergrad.Tensor;
import org.hypergrad.nn.scalar.Layer;
import org.hypergrad.nn.scalar.MLP;
import org.hypergrad.nn.scalar.Neuron;
import org.junit.jupiter.api.Test;

/// Micrograd's network of single numbers.
class ScalarMlpTest {
  private static List<Tensor> numbers(double... values) {
    return Arrays.stream(values).mapToObj(Tensor::scalar).toList();
  }

  private static void set(Neuron neuron, double... parameters) {
    for (int i = 0; i < parameters.length; i++) {
      neuron.parameters().get(i).detach().fill_(parameters[i]);
    }
  }

  @Test
  void a_neuron_is_relu_of_weighted_inputs_and_bias() {
    Neuron neuron = new Neuron(2, true, new Generator(1));
    set(neuron, 2, -3, 0.5);
    Tensor y = neuron.apply(numbers(1, 0.5));
    assertThat(y.item()).isEqualTo(1);
    y.backward();
    assertThat(neuron.parameters().stream().map(p -> p.grad().item()))
        .containsExactly(1.0, 0.5, 1.0);
    assertThat(neuron.apply(numbers(0, 1)).item()).isZero();
    assertThat(neuron.namedParameters().keySet()).containsExactly("w0", "w1", "b");
  }

  @Test
  void a_neuron_without_relu_may_be_negative() {
    Neuron neuron = new Neuron(1, false, new Generator(1));
    set(neuron, 2, 0.5);
    assertThat(neuron.apply(numbers(-1)).item()).isEqualTo(-1.5);
  }

  @Test
  void first_weights_are_between_minus_one_and_one_and_biases_zero() {
    new MLP(new Generator(7), 3, 50, 2)
        .namedParameters()
        .forEach((name, parameter) -> {
          if (name.endsWith("b")) {
            assertThat(parameter.item()).isZero();
          } else {
            assertThat(parameter.item()).isBetween(-1.0, 1.0);
          }
        });
  }

  @Test
  void a_layer_of_one_neuron_composes_with_the_next() {
    Generator generator = new Generator(1);
    List<Tensor> one = new Layer(2, 1, true, generator).apply(numbers(1, 2));
    assertThat(one).hasSize(1);
    assertThat(new Layer(1, 3, false, generator).apply(one)).hasSize(3);
    assertThat(new MLP(generator, 2, 1, 1, 4).apply(1, 2)).hasSize(4);
  }

  @Test
  void parameters_come_layer_by_layer_and_neuron_by_neuron() {
    MLP model = new MLP(2, 16, 16, 1);
    assertThat(model.parameters()).hasSize(337);
    assertThat(model.namedParameters().keySet())
        .startsWith("0.0.w0", "0.0.w1", "0.0.b", "0.1.w0")
        .endsWith("2.0.w15", "2.0.b");
  }

  @Test
  void it_takes_a_vector_too() {
    MLP model = new MLP(new Generator(2), 2, 3, 2);
    double[] fromTensor = model.apply(Tensor.of(0.5, -1.0)).toDoubles();
    double[] fromNumbers = model.apply(0.5, -1.0).stream().mapToDouble(Tensor::item).toArray();
    assertThat(fromTensor).isEqualTo(fromNumbers);
    assertThatThrownBy(() -> model.apply(Tensor.zeros(2, 2))).hasMessageContaining("[2, 2]");
  }

  @Test
  void what_does_not_fit_is_refused() {
    MLP model = new MLP(2, 3);
    assertThatThrownBy(() -> model.apply(1, 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A neuron with 2 weights takes as many inputs, not 3");
    assertThatThrownBy(() -> new MLP(2)).hasMessageContaining("at least one layer");
    assertThatThrownBy(() -> new MLP(2, 0)).hasMessageContaining("at least one neuron");
  }
}
