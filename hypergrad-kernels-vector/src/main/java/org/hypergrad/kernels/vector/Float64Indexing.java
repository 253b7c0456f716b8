package org.hypergrad.kernels.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.hypergrad.Layout;
import org.hypergrad.spi.Loops;

/// Reading float64 elements at places that an index names, and adding to such places.
///
/// Where the index is the same for a whole line, as in the rows of an embedding, the line is copied
/// or added as a whole:
///
/// ```
///   index 2:   [ . . . . ]        index   [ 2 0 0 1 ]
///              [ . . . . ]                  | | | |
///           -> [ . . . . ]                  v v v v     elsewhere, element by element
/// ```
final class Float64Indexing {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Float64Indexing() {}

  /// out\[..i..\] = x\[..index\[..i..\]..\] along `dim`.
  static void gather(
      double[] x, Layout xl, int dim, long[] index, Layout il, double[] out, Layout ol) {
    int stride = Lines.stride(xl, dim);
    Loops.Inner loop =
        (n, start, step) -> {
          if (step[1] == 0) {
            int from = start[0] + (int) index[start[1]] * stride;
            Float64Copy.line(n, x, from, step[0], out, start[2], step[2]);
          } else if (step[0] == 0 && stride == 1 && step[1] == 1 && step[2] == 1) {
            look(n, x, start[0], index, start[1], out, start[2]);
          } else {
            look(n, x, start[0], step[0], stride, index, start[1], step[1], out, start[2], step[2]);
          }
        };
    ParallelLoops.run(() -> loop, Lines.starts(xl, dim, il.shape()), il, ol);
  }

  private static void look(
      int n, double[] x, int from, long[] index, int at, double[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + i] = x[from + (int) index[at + i]];
    }
  }

  private static void look(
      int n,
      double[] x,
      int from,
      int fromStep,
      int stride,
      long[] index,
      int at,
      int atStep,
      double[] out,
      int to,
      int toStep) {
    for (int i = 0; i < n; i++) {
      int along = (int) index[at + i * atStep];
      out[to + i * toStep] = x[from + i * fromStep + along * stride];
    }
  }

  /// out\[..index\[..i..\]..\] += x\[..i..\] along `dim`. Threads share the other dimensions, so
  /// that each element is added to by one of them, in the order of the index.
  static void scatterAdd(
      double[] x, Layout xl, int dim, long[] index, Layout il, double[] out, Layout ol) {
    int stride = Lines.stride(ol, dim);
    ParallelLoops.runAcross(
        dim, () -> added(x, index, out, stride), xl, il, Lines.starts(ol, dim, xl.shape()));
  }

  private static Loops.Inner added(double[] x, long[] index, double[] out, int stride) {
    Float64Operand addend = new Float64Operand(x);
    return (n, start, step) -> {
      if (step[1] == 0 && step[2] == 1) {
        int to = start[2] + (int) index[start[1]] * stride;
        int length;
        for (int i = 0; i < n; i += length) {
          length = Float64Operand.piece(n - i, step);
          addend.read(start[0] + i * step[0], step[0], length);
          add(length, addend.values(), addend.at(), out, to + i);
        }
      } else if (step[0] == 1 && step[1] == 1 && step[2] == 0 && stride == 1) {
        add(n, x, start[0], index, start[1], out, start[2]);
      } else {
        add(n, x, start[0], step[0], index, start[1], step[1], stride, out, start[2], step[2]);
      }
    };
  }

  private static void add(int n, double[] x, int from, double[] out, int to) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      load(out, to + i).add(load(x, from + i)).intoArray(out, to + i);
    }
    for (; i < n; i++) {
      out[to + i] += x[from + i];
    }
  }

  private static void add(int n, double[] x, int from, long[] index, int at, double[] out, int to) {
    for (int i = 0; i < n; i++) {
      out[to + (int) index[at + i]] += x[from + i];
    }
  }

  private static void add(
      int n,
      double[] x,
      int from,
      int fromStep,
      long[] index,
      int at,
      int atStep,
      int stride,
      double[] out,
      int to,
      int toStep) {
    for (int i = 0; i < n; i++) {
      int along = (int) index[at + i * atStep];
      out[to + i * toStep + along * stride] += x[from + i * fromStep];
    }
  }

  private static DoubleVector load(double[] array, int at) {
    return DoubleVector.fromArray(SPECIES, array, at);
  }
}
