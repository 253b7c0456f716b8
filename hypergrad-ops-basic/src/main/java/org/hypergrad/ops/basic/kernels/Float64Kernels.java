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

/// The kernels of float64, one file a family: [Float64Movement], [Float64Elementwise],
/// [Float64Reductions], [Float64Gemm], [Float64Softmax], [Float64Normalization], [Float64Updates].
record Float64Kernels(Kernels<double[]> next) implements Kernels<double[]> {
  @Override
  public String provider() {
    return ScalarKernelProvider.NAME;
  }

  @Override
  public void copy(double[] x, Layout xl, double[] out, Layout ol) {
    Float64Movement.copy(x, xl, out, ol);
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
    Float64Movement.where(condition, cl, a, al, b, bl, out, ol);
  }

  @Override
  public void gather(
      double[] x, Layout xl, int dim, long[] index, Layout il, double[] out, Layout ol) {
    Float64Movement.gather(x, xl, dim, index, il, out, ol);
  }

  @Override
  public void unary(
      UnaryOp op, double p, double q, double[] x, Layout xl, double[] out, Layout ol) {
    Float64Elementwise.unary(op, p, q, x, xl, out, ol);
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
    Float64Elementwise.binary(op, p, q, a, al, b, bl, out, ol);
  }

  @Override
  public void compare(
      CompareOp op, double[] a, Layout al, double[] b, Layout bl, boolean[] out, Layout ol) {
    Float64Elementwise.compare(op, a, al, b, bl, out, ol);
  }

  @Override
  public void reduce(ReduceOp op, double[] x, Layout xl, int kept, double[] out) {
    Float64Reductions.reduce(op, x, xl, kept, out);
  }

  @Override
  public void variance(double[] x, Layout xl, int kept, double divisor, double[] out) {
    Float64Reductions.variance(x, xl, kept, divisor, out);
  }

  @Override
  public void argReduce(ReduceOp op, double[] x, Layout xl, int kept, long[] out) {
    Float64Reductions.argReduce(op, x, xl, kept, out);
  }

  @Override
  public void scatterAdd(
      double[] x, Layout xl, int dim, long[] index, Layout il, double[] out, Layout ol) {
    Float64Reductions.scatterAdd(x, xl, dim, index, il, out, ol);
  }

  @Override
  public void gemm(
      double[] a, Layout al, double[] b, Layout bl, double[] out, Layout ol, boolean accumulate) {
    Float64Gemm.gemm(a, al, b, bl, out, ol, accumulate);
  }

  @Override
  public void softmax(boolean log, double[] x, Layout xl, double[] out, Layout ol) {
    Float64Softmax.softmax(log, x, xl, out, ol);
  }

  @Override
  public void softmaxBackward(
      boolean log, double[] g, Layout gl, double[] y, Layout yl, double[] out, Layout ol) {
    Float64Softmax.softmaxBackward(log, g, gl, y, yl, out, ol);
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
    Float64Softmax.crossEntropy(x, xl, target, tl, weight, ignoreIndex, logProbabilities, out);
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
    Float64Softmax.crossEntropyBackward(
        g, gl, logProbabilities, target, tl, weight, ignoreIndex, out);
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
    Float64Normalization.layerNorm(rows, columns, x, weight, bias, eps, out, mean, scale);
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
    Float64Normalization.layerNormBackward(
        rows, columns, g, x, mean, scale, weight, forX, forWeight);
  }

  @Override
  public void sgd(SgdStep step, int n, double[] parameter, double[] gradient, double[] momentum) {
    Float64Updates.sgd(step, n, parameter, gradient, momentum);
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
    Float64Updates.adam(step, n, parameter, gradient, mean, square, largest);
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
    Float64Updates.rmsprop(step, n, parameter, gradient, square, mean, momentum);
  }
}
