// Generated from Float64SoftmaxAbreast.java by DeriveVectorKernels; do not edit.
package org.hypergrad.kernels.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.hypergrad.Layout;
import org.hypergrad.spi.UnaryOp;

/// Softmax of float32, and its gradient, of lines abreast: the steps that [Float32Softmax] takes
/// with one line, row by row of a tile.
///
/// Some rows are added up by themselves before they join the others, so that rounding errors hardly
/// grow with the length of the lines.
final class Float32SoftmaxAbreast {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// How many rows are added up by themselves.
  private static final int SOME = 64;

  private Float32SoftmaxAbreast() {}

  /// Softmax, or its logarithm, along the last dimension.
  static void softmax(boolean log, float[] x, Layout xl, float[] out, Layout ol) {
    Float32Abreast.run(
        (width, tiles) -> softmax(log, width, tiles[0], tiles[1]), new float[][] {x, out}, xl, ol);
  }

  private static void softmax(boolean log, int width, Float32Matrix x, Float32Matrix out) {
    int length = x.rows();
    float[] max = new float[width];
    Arrays.fill(max, Float.NEGATIVE_INFINITY);
    rows(0, length, max, (i, most) -> raise(most, x.array(), x.place(i, 0)));
    if (log) {
      float[] sums =
          sums(length, width, (i, some) -> addPowers(x.array(), x.place(i, 0), max, some));
      Float32Unary.run(UnaryOp.LOG, sums, 0, sums, 0, width);
      rows(
          0,
          length,
          sums,
          (i, logarithms) ->
              subtract(x.array(), x.place(i, 0), max, logarithms, out.array(), out.place(i, 0)));
    } else {
      float[] sums =
          sums(
              length,
              width,
              (i, some) ->
                  powers(x.array(), x.place(i, 0), max, out.array(), out.place(i, 0), some));
      Float32Unary.run(UnaryOp.RECIPROCAL, sums, 0, sums, 0, width);
      rows(0, length, sums, (i, factors) -> multiply(out.array(), out.place(i, 0), factors));
    }
  }

  /// The gradient of softmax with the result y, or of its logarithm.
  static void softmaxBackward(
      boolean log, float[] g, Layout gl, float[] y, Layout yl, float[] out, Layout ol) {
    Float32Abreast.run(
        (width, tiles) -> backward(log, width, tiles[0], tiles[1], tiles[2]),
        new float[][] {g, y, out},
        gl,
        yl,
        ol);
  }

  private static void backward(
      boolean log, int width, Float32Matrix g, Float32Matrix y, Float32Matrix out) {
    int length = g.rows();
    if (log) {
      float[] sums = sums(length, width, (i, some) -> add(g.array(), g.place(i, 0), some));
      rows(
          0,
          length,
          sums,
          (i, all) ->
              withoutShare(
                  g.array(),
                  g.place(i, 0),
                  all,
                  y.array(),
                  y.place(i, 0),
                  out.array(),
                  out.place(i, 0)));
    } else {
      float[] means =
          sums(
              length,
              width,
              (i, some) -> addProducts(g.array(), g.place(i, 0), y.array(), y.place(i, 0), some));
      rows(
          0,
          length,
          means,
          (i, all) ->
              aboveMean(
                  g.array(),
                  g.place(i, 0),
                  all,
                  y.array(),
                  y.place(i, 0),
                  out.array(),
                  out.place(i, 0)));
    }
  }

  /// Does something with row `i` and a number for each lane.
  @FunctionalInterface
  private interface Row {
    void run(int i, float[] numbers);
  }

  /// The one place where all loops over a row are called, so that the compiler compiles each by
  /// itself, for the reason that [Float32Unary] has.
  private static void rows(int from, int to, float[] numbers, Row row) {
    for (int i = from; i < to; i++) {
      row.run(i, numbers);
    }
  }

  private static float[] sums(int length, int width, Row row) {
    float[] sums = new float[width];
    float[] some = new float[width];
    for (int first = 0; first < length; first += SOME) {
      Arrays.fill(some, 0);
      rows(first, Math.min(first + SOME, length), some, row);
      add(some, 0, sums);
    }
    return sums;
  }

  private static FloatVector load(float[] array, int at) {
    return FloatVector.fromArray(SPECIES, array, at);
  }

  // ---- what is done with a row; loops load first, for the reason that Float32Slopes has

  private static void add(float[] x, int xi, float[] sums) {
    for (int i = 0; i < sums.length; i += LANES) {
      load(sums, i).add(load(x, xi + i)).intoArray(sums, i);
    }
  }

  /// sums += a·b
  private static void addProducts(float[] a, int ai, float[] b, int bi, float[] sums) {
    for (int i = 0; i < sums.length; i += LANES) {
      load(a, ai + i).fma(load(b, bi + i), load(sums, i)).intoArray(sums, i);
    }
  }

  /// max = the larger of max and x
  private static void raise(float[] max, float[] x, int xi) {
    for (int i = 0; i < max.length; i += LANES) {
      load(max, i).max(load(x, xi + i)).intoArray(max, i);
    }
  }

  /// out = e^(x − max), which is added to sums.
  private static void powers(float[] x, int xi, float[] max, float[] out, int oi, float[] sums) {
    for (int i = 0; i < sums.length; i += LANES) {
      FloatVector sum = load(sums, i);
      FloatVector power = Float32Functions.expOfNegative(load(x, xi + i).sub(load(max, i)));
      power.intoArray(out, oi + i);
      sum.add(power).intoArray(sums, i);
    }
  }

  /// sums += e^(x − max)
  private static void addPowers(float[] x, int xi, float[] max, float[] sums) {
    for (int i = 0; i < sums.length; i += LANES) {
      FloatVector sum = load(sums, i);
      FloatVector power = Float32Functions.expOfNegative(load(x, xi + i).sub(load(max, i)));
      sum.add(power).intoArray(sums, i);
    }
  }

  private static void multiply(float[] out, int oi, float[] factors) {
    for (int i = 0; i < factors.length; i += LANES) {
      load(out, oi + i).mul(load(factors, i)).intoArray(out, oi + i);
    }
  }

  /// out = x − max − logarithms
  private static void subtract(
      float[] x, int xi, float[] max, float[] logarithms, float[] out, int oi) {
    for (int i = 0; i < max.length; i += LANES) {
      load(x, xi + i).sub(load(max, i)).sub(load(logarithms, i)).intoArray(out, oi + i);
    }
  }

  /// out = g − eʸ·sums
  private static void withoutShare(
      float[] g, int gi, float[] sums, float[] y, int yi, float[] out, int oi) {
    for (int i = 0; i < sums.length; i += LANES) {
      FloatVector gradient = load(g, gi + i);
      FloatVector sum = load(sums, i);
      FloatVector share = Float32Functions.expOfNegative(load(y, yi + i)).mul(sum);
      gradient.sub(share).intoArray(out, oi + i);
    }
  }

  /// out = y·(g − means)
  private static void aboveMean(
      float[] g, int gi, float[] means, float[] y, int yi, float[] out, int oi) {
    for (int i = 0; i < means.length; i += LANES) {
      load(g, gi + i).sub(load(means, i)).mul(load(y, yi + i)).intoArray(out, oi + i);
    }
  }
}
