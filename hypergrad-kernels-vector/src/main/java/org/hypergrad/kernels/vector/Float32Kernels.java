// Generated from Float64Kernels.java by DeriveVectorKernels; do not edit.
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

/// The vector kernels of float32. What is absent here, and what is too short for vectors, goes to
/// the next provider.
final class Float32Kernels implements Kernels<float[]> {
  private final Kernels<float[]> next;

  /// Kernels in front of `next`, which may be null.
  Float32Kernels(Kernels<float[]> next) {
    this.next = next;
  }

  @Override
  public Kernels<float[]> next() {
    return next;
  }

  @Override
  public String provider() {
    return VectorKernelProvider.NAME;
  }

  private boolean isSmall(Layout... operands) {
    return next != null
        && (operands[0].numel() < VectorKernelProvider.FROM
            || Lines.areShort(Float32Operand.LANES, operands));
  }

  @Override
  public void unary(UnaryOp op, double p, double q, float[] x, Layout xl, float[] out, Layout ol) {
    if (!Float32Unary.computes(op) || isSmall(xl, ol)) {
      Kernels.super.unary(op, p, q, x, xl, out, ol);
    } else {
      Float32Unary.run(op, p, q, x, xl, out, ol);
    }
  }

  @Override
  public void binary(
      BinaryOp op,
      double p,
      double q,
      float[] a,
      Layout al,
      float[] b,
      Layout bl,
      float[] out,
      Layout ol) {
    if (Float32Binary.computes(op) && !isSmall(al, bl, ol)) {
      Float32Binary.run(op, a, al, b, bl, out, ol);
    } else if (Float32Slopes.computes(op) && !isSmall(al, bl, ol)) {
      Float32Slopes.run(op, p, q, a, al, b, bl, out, ol);
    } else {
      Kernels.super.binary(op, p, q, a, al, b, bl, out, ol);
    }
  }

  @Override
  public void compare(
      CompareOp op, float[] a, Layout al, float[] b, Layout bl, boolean[] out, Layout ol) {
    if (isSmall(al, bl, ol)) {
      Kernels.super.compare(op, a, al, b, bl, out, ol);
    } else {
      Float32Selection.compare(op, a, al, b, bl, out, ol);
    }
  }

  @Override
  public void where(
      boolean[] condition,
      Layout cl,
      float[] a,
      Layout al,
      float[] b,
      Layout bl,
      float[] out,
      Layout ol) {
    if (isSmall(cl, al, bl, ol)) {
      Kernels.super.where(condition, cl, a, al, b, bl, out, ol);
    } else {
      Float32Selection.where(condition, cl, a, al, b, bl, out, ol);
    }
  }

  @Override
  public void copy(float[] x, Layout xl, float[] out, Layout ol) {
    if (next != null && xl.numel() < VectorKernelProvider.FROM) {
      Kernels.super.copy(x, xl, out, ol);
    } else {
      Float32Copy.copy(x, xl, out, ol);
    }
  }

  @Override
  public void reduce(ReduceOp op, float[] x, Layout xl, int kept, float[] out) {
    if (next != null && xl.numel() < VectorKernelProvider.FROM) {
      Kernels.super.reduce(op, x, xl, kept, out);
    } else {
      Float32Reductions.reduce(op, x, xl, kept, out);
    }
  }

  @Override
  public void argReduce(ReduceOp op, float[] x, Layout xl, int kept, long[] out) {
    if (next != null && xl.numel() < VectorKernelProvider.FROM) {
      Kernels.super.argReduce(op, x, xl, kept, out);
    } else {
      Float32Places.argReduce(op, x, xl, kept, out);
    }
  }

  @Override
  public void gather(
      float[] x, Layout xl, int dim, long[] index, Layout il, float[] out, Layout ol) {
    if (next != null && ol.numel() < VectorKernelProvider.FROM) {
      Kernels.super.gather(x, xl, dim, index, il, out, ol);
    } else {
      Float32Indexing.gather(x, xl, dim, index, il, out, ol);
    }
  }

  @Override
  public void scatterAdd(
      float[] x, Layout xl, int dim, long[] index, Layout il, float[] out, Layout ol) {
    if (next != null && xl.numel() < VectorKernelProvider.FROM) {
      Kernels.super.scatterAdd(x, xl, dim, index, il, out, ol);
    } else {
      Float32Indexing.scatterAdd(x, xl, dim, index, il, out, ol);
    }
  }

  @Override
  public void variance(float[] x, Layout xl, int kept, double divisor, float[] out) {
    if (next != null && xl.numel() < VectorKernelProvider.FROM) {
      Kernels.super.variance(x, xl, kept, divisor, out);
    } else {
      Float32Variance.variance(x, xl, kept, divisor, out);
    }
  }

