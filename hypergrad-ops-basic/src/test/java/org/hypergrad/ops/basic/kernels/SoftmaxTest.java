package org.hypergrad.ops.basic.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hypergrad.ops.basic.kernels.RandomOperands.forEachCase;
import static org.hypergrad.ops.basic.kernels.ScalarKernels.assertClose;

import java.util.Arrays;
import org.hypergrad.DType;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoftmaxTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32"})
  void probabilities_are_those_of_the_definition(DType dtype) {
    forEachCase(random -> {
      Operand x = random.tameInput(dtype, rows(random));
      assertClose(dtype, softmax(false, x), probabilities(x));
      double[] logarithms = Arrays.stream(probabilities(x)).map(Math::log).toArray();
      assertClose(dtype, softmax(true, x), logarithms);
    });
  }

  /// A shape of at least one dimension.
  private static Shape rows(RandomOperands random) {
    Shape shape = random.shape(4);
    return shape.rank() == 0 ? Shape.of(1) : shape;
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32"})
  void the_gradient_is_that_of_the_definition_in_any_layout(DType dtype) {
    forEachCase(random -> {
      Shape shape = rows(random);
      for (boolean log : new boolean[] {false, true}) {
        Operand g = random.tameInput(dtype, shape);
        Operand x = random.tameInput(dtype, shape);
        Operand y = random.output(dtype, shape);
        Operand out = random.output(dtype, shape);
        ScalarKernels.of(dtype).softmax(log, x.array(), x.layout(), y.array(), y.layout());

        ScalarKernels.of(dtype)
            .softmaxBackward(
                log, g.array(), g.layout(), y.array(), y.layout(), out.array(), out.layout());

        assertClose(dtype, out.elements(), gradient(log, g.elements(), y.elements(), shape));
      }
    });
  }

  private static double[] gradient(boolean log, double[] g, double[] y, Shape shape) {
    double[] result = new double[g.length];
    int columns = shape.size(-1);
    for (int row = 0; row < g.length; row += columns) {
      double sum = 0;
      for (int i = row; i < row + columns; i++) {
        sum += log ? g[i] : g[i] * y[i];
      }
      for (int i = row; i < row + columns; i++) {
        result[i] = log ? g[i] - Math.exp(y[i]) * sum : y[i] * (g[i] - sum);
      }
    }
    return result;
  }

  private static double[] softmax(boolean log, Operand x) {
    Operand out = Operand.zeros(x.dtype(), x.shape());
    ScalarKernels.of(x.dtype()).softmax(log, x.array(), x.layout(), out.array(), out.layout());
    return out.elements();
  }

  private static double[] probabilities(Operand x) {
    double[] powers = Arrays.stream(x.elements()).map(Math::exp).toArray();
    int columns = x.shape().rank() == 0 ? 1 : x.shape().size(-1);
    for (int row = 0; row < powers.length; row += columns) {
      double sum = Arrays.stream(powers, row, row + columns).sum();
      for (int i = row; i < row + columns; i++) {
        powers[i] /= sum;
      }
    }
    return powers;
  }

  @Test
  void huge_logits_do_not_overflow() {
    assertThat(softmax(false, 1000, 1000)).containsExactly(0.5, 0.5);
    assertThat(softmax(true, -1e5, 0)).containsExactly(-1e5, 0);
  }

  @Test
  void infinite_logits_give_what_pytorch_gives() {
    assertThat(softmax(false, -INFINITY, 0)).containsExactly(0, 1);
    assertThat(softmax(true, -INFINITY, 0)).containsExactly(-INFINITY, 0);
    for (boolean log : new boolean[] {false, true}) {
      assertThat(softmax(log, -INFINITY, -INFINITY)).containsExactly(NAN, NAN);
      assertThat(softmax(log, INFINITY, 0)).containsExactly(NAN, NAN);
      assertThat(softmax(log, NAN, 0)).containsExactly(NAN, NAN);
    }
  }

  private static double[] softmax(boolean log, double... x) {
    double[] out = new double[x.length];
    Layout row = Layout.contiguous(Shape.of(x.length));
    ScalarKernels.of(DType.FLOAT64).softmax(log, x, row, out, row);
    return out;
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT64", "FLOAT32"})
  void cross_entropy_is_the_weighted_log_probability_of_the_target_and_its_gradient_follows(
      DType dtype) {
    forEachCase(random -> {
      int rows = random.nextInt(7);
      int classes = 1 + random.nextInt(6);
      int ignoreIndex = random.nextBoolean() ? -100 : random.nextInt(classes);
      Operand x = random.tameInput(dtype, Shape.of(rows, classes));
      Operand target = random.indices(Shape.of(rows), classes);
      Operand weight = Operand.zeros(dtype, Shape.of(classes));
      weight.setAll(_ -> random.nextInt(5));
      boolean weighted = random.nextBoolean();
      Operand g = random.tameInput(dtype, Shape.of(rows));
      Operand logProbabilities = Operand.zeros(dtype, x.shape());
      Operand loss = Operand.zeros(dtype, g.shape());
      Operand gradient = Operand.zeros(dtype, x.shape());
      loss.setAll(_ -> 77);
      gradient.setAll(_ -> 77);

      ScalarKernels.of(dtype)
          .crossEntropy(
              x.array(),
              x.layout(),
              (long[]) target.array(),
              target.layout(),
              weighted ? weight.array() : null,
              ignoreIndex,
              logProbabilities.array(),
              loss.array());
      ScalarKernels.of(dtype)
          .crossEntropyBackward(
              g.array(),
              g.layout(),
              logProbabilities.array(),
              (long[]) target.array(),
              target.layout(),
              weighted ? weight.array() : null,
              ignoreIndex,
              gradient.array());

      double[] probabilities = probabilities(x);
      double[] expectedLoss = new double[rows];
      double[] expectedGradient = new double[rows * classes];
      for (int i = 0; i < rows; i++) {
        int label = (int) target.at(i);
        double factor = label == ignoreIndex ? 0 : weighted ? weight.at(label) : 1;
        expectedLoss[i] = -factor * Math.log(probabilities[i * classes + label]);
        for (int c = 0; c < classes; c++) {
          expectedGradient[i * classes + c] =
              g.at(i) * factor * (probabilities[i * classes + c] - (c == label ? 1 : 0));
        }
      }
      assertClose(dtype, logProbabilities.elements(), softmax(true, x));
      assertClose(dtype, loss.elements(), expectedLoss);
      assertClose(dtype, gradient.elements(), expectedGradient);
    });
  }

  @Test
  void ignored_rows_are_zero_even_where_the_logits_are_infinite() {
    double[] logProbabilities = new double[2];
    double[] loss = {77};
    double[] gradient = {77, 77};
    Layout one = Layout.contiguous(Shape.of(1));
    long[] target = {1};
    var kernels = ScalarKernels.of(DType.FLOAT64);

    kernels.crossEntropy(
        new double[] {INFINITY, 0},
        Layout.contiguous(Shape.of(1, 2)),
        target,
        one,
        null,
        1,
        logProbabilities,
        loss);
    kernels.crossEntropyBackward(
        new double[] {1}, one, logProbabilities, target, one, null, 1, gradient);

    assertThat(loss).containsExactly(0);
    assertThat(gradient).containsExactly(0, 0);
  }
}
