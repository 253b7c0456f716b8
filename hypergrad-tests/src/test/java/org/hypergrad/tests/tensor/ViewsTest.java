package org.hypergrad.tests.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hypergrad.DType;
import org.hypergrad.GradMode;
import org.hypergrad.Index;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.junit.jupiter.api.Test;

/// Which operations show the elements of another tensor, and which copy them.
class ViewsTest {
  private static final Map<String, UnaryOperator<Tensor>> VIEWS = new LinkedHashMap<>();

  static {
    VIEWS.put("view", x -> x.view(3, 2));
    VIEWS.put("reshape", x -> x.reshape(6));
    VIEWS.put("flatten", Tensor::flatten);
    VIEWS.put("t", Tensor::t);
    VIEWS.put("transpose", x -> x.transpose(0, 1));
    VIEWS.put("permute", x -> x.permute(1, 0));
    VIEWS.put("squeeze", Tensor::squeeze);
    VIEWS.put("unsqueeze", x -> x.unsqueeze(1));
    VIEWS.put("expand", x -> x.expand(4, 2, 3));
    VIEWS.put("select", x -> x.select(1, 0));
    VIEWS.put("slice", x -> x.slice(1, 0, 3, 2));
    VIEWS.put("narrow", x -> x.narrow(0, 0, 1));
    VIEWS.put("get", x -> x.get(0));
    VIEWS.put("get(...)", x -> x.get(Index.ellipsis()));
    VIEWS.put("get(:, None)", x -> x.get(Index.all(), Index.newAxis()));
    VIEWS.put("split", x -> x.split(1, 0).get(0));
    VIEWS.put("chunk", x -> x.chunk(3, 1).get(0));
    VIEWS.put("detach", Tensor::detach);
    VIEWS.put("view of a view", x -> x.t().slice(0, 0, 2, 1).unsqueeze(0));
  }

  private static final Map<String, UnaryOperator<Tensor>> COPIES =
      Map.of(
          "clone", Tensor::clone,
          "add", x -> x.add(0.0),
          "indexSelect", x -> x.indexSelect(0, Tensor.of(0L, 1L)),
          "get of a tensor", x -> x.get(Index.of(Tensor.of(0L))),
          "reshape of a transposed", x -> x.t().reshape(6),
          "contiguous of a transposed", x -> x.t().contiguous(),
          "cat", x -> Tensor.cat(List.of(x), 0),
          "to another type", x -> x.to(DType.FLOAT32));

  private static Tensor matrix() {
    return Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
  }

  @Test
  void a_view_shares_elements_and_version() {
    VIEWS.forEach((name, operation) -> {
      Tensor x = matrix();
      Tensor view = operation.apply(x);
      assertThat(view.storage()).as(name).isSameAs(x.storage());
      x.add_(10.0);
      assertThat(view.toDoubles()[0]).as(name).isEqualTo(11);
      assertThat(view.version()).as(name).isEqualTo(1);
      view.get(new int[view.rank()]).fill_(-1);
      assertThat(x.get(0, 0).item()).as(name).isEqualTo(-1);
      assertThat(x.version()).as(name).isEqualTo(2);
    });
  }

  @Test
  void a_copy_shares_neither() {
    COPIES.forEach((name, operation) -> {
      Tensor x = matrix();
      Tensor copy = operation.apply(x);
      double before = copy.toDoubles()[0];
      x.fill_(100);
      assertThat(copy.storage()).as(name).isNotSameAs(x.storage());
      assertThat(copy.toDoubles()[0]).as(name).isEqualTo(before);
      assertThat(copy.version()).as(name).isZero();
    });
  }

  @Test
  void a_view_of_a_number_shares_it_too() {
    Tensor number = Tensor.scalar(3.0);
    Tensor view = number.view(1, 1);
    Tensor detached = number.detach();
    number.add_(1.0);
    assertThatTensor(view).hasShape(1, 1).hasValues(4);
    assertThatTensor(detached).hasValues(4);
    view.mul_(2.0);
    assertThat(number.item()).isEqualTo(8);
    assertThat(number.number()).isEqualTo(8);
    assertThat(number.version()).isEqualTo(2);
  }

  @Test
  void a_write_through_a_view_meets_the_right_elements() {
    Tensor x = Tensor.zeros(DType.FLOAT64, Shape.of(3, 4));
    x.t().slice(0, 1, 4, 2).slice(1, 0, 2, 1).copy_(Tensor.of(new double[][] {{1, 2}, {3, 4}}));
    assertThatTensor(x).hasValues(0, 1, 0, 3, 0, 2, 0, 4, 0, 0, 0, 0);
  }

  @Test
  void operations_that_have_nothing_to_do_give_the_tensor_itself() {
    Tensor x = matrix();
    assertThat(x.contiguous()).isSameAs(x);
    assertThat(x.to(DType.FLOAT64)).isSameAs(x);
    assertThat(x.sumTo(Shape.of(2, 3))).isSameAs(x);
  }

  @Test
  void a_view_needs_fitting_strides_and_sizes() {
    Tensor x = matrix();
    assertThatThrownBy(() -> x.t().view(6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("view size is not compatible with input tensor's size and stride");
    assertThatThrownBy(() -> x.view(4, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shape '[4, 2]' is invalid for input of size 6");
    assertThatThrownBy(() -> x.view(-1, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("only one dimension can be inferred");
    assertThatThrownBy(() -> x.view(-1, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shape '[-1, 4]' is invalid for input of size 6");
    assertThatTensor(x.view(-1, 2)).hasShape(3, 2);
    assertThatTensor(Tensor.zeros(0, 3).view(5, 0)).hasShape(5, 0);
  }

  @Test
  void a_view_of_a_recorded_tensor_has_a_history_of_its_own() {
    Tensor x = matrix().requiresGrad(true);
    assertThat(x.t().gradFn().name()).isEqualTo("TBackward0");
    assertThat(GradMode.off(() -> x.t()).requiresGrad()).isFalse();
    x.t().select(0, 1).mul(Tensor.of(10.0, 20.0)).sum().backward();
    assertThatTensor(x.grad()).hasValues(0, 10, 0, 0, 20, 0);
  }
}
