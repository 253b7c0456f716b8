package org.hypergrad.kernels.vector;

import static org.hypergrad.kernels.vector.Widening.load;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The inner product of lines of float64, added up in the lanes of four vectors.
final class Float64Dot {
  private static final VectorSpecies<Double> SPECIES = Widening.SPECIES;
  private static final int LANES = SPECIES.length();

  private Float64Dot() {}

  /// out\[to\] += the sum of x\[xi + i\]·y\[yi + i\] over i < n
  static void addDot(int n, double[] x, int xi, double[] y, int yi, double[] out, int to) {
    DoubleVector a = DoubleVector.zero(SPECIES);
    DoubleVector b = a;
    DoubleVector c = a;
    DoubleVector d = a;
    int i = 0;
    for (; i <= n - 4 * LANES; i += 4 * LANES) {
      a = load(x, xi + i).fma(load(y, yi + i), a);
      b = load(x, xi + i + LANES).fma(load(y, yi + i + LANES), b);
      c = load(x, xi + i + 2 * LANES).fma(load(y, yi + i + 2 * LANES), c);
      d = load(x, xi + i + 3 * LANES).fma(load(y, yi + i + 3 * LANES), d);
    }
    for (; i <= n - LANES; i += LANES) {
      a = load(x, xi + i).fma(load(y, yi + i), a);
    }
    double sum = out[to];
    for (double lane : a.add(b).add(c.add(d)).toArray()) { // reduceLanes(ADD) promises no order
      sum += lane;
    }
    for (; i < n; i++) {
      sum += x[xi + i] * y[yi + i];
    }
    out[to] = sum;
  }
}
