package org.hypergrad.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.Random;
import org.hypergrad.DType;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.spi.Kernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SoftmaxTest {
  private static final DType[] FLOATING = {DType.FLOAT32, DType.FLOAT64};
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static <A> double[] softmax(boolean log, Strided<A> x) {
    double[] room = new double[x.layout().numel()];
    return softmax(log, x, Strided.contiguous(x.dtype(), x.layout().shape(), room));
  }

  private static <A> double[] softmax(boolean log, Strided<A> x, Strided<A> out) {
    Kernels<A> kernels = Alone.kernels(x.dtype());
    kernels.softmax(log, x.array(), x.layout(), out.array(), out.layout());
    out.assertGapsUntouched();
    return out.values();
  }

  private static double[] defined(boolean log, double[] x, int columns) {
    double[] result = new double[x.length];
    for (int row = 0; row < x.length; row += columns) {
      double max = Double.NEGATIVE_INFINITY;
      for (int i = row; i < row + columns; i++) {
        max = Math.max(max, x[i]);
      }
      double sum = 0;
      for (int i = row; i < row + columns; i++) {
        sum += Math.exp(x[i] - max);
      }
      for (int i = row; i < row + columns; i++) {
        result[i] = log ? x[i] - max - Math.log(sum) : Math.exp(x[i] - max) / sum;
      }
    }
    return result;
  }

  private static void assertClose(DType dtype, double[] actual, double[] expected, String what) {
    double unit = dtype == DType.FLOAT32 ? Math.ulp(1f) : Math.ulp(1.0);
    for (int i = 0; i < expected.length; i++) {
      double allowed = 64 * unit * Math.max(1, Math.abs(expected[i]));
      if (Math.abs(actual[i] - expected[i]) > allowed && !Precision.same(actual[i], expected[i])) {
        fail("%s, not %s, at %d; %s", actual[i], expected[i], i, what);
      }
    }
  }

  @ParameterizedTest
  @FieldSource("FLOATING")
  void rows_of_every_length_up_to_70_in_any_layout(DType dtype) {
    for (int columns = 1; columns <= 70; columns++) {
      Random random = new Random(columns);
      Shape shape = Shape.of(1 + random.nextInt(3), 1 + random.nextInt(40), columns);
      inAnyLayout(dtype, shape, random);
    }
  }

  private static <A> void inAnyLayout(DType dtype, Shape shape, Random random) {
    Strided<A> x = Strided.broadcast(dtype, shape, random, () -> random.nextGaussian() * 5);
    Strided<A> g = Strided.broadcast(dtype, shape, random, random::nextGaussian);
    for (boolean log : new boolean[] {false, true}) {
      String what = shape + ", log " + log;
      double[] expected = defined(log, x.values(), shape.size(-1));
      assertClose(dtype, softmax(log, x), expected, what);
      Strided<A> y = Strided.random(dtype, shape, random, () -> 0);
      assertClose(dtype, softmax(log, x, y), expected, what + ", any layout of the result");
      Strided<A> gradient = Strided.random(dtype, shape, random, () -> 0);
      double[] expectedGradient = gradient(log, g.values(), y.values(), shape.size(-1));
      assertClose(dtype, backward(log, g, y, gradient), expectedGradient, what + ", gradient");
    }
  }

  private static <A> double[] backward(
      boolean log, Strided<A> g, Strided<A> y, Strided<A> gradient) {
    Kernels<A> kernels = Alone.kernels(y.dtype());
    kernels.softmaxBackward(
        log, g.array(), g.layout(), y.array(), y.layout(), gradient.array(), gradient.layout());
    gradient.assertGapsUntouched();
    return gradient.values();
  }

  private static double[] gradient(boolean log, double[] g, double[] y, int columns) {
    double[] result = new double[g.length];
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

  @ParameterizedTest
  @FieldSource("FLOATING")
  void many_lines_and_long_ones_across(DType dtype) {
    inAnyLayout(dtype, Shape.of(1500, 10), new Random(1));
    inAnyLayout(dtype, Shape.of(7, 301, 65), new Random(2));
    for (boolean log : new boolean[] {false, true}) {
      across(dtype, log, 5000, 37);
      across(dtype, log, 300, 130);
    }
  }

  private static <A> void across(DType dtype, boolean log, int length, int lines) {
    Random random = new Random(length);
    double[] logits = random.doubles(length * lines, -9, 9).toArray();
    Strided<A> rows = Strided.contiguous(dtype, Shape.of(length, lines), logits);
    Strided<A> x = new Strided<>(dtype, rows.array(), rows.layout().transpose(0, 1));
    Strided<A> room =
        Strided.contiguous(dtype, Shape.of(length, lines), new double[length * lines]);
    Strided<A> out = new Strided<>(dtype, room.array(), room.layout().transpose(0, 1));
    double[] expected = defined(log, x.values(), length);
    assertClose(dtype, softmax(log, x, out), expected, lines + " across " + length);
  }

  @ParameterizedTest
  @FieldSource("FLOATING")
  void rows_longer_than_a_block(DType dtype) {
    Random random = new Random(1);
    Strided<?> x =
        Strided.contiguous(dtype, Shape.of(3, 5003), random.doubles(15009, -9, 9).toArray());
    assertClose(dtype, softmax(false, x), defined(false, x.values(), 5003), "softmax");
    assertClose(dtype, softmax(true, x), defined(true, x.values(), 5003), "log-softmax");
  }

  @Test
  void infinite_logits_give_what_pytorch_gives() {
    for (boolean log : new boolean[] {false, true}) {
      for (double[] row :
          new double[][] {{-INFINITY, 0}, {-INFINITY, -INFINITY}, {INFINITY, 0}, {Double.NaN, 0}}) {
        for (DType dtype : FLOATING) {
          for (int columns : new int[] {2, 19, 100}) {
            double[] padded = new double[columns];
            Arrays.fill(padded, row[0]);
            padded[columns - 1] = row[1];
            assertClose(
                dtype,
                softmax(log, Strided.contiguous(dtype, padded)),
                defined(log, padded, columns),
                "row of " + row[0]);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @FieldSource("FLOATING")
  void cross_entropy_and_its_gradient(DType dtype) {
    for (int classes : new int[] {1, 2, 10, 33, 5000}) {
      for (boolean weighted : new boolean[] {false, true}) {
        crossEntropy(dtype, classes, weighted);
      }
    }
  }

  private static <A> void crossEntropy(DType dtype, int classes, boolean weighted) {
    Random random = new Random(classes);
    int rows = 23;
    int ignored = -100;
    Strided<A> x =
        Strided.random(dtype, Shape.of(rows, classes), random, () -> random.nextGaussian() * 3);
    long[] target = random.longs(rows, 0, classes).toArray();
    target[4] = ignored;
    Layout tl = Layout.contiguous(Shape.of(rows));
    Strided<A> weight = Strided.contiguous(dtype, random.doubles(classes).toArray());
    Strided<A> g = Strided.contiguous(dtype, random.doubles(rows, -1, 1).toArray());
    Strided<A> logProbabilities = Strided.contiguous(dtype, new double[rows * classes]);
    Strided<A> losses = Strided.contiguous(dtype, new double[rows]);
    Strided<A> gradient = Strided.contiguous(dtype, new double[rows * classes]);
    Kernels<A> kernels = Alone.kernels(dtype);
    A weights = weighted ? weight.array() : null;
    kernels.crossEntropy(
        x.array(),
        x.layout(),
        target,
        tl,
        weights,
        ignored,
        logProbabilities.array(),
        losses.array());
    kernels.crossEntropyBackward(
        g.array(), tl, logProbabilities.array(), target, tl, weights, ignored, gradient.array());

    double[] expected = defined(true, x.values(), classes);
    assertClose(dtype, logProbabilities.values(), expected, classes + " classes");
    double[] expectedLosses = new double[rows];
    double[] expectedGradient = new double[rows * classes];
    for (int i = 0; i < rows; i++) {
      int label = (int) target[i];
      if (label == ignored) {
        continue;
      }
      double factor = weighted ? weight.values()[label] : 1;
      expectedLosses[i] = -factor * expected[i * classes + label];
      for (int c = 0; c < classes; c++) {
        double probability = Math.exp(expected[i * classes + c]);
        expectedGradient[i * classes + c] =
            g.values()[i] * factor * (probability - (c == label ? 1 : 0));
      }
    }
    assertClose(dtype, losses.values(), expectedLosses, classes + " classes, losses");
    assertClose(dtype, gradient.values(), expectedGradient, classes + " classes, gradient");
    assertThat(losses.values()[4]).isZero();
  }
}