  @Override
  public void gemm(
      float[] a, Layout al, float[] b, Layout bl, float[] out, Layout ol, boolean accumulate) {
    if (next != null
        && (long) ol.size(1) * ol.size(2) * al.size(2) < VectorKernelProvider.FROM_PRODUCT) {
      Kernels.super.gemm(a, al, b, bl, out, ol, accumulate);
    } else {
      Float32Gemm.gemm(a, al, b, bl, out, ol, accumulate);
    }
  }

  @Override
  public void softmax(boolean log, float[] x, Layout xl, float[] out, Layout ol) {
    if (areFewLines(xl)) {
      Kernels.super.softmax(log, x, xl, out, ol);
    } else {
      Float32Softmax.softmax(log, x, xl, out, ol);
    }
  }

  @Override
  public void softmaxBackward(
      boolean log, float[] g, Layout gl, float[] y, Layout yl, float[] out, Layout ol) {
    if (areFewLines(gl) || areFewLines(yl)) {
      Kernels.super.softmaxBackward(log, g, gl, y, yl, out, ol);
    } else {
      Float32Softmax.softmaxBackward(log, g, gl, y, yl, out, ol);
    }
  }

  /// Whether there is little to do, or there are less lines than lanes, and their elements lie
  /// apart.
  private boolean areFewLines(Layout x) {
    boolean apart = x.stride(-1) != 1 && x.numel() / Math.max(1, x.size(-1)) < Float32Operand.LANES;
    return next != null && (apart || x.numel() < VectorKernelProvider.FROM);
  }

  @Override
  public void crossEntropy(
      float[] x,
      Layout xl,
      long[] target,
      Layout tl,
      float[] weight,
      long ignoreIndex,
      float[] logProbabilities,
      float[] out) {
    if (next != null && xl.numel() < VectorKernelProvider.FROM) {
      Kernels.super.crossEntropy(x, xl, target, tl, weight, ignoreIndex, logProbabilities, out);
    } else {
      Float32CrossEntropy.crossEntropy(
          x, xl, target, tl, weight, ignoreIndex, logProbabilities, out);
    }
  }

  @Override
  public void crossEntropyBackward(
      float[] g,
      Layout gl,
      float[] logProbabilities,
      long[] target,
      Layout tl,
      float[] weight,
      long ignoreIndex,
      float[] out) {
    if (next != null && out.length < VectorKernelProvider.FROM) {
      Kernels.super.crossEntropyBackward(
          g, gl, logProbabilities, target, tl, weight, ignoreIndex, out);
    } else {
      Float32CrossEntropy.crossEntropyBackward(
          g, gl, logProbabilities, target, tl, weight, ignoreIndex, out);
    }
  }

  @Override
  public void sgd(SgdStep step, int n, float[] parameter, float[] gradient, float[] momentum) {
    if (next != null && n < VectorKernelProvider.FROM) {
      Kernels.super.sgd(step, n, parameter, gradient, momentum);
    } else {
      Float32Updates.sgd(step, n, parameter, gradient, momentum);
    }
  }

  @Override
  public void adam(
      AdamStep step,
      int n,
      float[] parameter,
      float[] gradient,
      float[] mean,
      float[] square,
      float[] largest) {
    if (next != null && n < VectorKernelProvider.FROM) {
      Kernels.super.adam(step, n, parameter, gradient, mean, square, largest);
    } else {
      Float32Updates.adam(step, n, parameter, gradient, mean, square, largest);
    }
  }

  @Override
  public void rmsprop(
      RmspropStep step,
      int n,
      float[] parameter,
      float[] gradient,
      float[] square,
      float[] mean,
      float[] momentum) {
    if (next != null && n < VectorKernelProvider.FROM) {
      Kernels.super.rmsprop(step, n, parameter, gradient, square, mean, momentum);
    } else {
      Float32Updates.rmsprop(step, n, parameter, gradient, square, mean, momentum);
    }
  }

  private boolean areSmall(int rows, int columns) {
    return next != null
        && (columns < Float32Operand.LANES || (long) rows * columns < VectorKernelProvider.FROM);
  }

  @Override
  public void layerNorm(
      int rows,
      int columns,
      float[] x,
      float[] weight,
      float[] bias,
      double eps,
      float[] out,
      float[] mean,
      float[] scale) {
    if (columns == 0 || areSmall(rows, columns)) {
      Kernels.super.layerNorm(rows, columns, x, weight, bias, eps, out, mean, scale);
    } else {
      Float32Normalization.layerNorm(rows, columns, x, weight, bias, eps, out, mean, scale);
    }
  }

  @Override
  public void layerNormBackward(
      int rows,
      int columns,
      float[] g,
      float[] x,
      float[] mean,
      float[] scale,
      float[] weight,
      float[] forX,
      float[] forWeight) {
    if (columns == 0 || areSmall(rows, columns)) {
      Kernels.super.layerNormBackward(rows, columns, g, x, mean, scale, weight, forX, forWeight);
    } else {
      Float32Normalization.layerNormBackward(
          rows, columns, g, x, mean, scale, weight, forX, forWeight);
    }
  }
}
