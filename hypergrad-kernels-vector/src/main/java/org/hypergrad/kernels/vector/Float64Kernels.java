package org.hypergrad.kernels.vector;

import org.hypergrad.Layout;
import org.hypergrad.spi.AdamStep;
import org.hypergrad.spi.BinaryOp;
import org.hypergrad.spi.CompareOp;
import org.hypergrad.spi.Kernels;
import org.hypergrad.spi.ReduceOp;
import org.hypergrad.spi.RmspropStep;
import org.hypergrad.spi.SgdStep;
import org.hypergrad.spi.UnaryOp;

/// The vector kernels of float64. What is absent here, and what is too short for vectors, goes to
/// the next provider.
final class Float64Kernels implements Kernels<double[]> {
  private final Kernels<double[]> next;

  /// Kernels in front of `next`, which may be null.
  Float64Kernels(Kernels<double[]> next) {
    this.next = next;
  }

  @Override
  public Kernels<double[]> next() {
    return next;
  }

  @Override
  public String provider() {
    return VectorKernelProvider.NAME;
  }

  private boolean isSmall(Layout... operands) {
    return next != null
        && (operands[0].numel() < VectorKernelProvider.FROM
            || Lines.areShort(Float64Operand.LANES, operands));
  }

  @Override
  public void unary(
      UnaryOp op, double p, double q, double[] x, Layout xl, double[] out, Layout ol) {
    if (!Float64Unary.computes(op) || isSmall(xl, ol)) {
      Kernels.super.unary(op, p, q, x, xl, out, ol);
    } else {
      Float64Unary.run(op, p, q, x, xl, out, ol);
    }
  }

  @Override
  public void binary(
      BinaryOp op,
      double p,
      double q,
      double[] a,
      Layout al,
      double[] b,
      Layout bl,
      double[] out,
      Layout ol) {
    if (Float64Binary.computes(op) && !isSmall(al, bl, ol)) {
      Float64Binary.run(op, a, al, b, bl, out, ol);
    } else if (Float64Slopes.computes(op) && !isSmall(al, bl, ol)) {
      Float64Slopes.run(op, p, q, a, al, b, bl, out, ol);
    } else {
      Kernels.super.binary(op, p, q, a, al, b, bl, out, ol);
    }
  }

  @Override
  public void compare(
      CompareOp op, double[] a, Layout al, double[] b, Layout bl, boolean[] out, Layout ol) {
    if (isSmall(al, bl, ol)) {
      Kernels.super.compare(op, a, al, b, bl, out, ol);
    } else {
      Float64Selection.compare(op, a, al, b, bl, out, ol);
    }
  }

  @Override
  public void where(
      boolean[] condition,
      Layout cl,
      double[] a,
      Layout al,
      double[] b,
      Layout bl,
      double[] out,
      Layout ol) {
    if (isSmall(cl, al, bl, ol)) {
      Kernels.super.where(condition, cl, a, al, b, bl, out, ol);
    } else {
      Float64Selection.where(condition, cl, a, al, b, bl, out, ol);
    }
  }

  @Override
  public void copy(double[] x, Layout xl, double[] out, Layout ol) {
    if (next != null && xl.numel() < VectorKernelProvider.FROM) {
      Kernels.super.copy(x, xl, out, ol);
    } else {
      Float64Copy.copy(x, xl, out, ol);
    }
  }

  @Override
  public void reduce(ReduceOp op, double[] x, Layout xl, int kept, double[] out) {
    if (next != null && xl.numel() < VectorKernelProvider.FROM) {
      Kernels.super.reduce(op, x, xl, kept, out);
    } else {
      Float64Reductions.reduce(op, x, xl, kept, out);
    }
  }

  @Override
  public void argReduce(ReduceOp op, double[] x, Layout xl, int kept, long[] out) {
    if (next != null && xl.numel() < VectorKernelProvider.FROM) {
      Kernels.super.argReduce(op, x, xl, kept, out);
    } else {
      Float64Places.argReduce(op, x, xl, kept, out);
    }
  }

  @Override
  public void gather(
      double[] x, Layout xl, int dim, long[] index, Layout il, double[] out, Layout ol) {
    if (next != null && ol.numel() < VectorKernelProvider.FROM) {
      Kernels.super.gather(x, xl, dim, index, il, out, ol);
    } else {
      Float64Indexing.gather(x, xl, dim, index, il, out, ol);
    }
  }

  @Override
  public void scatterAdd(
      double[] x, Layout xl, int dim, long[] index, Layout il, double[] out, Layout ol) {
    if (next != null && xl.numel() < VectorKernelProvider.FROM) {
      Kernels.super.scatterAdd(x, xl, dim, index, il, out, ol);
    } else {
      Float64Indexing.scatterAdd(x, xl, dim, index, il, out, ol);
    }
  }

  @Override
  public void variance(double[] x, Layout xl, int kept, double divisor, double[] out) {
    if (next != null && xl.numel() < VectorKernelProvider.FROM) {
      Kernels.super.variance(x, xl, kept, divisor, out);
    } else {
      Float64Variance.variance(x, xl, kept, divisor, out);
    }
  }

