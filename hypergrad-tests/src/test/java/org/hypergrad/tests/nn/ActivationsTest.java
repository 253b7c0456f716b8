package org.hypergrad.tests.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.CELU;
import org.hypergrad.nn.Defaults;
import org.hypergrad.nn.ELU;
import org.hypergrad.nn.GELU;
import org.hypergrad.nn.GLU;
import org.hypergrad.nn.Hardshrink;
import org.hypergrad.nn.Hardsigmoid;
import org.hypergrad.nn.Hardswish;
import org.hypergrad.nn.Hardtanh;
import org.hypergrad.nn.LeakyReLU;
import org.hypergrad.nn.LogSigmoid;
import org.hypergrad.nn.LogSoftmax;
import org.hypergrad.nn.Mish;
import org.hypergrad.nn.PReLU;
import org.hypergrad.nn.ReLU;
import org.hypergrad.nn.ReLU6;
import org.hypergrad.nn.SELU;
import org.hypergrad.nn.SiLU;
import org.hypergrad.nn.Sigmoid;
import org.hypergrad.nn.Softmax;
import org.hypergrad.nn.Softmin;
import org.hypergrad.nn.Softplus;
import org.hypergrad.nn.Softshrink;
import org.hypergrad.nn.Softsign;
import org.hypergrad.nn.Tanh;
import org.hypergrad.nn.Tanhshrink;
import org.hypergrad.nn.Threshold;
import org.junit.jupiter.api.Test;

class ActivationsTest {
  @Test
  void activations_print_as_in_pytorch() {
    List<Block> blocks =
        List.of(
            new ReLU(),
            new ReLU6(),
            new Tanh(),
            new Sigmoid(),
            new LogSigmoid(),
            new SiLU(),
            new Mish(),
            new SELU(),
            new Hardsigmoid(),
            new Hardswish(),
            new Softsign(),
            new Tanhshrink(),
            new LeakyReLU(),
            new PReLU(),
            new ELU(),
            new CELU(2),
            new GELU(),
            new GELU("tanh"),
            new Softplus(),
            new Hardtanh(),
            new Hardshrink(),
            new Softshrink(1e-6),
            new Threshold(0.1, 20),
            new GLU(),
            new Softmax(1),
            new LogSoftmax(-1),
            new Softmin(0));
    assertThat(blocks)
        .extracting(Block::toString)
        .containsExactly(
            "ReLU()",
            "ReLU6()",
            "Tanh()",
            "Sigmoid()",
            "LogSigmoid()",
            "SiLU()",
            "Mish()",
            "SELU()",
            "Hardsigmoid()",
            "Hardswish()",
            "Softsign()",
            "Tanhshrink()",
            "LeakyReLU(negative_slope=0.01)",
            "PReLU(num_parameters=1)",
            "ELU(alpha=1.0)",
            "CELU(alpha=2.0)",
            "GELU(approximate='none')",
            "GELU(approximate='tanh')",
            "Softplus(beta=1.0, threshold=20.0)",
            "Hardtanh(min_val=-1.0, max_val=1.0)",
            "Hardshrink(0.5)",
            "Softshrink(1e-06)",
            "Threshold(threshold=0.1, value=20.0)",
            "GLU(dim=-1)",
            "Softmax(dim=1)",
            "LogSoftmax(dim=-1)",
            "Softmin(dim=0)");
  }

  @Test
  void what_saturates_does_so_without_overflow() {
    Tensor x = Tensor.of(-1000.0, 1000.0).requiresGrad(true);
    assertThatTensor(new LogSigmoid().apply(x)).hasValues(-1000, 0);
    assertThatTensor(new Softplus().apply(x)).hasValues(0, 1000);
    assertThatTensor(new Mish().apply(x)).hasValues(0, 1000);
    assertThatTensor(new SiLU().apply(x)).hasValues(0, 1000);
    new LogSigmoid().apply(x).sum().backward();
    assertThatTensor(x.grad()).hasValues(1, 0);
  }

  @Test
  void the_slopes_of_a_prelu_are_learned_one_for_each_channel() {
    PReLU one = Defaults.with(DType.FLOAT64, () -> new PReLU());
    Tensor x = Tensor.of(new double[][] {{-1, 2}, {-3, -4}});
    assertThatTensor(one.apply(x)).hasValues(-0.25, 2, -0.75, -1);
    PReLU two = Defaults.with(DType.FLOAT64, () -> new PReLU(2, 0.5));
    two.apply(x).sum().backward();
    assertThatTensor(two.weight().grad()).hasValues(-4, -4);
    PReLU three = Defaults.with(DType.FLOAT64, () -> new PReLU(3, 0.5));
    assertThatThrownBy(() -> three.apply(x))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Found parameter numbers = 3 and channel size = 2.");
  }

  @Test
  void what_cannot_be_is_refused() {
    Tensor x = Tensor.of(1.0, 2.0, 3.0);
    assertThatThrownBy(() -> new GLU().apply(x))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Halving dimension must be even, but dimension -1 is size 3");
    assertThatThrownBy(() -> new CELU(0).apply(x))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("alpha cannot be 0 for CELU");
    assertThatThrownBy(() -> new Softshrink(-1).apply(x))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lambda must be greater or equal to 0");
    assertThatThrownBy(() -> new GELU("roughly").apply(x))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("approximate argument must be either none or tanh");
  }
}
