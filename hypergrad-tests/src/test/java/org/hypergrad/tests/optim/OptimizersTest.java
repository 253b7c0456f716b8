package org.hypergrad.tests.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.util.List;
import java.util.NoSuchElementException;
import org.hypergrad.Tensor;
import org.hypergrad.nn.optim.SGD;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.optim.Optimizers;
import org.hypergrad.optim.Options;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.OptimizerProvider;
import org.junit.jupiter.api.Test;

/// The optimizers present, by name.
class OptimizersTest {
  @Test
  void an_optimizer_is_made_by_its_name() {
    Tensor x = Tensor.of(1.0).requiresGrad(true);
    Optimizer optimizer = Optimizers.create("sgd", List.of(x), Attributes.of(Options.LR, 0.25));
    x.square().sum().backward();
    optimizer.step();
    assertThatTensor(x).hasValues(0.5);
    assertThat(optimizer.rule().name()).isEqualTo("sgd");
  }

  @Test
  void all_are_listed_in_the_order_of_their_names() {
    assertThat(Optimizers.all())
        .extracting(OptimizerProvider::name)
        .isSorted()
        .contains("adam", "adamw", "rmsprop", "sgd")
        .allMatch(Optimizers::has);
    assertThat(Optimizers.has("sdg")).isFalse();
  }

  @Test
  void a_misspelt_name_is_answered_with_the_nearest_ones() {
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> Optimizers.named("adma"))
        .withMessageContaining("No module provides an optimizer 'adma'.")
        .withMessageContaining("Did you mean adam")
        .withMessageContaining(OptimizerProvider.class.getName());
  }

  @Test
  void the_module_of_an_optimizer_is_known() {
    assertThat(Optimizers.moduleOf(Optimizers.named("adam"))).isEqualTo("org.hypergrad.nn");
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> Optimizers.moduleOf(new SGD.Rule()))
        .withMessage("The optimizer 'sgd' is not installed");
  }

  @Test
  void the_options_of_one_can_be_read_from_texts() {
    OptimizerProvider adam = Optimizers.named("adam");
    Attributes options = Attributes.NONE;
    for (Attribute<?> option : adam.options()) {
      String text =
          switch (option.name()) {
            case "lr" -> "0.5";
            case "betas" -> "[0, 0.25]";
            case "amsgrad" -> "true";
            default -> option.defaultValue().toString();
          };
      options = with(options, option, text);
    }
    Tensor x = Tensor.of(1.0).requiresGrad(true);
    assertThat(Optimizers.create("adam", List.of(x), options).groups().getFirst())
        .hasToString(
            "1 parameters, lr=0.5, betas=[0.0, 0.25], eps=1.0E-8, weight_decay=0.0, amsgrad=true,"
                + " maximize=false");
  }

  private static <T> Attributes with(Attributes options, Attribute<T> option, String text) {
    return options.with(option, option.parse(text));
  }

  @Test
  void a_text_that_is_no_value_is_refused_by_the_name_of_the_option() {
    assertThat(Attribute.integers("dims").parse("[1, -2]")).containsExactly(1, -2);
    assertThat(Attribute.numbers("rates").parse("[1, 2.5]")).containsExactly(1.0, 2.5);
    assertThat(Attribute.integers("dims").parse("[]")).isEmpty();
    for (Attribute<?> attribute :
        List.of(Options.LR, Options.NESTEROV, Options.BETAS, Attribute.integer("n", 1))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> attribute.parse("much"))
          .withMessageContaining("'much' is no value for '" + attribute.name() + "'");
    }
  }
}