  @Override
  public void gemm(
      double[] a, Layout al, double[] b, Layout bl, double[] out, Layout ol, boolean accumulate) {
    if (next != null
        && (long) ol.size(1) * ol.size(2) * al.size(2) < VectorKernelProvider.FROM_PRODUCT) {
      Kernels.super.gemm(a, al, b, bl, out, ol, accumulate);
    } else {
      Float64Gemm.gemm(a, al, b, bl, out, ol, accumulate);
    }
  }

  @Override
  public void softmax(boolean log, double[] x, Layout xl, double[] out, Layout ol) {
    if (areFewLines(xl)) {
      Kernels.super.softmax(log, x, xl, out, ol);
    } else {
      Float64Softmax.softmax(log, x, xl, out, ol);
    }
  }

  @Override
  public void softmaxBackward(
      boolean log, double[] g, Layout gl, double[] y, Layout yl, double[] out, Layout ol) {
    if (areFewLines(gl) || areFewLines(yl)) {
      Kernels.super.softmaxBackward(log, g, gl, y, yl, out, ol);
    } else {
      Float64Softmax.softmaxBackward(log, g, gl, y, yl, out, ol);
    }
  }

  /// Whether there is little to do, or there are less lines than lanes, and their elements lie
  /// apart.
  private boolean areFewLines(Layout x) {
    boolean apart = x.stride(-1) != 1 && x.numel() / Math.max(1, x.size(-1)) < Float64Operand.LANES;
    return next != null && (apart || x.numel() < VectorKernelProvider.FROM);
  }

  @Override
  public void crossEntropy(
      double[] x,
      Layout xl,
      long[] target,
      Layout tl,
      double[] weight,
      long ignoreIndex,
      double[] logProbabilities,
      double[] out) {
    if (next != null && xl.numel() < VectorKernelProvider.FROM) {
      Kernels.super.crossEntropy(x, xl, target, tl, weight, ignoreIndex, logProbabilities, out);
    } else {
      Float64CrossEntropy.crossEntropy(
          x, xl, target, tl, weight, ignoreIndex, logProbabilities, out);
    }
  }

  @Override
  public void crossEntropyBackward(
      double[] g,
      Layout gl,
      double[] logProbabilities,
      long[] target,
      Layout tl,
      double[] weight,
      long ignoreIndex,
      double[] out) {
    if (next != null && out.length < VectorKernelProvider.FROM) {
      Kernels.super.crossEntropyBackward(
          g, gl, logProbabilities, target, tl, weight, ignoreIndex, out);
    } else {
      Float64CrossEntropy.crossEntropyBackward(
          g, gl, logProbabilities, target, tl, weight, ignoreIndex, out);
    }
  }

  @Override
  public void sgd(SgdStep step, int n, double[] parameter, double[] gradient, double[] momentum) {
    if (next != null && n < VectorKernelProvider.FROM) {
      Kernels.super.sgd(step, n, parameter, gradient, momentum);
    } else {
      Float64Updates.sgd(step, n, parameter, gradient, momentum);
    }
  }

  @Override
  public void adam(
      AdamStep step,
      int n,
      double[] parameter,
      double[] gradient,
      double[] mean,
      double[] square,
      double[] largest) {
    if (next != null && n < VectorKernelProvider.FROM) {
      Kernels.super.adam(step, n, parameter, gradient, mean, square, largest);
    } else {
      Float64Updates.adam(step, n, parameter, gradient, mean, square, largest);
    }
  }

  @Override
  public void rmsprop(
      RmspropStep step,
      int n,
      double[] parameter,
      double[] gradient,
      double[] square,
      double[] mean,
      double[] momentum) {
    if (next != null && n < VectorKernelProvider.FROM) {
      Kernels.super.rmsprop(step, n, parameter, gradient, square, mean, momentum);
    } else {
      Float64Updates.rmsprop(step, n, parameter, gradient, square, mean, momentum);
    }
  }

  private boolean areSmall(int rows, int columns) {
    return next != null
        && (columns < Float64Operand.LANES || (long) rows * columns < VectorKernelProvider.FROM);
  }

  @Override
  public void layerNorm(
      int rows,
      int columns,
      double[] x,
      double[] weight,
      double[] bias,
      double eps,
      double[] out,
      double[] mean,
      double[] scale) {
    if (columns == 0 || areSmall(rows, columns)) {
      Kernels.super.layerNorm(rows, columns, x, weight, bias, eps, out, mean, scale);
    } else {
      Float64Normalization.layerNorm(rows, columns, x, weight, bias, eps, out, mean, scale);
    }
  }

  @Override
  public void layerNormBackward(
      int rows,
      int columns,
      double[] g,
      double[] x,
      double[] mean,
      double[] scale,
      double[] weight,
      double[] forX,
      double[] forWeight) {
    if (columns == 0 || areSmall(rows, columns)) {
      Kernels.super.layerNormBackward(rows, columns, g, x, mean, scale, weight, forX, forWeight);
    } else {
      Float64Normalization.layerNormBackward(
          rows, columns, g, x, mean, scale, weight, forX, forWeight);
    }
  }
}
