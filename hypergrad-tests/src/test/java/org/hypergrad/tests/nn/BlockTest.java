package org.hypergrad.tests.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hypergrad.DType;
import org.hypergrad.Generator;
import org.hypergrad.HookHandle;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.BlockList;
import org.hypergrad.nn.Defaults;
import org.hypergrad.nn.ForwardHook;
import org.hypergrad.nn.IncompatibleKeys;
import org.hypergrad.nn.Linear;
import org.hypergrad.nn.Sequential;
import org.junit.jupiter.api.Test;

/// Blocks know their parts by name, and their state can be taken and given.
class BlockTest {
  /// A network as a user writes it.
  private static final class Net extends Block {
    private final Linear hidden = child("hidden", new Linear(2, 3));
    private final Linear output = child("output", new Linear(3, 1, false));
    private final Tensor scale = buffer("scale", Tensor.of(2.0f));

    @Override
    protected Tensor forward(Tensor x) {
      return output.apply(hidden.apply(x).tanh()).mul(scale);
    }
  }

  /// Registers what a test wants it to.
  private static final class Bag extends Block {
    Tensor add(String name, Tensor tensor) {
      return parameter(name, tensor);
    }

    Tensor addBuffer(String name, Tensor tensor) {
      return buffer(name, tensor);
    }

    Bag add(String name, Block block) {
      child(name, block);
      return this;
    }
  }

  private final Net net = Defaults.with(new Generator(1), Net::new);

  @Test
  void parameters_and_buffers_have_the_names_of_the_blocks_they_are_in() {
    assertThat(net.namedParameters().keySet())
        .containsExactly("hidden.weight", "hidden.bias", "output.weight");
    assertThat(net.namedBuffers().keySet()).containsExactly("scale");
    assertThat(net.namedBlocks().keySet()).containsExactly("", "hidden", "output");
    assertThat(net.hidden.weight().name()).isEqualTo("hidden.weight");
    assertThat(net.parameters()).allMatch(Tensor::requiresGrad);
    assertThat(net.scale.requiresGrad()).isFalse();
  }

  @Test
  void every_parameter_gets_a_gradient_and_zero_grad_removes_it() {
    net.apply(Tensor.ones(4, 2)).sum().backward();
    assertThat(net.parameters()).allMatch(parameter -> parameter.grad() != null);
    net.zeroGrad();
    assertThat(net.parameters()).allMatch(parameter -> parameter.grad() == null);
  }

  @Test
  void a_state_that_was_loaded_gives_the_same_outputs() {
    Net other = Defaults.with(new Generator(2), Net::new);
    Tensor x = Tensor.ones(4, 2);
    assertThat(other.apply(x).toDoubles()).isNotEqualTo(net.apply(x).toDoubles());
    other.loadStateDict(net.stateDict());
    assertThat(other.apply(x).toDoubles()).isEqualTo(net.apply(x).toDoubles());
  }

  @Test
  void the_state_shares_the_elements_and_has_no_history() {
    Tensor weight = net.stateDict().get("hidden.weight");
    assertThat(weight.requiresGrad()).isFalse();
    weight.fill_(7);
    assertThatTensor(net.hidden.weight()).isFilledWith(7);
  }

