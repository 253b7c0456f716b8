// Generated from Float64Kernels.java by DeriveKernels; do not edit.
package org.hypergrad.ops.basic.kernels;

import org.hypergrad.Layout;
import org.hypergrad.spi.AdamStep;
import org.hypergrad.spi.BinaryOp;
import org.hypergrad.spi.CompareOp;
import org.hypergrad.spi.Kernels;
import org.hypergrad.spi.ReduceOp;
import org.hypergrad.spi.RmspropStep;
import org.hypergrad.spi.SgdStep;
import org.hypergrad.spi.UnaryOp;

/// The kernels of float32, one file a family: [Float32Movement], [Float32Elementwise],
/// [Float32Reductions], [Float32Gemm], [Float32Softmax], [Float32Normalization], [Float32Updates].
record Float32Kernels(Kernels<float[]> next) implements Kernels<float[]> {
  @Override
  public String provider() {
    return ScalarKernelProvider.NAME;
  }

  @Override
  public void copy(float[] x, Layout xl, float[] out, Layout ol) {
    Float32Movement.copy(x, xl, out, ol);
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
    Float32Movement.where(condition, cl, a, al, b, bl, out, ol);
  }

  @Override
  public void gather(
      float[] x, Layout xl, int dim, long[] index, Layout il, float[] out, Layout ol) {
    Float32Movement.gather(x, xl, dim, index, il, out, ol);
  }

  @Override
  public void unary(UnaryOp op, double p, double q, float[] x, Layout xl, float[] out, Layout ol) {
    Float32Elementwise.unary(op, p, q, x, xl, out, ol);
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
    Float32Elementwise.binary(op, p, q, a, al, b, bl, out, ol);
  }

  @Override
  public void compare(
      CompareOp op, float[] a, Layout al, float[] b, Layout bl, boolean[] out, Layout ol) {
    Float32Elementwise.compare(op, a, al, b, bl, out, ol);
  }

  @Override
  public void reduce(ReduceOp op, float[] x, Layout xl, int kept, float[] out) {
    Float32Reductions.reduce(op, x, xl, kept, out);
  }

  @Override
  public void variance(float[] x, Layout xl, int kept, double divisor, float[] out) {
    Float32Reductions.variance(x, xl, kept, divisor, out);
  }

  @Override
  public void argReduce(ReduceOp op, float[] x, Layout xl, int kept, long[] out) {
    Float32Reductions.argReduce(op, x, xl, kept, out);
  }

  @Override
  public void scatterAdd(
      float[] x, Layout xl, int dim, long[] index, Layout il, float[] out, Layout ol) {
    Float32Reductions.scatterAdd(x, xl, dim, index, il, out, ol);
  }

  @Override
  public void gemm(
      float[] a, Layout al, float[] b, Layout bl, float[] out, Layout ol, boolean accumulate) {
    Float32Gemm.gemm(a, al, b, bl, out, ol, accumulate);
  }

  @Override
  public void softmax(boolean log, float[] x, Layout xl, float[] out, Layout ol) {
    Float32Softmax.softmax(log, x, xl, out, ol);
  }

  @Override
  public void softmaxBackward(
      boolean log, float[] g, Layout gl, float[] y, Layout yl, float[] out, Layout ol) {
    Float32Softmax.softmaxBackward(log, g, gl, y, yl, out, ol);
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
    Float32Softmax.crossEntropy(x, xl, target, tl, weight, ignoreIndex, logProbabilities, out);
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
    Float32Softmax.crossEntropyBackward(
        g, gl, logProbabilities, target, tl, weight, ignoreIndex, out);
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
    Float32Normalization.layerNorm(rows, columns, x, weight, bias, eps, out, mean, scale);
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
    Float32Normalization.layerNormBackward(
        rows, columns, g, x, mean, scale, weight, forX, forWeight);
  }

  @Override
  public void sgd(SgdStep step, int n, float[] parameter, float[] gradient, float[] momentum) {
    Float32Updates.sgd(step, n, parameter, gradient, momentum);
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
    Float32Updates.adam(step, n, parameter, gradient, mean, square, largest);
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
    Float32Updates.rmsprop(step, n, parameter, gradient, square, mean, momentum);
  }
}