  @Test
  void strict_loading_lists_what_is_missing_unexpected_or_of_another_size_and_changes_nothing() {
    Map<String, Tensor> state = new LinkedHashMap<>(net.stateDict());
    state.remove("hidden.bias");
    state.put("extra", Tensor.ones(1));
    state.put("scale", Tensor.zeros(1));
    state.put("output.weight", Tensor.zeros(3, 1));
    assertThatThrownBy(() -> net.loadStateDict(state))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            Error(s) in loading state_dict for Net:
            \tMissing key(s) in state_dict: "hidden.bias".
            \tUnexpected key(s) in state_dict: "extra".
            \tsize mismatch for output.weight: copying a param with shape [3, 1] from checkpoint, \
            the shape in current model is [1, 3].\
            """);
    assertThatTensor(net.scale).isFilledWith(2);
  }

  @Test
  void lenient_loading_takes_what_fits_and_says_what_did_not() {
    IncompatibleKeys keys =
        net.loadStateDict(Map.of("scale", Tensor.of(5.0), "extra", Tensor.ones(1)), false);
    assertThat(keys.missing()).containsExactly("hidden.weight", "hidden.bias", "output.weight");
    assertThat(keys.unexpected()).containsExactly("extra");
    assertThatTensor(net.scale).isFilledWith(5);
    assertThatThrownBy(() -> net.loadStateDict(Map.of("scale", Tensor.ones(2)), false))
        .hasMessageContaining("size mismatch for scale");
  }

  @Test
  void a_shared_block_counts_once_among_the_parameters_and_twice_in_the_state() {
    Linear shared = new Linear(2, 2);
    Sequential twice = new Sequential(shared, shared);
    assertThat(twice.parameters()).hasSize(2);
    assertThat(twice.stateDict().keySet())
        .containsExactly("0.weight", "0.bias", "1.weight", "1.bias");
    assertThat(twice.apply(Tensor.ones(1, 2)).shape()).isEqualTo(Shape.of(1, 2));
  }

  @Test
  void modes_reach_all_blocks() {
    assertThat(net.isTraining()).isTrue();
    net.eval();
    assertThat(net.namedBlocks().values()).noneMatch(Block::isTraining);
    net.train();
    assertThat(net.namedBlocks().values()).allMatch(Block::isTraining);
  }

  @Test
  void a_frozen_block_has_no_gradients() {
    net.hidden.requiresGrad(false);
    net.apply(Tensor.ones(4, 2)).sum().backward();
    assertThat(net.hidden.weight().grad()).isNull();
    assertThat(net.output.weight().grad()).isNotNull();
  }

  @Test
  void hooks_see_inputs_and_output_until_they_are_removed() {
    List<String> seen = new ArrayList<>();
    ForwardHook hook =
        new ForwardHook() {
          @Override
          public void before(Block block, List<Tensor> inputs) {
            seen.add("before " + block.name() + inputs.getFirst().shape());
          }

          @Override
          public void after(Block block, List<Tensor> inputs, Tensor output) {
            seen.add("after " + block.name() + output.shape());
          }
        };
    try (HookHandle _ = net.forwardHook(hook);
        HookHandle _ = net.output.forwardHook(hook)) {
      net.apply(Tensor.ones(4, 2));
    }
    net.apply(Tensor.ones(4, 2));
    assertThat(seen)
        .containsExactly(
            "before Net[4, 2]", "before Linear[4, 3]", "after Linear[4, 1]", "after Net[4, 1]");
  }

  @Test
  void names_that_are_empty_dotted_or_taken_are_refused() {
    Bag bag = new Bag();
    bag.add("a", Tensor.ones(1));
    assertThatThrownBy(() -> bag.add("", Tensor.ones(1)))
        .hasMessage("parameter name can't be empty string \"\"");
    assertThatThrownBy(() -> bag.add("b.c", new Bag())).hasMessageContaining("can't contain \".\"");
    assertThatThrownBy(() -> bag.addBuffer("a", Tensor.ones(1)))
        .hasMessageContaining("attribute 'a' already exists");
    assertThat(bag.stateDict().keySet()).containsExactly("a");
  }

  @Test
  void a_result_cannot_be_a_parameter() {
    Tensor y = Tensor.ones(2).requiresGrad(true).mul(2);
    assertThatThrownBy(() -> new Bag().add("y", y))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot assign non-leaf Tensor to parameter 'y'");
    assertThatThrownBy(() -> new Bag().add("n", Tensor.of(1L)))
        .hasMessageStartingWith("Only Tensors of floating point dtype can require gradients");
  }

  @Test
  void a_block_cannot_contain_itself() {
    Bag bag = new Bag();
    Bag outer = new Bag().add("inner", bag);
    assertThatThrownBy(() -> bag.add("outer", outer)).hasMessageContaining("contain itself");
    assertThatThrownBy(() -> bag.add("bag", bag)).hasMessageContaining("contain itself");
  }

  @Test
  void an_absent_parameter_reserves_its_name() {
    Bag bag = new Bag();
    assertThat(bag.add("bias", (Tensor) null)).isNull();
    assertThat(bag.stateDict()).isEmpty();
    assertThatThrownBy(() -> bag.addBuffer("bias", Tensor.ones(1)))
        .hasMessageContaining("already exists");
  }

  @Test
  void a_block_without_the_forward_that_is_called_says_so() {
    assertThatThrownBy(() -> new Bag().apply(Tensor.ones(1)))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageStartingWith("Block [Bag] is missing the required \"forward\" function");
    assertThatThrownBy(() -> net.apply(Tensor.ones(1), Tensor.ones(1)))
        .hasMessageContaining("forward(Tensor, Tensor)");
  }

  @Test
  void it_prints_as_pytorch_prints_modules() {
    assertThat(
            new Sequential(new Linear(2, 3), new Sequential().add("out", new Linear(3, 1, false))))
        .hasToString(
            """
            Sequential(
              (0): Linear(in_features=2, out_features=3, bias=True)
              (1): Sequential(
                (out): Linear(in_features=3, out_features=1, bias=False)
              )
            )\
            """);
  }

  @Test
  void a_list_of_blocks_names_them_by_place() {
    BlockList<Linear> list = BlockList.of(3, i -> new Linear(i + 1, i + 2));
    assertThat(list.size()).isEqualTo(3);
    assertThat(list.get(2).weight().shape()).isEqualTo(Shape.of(4, 3));
    assertThat(list.namedParameters().keySet()).contains("0.weight", "2.bias");
    assertThat(list).hasSize(3);
  }

  @Test
  void defaults_give_type_and_source_of_first_values_and_do_not_leak() {
    Linear a = Defaults.with(DType.FLOAT64, new Generator(3), () -> new Linear(4, 5));
    Linear b = Defaults.with(DType.FLOAT64, new Generator(3), () -> new Linear(4, 5));
    assertThat(a.weight().dtype()).isEqualTo(DType.FLOAT64);
    assertThat(a.weight().toDoubles()).isEqualTo(b.weight().toDoubles());
    assertThat(a.weight().abs().max().item()).isLessThanOrEqualTo(0.5);
    assertThat(new Linear(1, 1).weight().dtype()).isEqualTo(DType.FLOAT32);
    assertThatThrownBy(() -> Defaults.with(DType.INT64, () -> null))
        .hasMessageStartingWith("only floating-point types");
  }

  @Test
  void the_summary_lists_blocks_shapes_and_parameters() {
    Linear frozen = new Linear(4, 2);
    frozen.requiresGrad(false);
    Sequential model = new Sequential(new Linear(1000, 4), frozen);
    assertThat(model.summary(Shape.of(8, 1000)).toString())
        .isEqualTo(
            """
            Layer        Output shape  Parameters
            -------------------------------------
            Sequential   [8, 2]                 -
              0: Linear  [8, 4]             4,004
              1: Linear  [8, 2]                10
            -------------------------------------
            4,014 parameters, 4,004 of them trained\
            """);
    assertThat(model.isTraining()).isTrue();
  }
}
