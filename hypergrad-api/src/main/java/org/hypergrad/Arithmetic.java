package org.hypergrad;

import static org.hypergrad.spi.StandardAttributes.ALPHA;
import static org.hypergrad.spi.StandardAttributes.MAX;
import static org.hypergrad.spi.StandardAttributes.MIN;

import org.hypergrad.spi.Attributes;

/// Arithmetic and the elementary functions, element by element. Shapes are broadcast; types are
/// promoted.
public sealed interface Arithmetic permits Tensor {
  /// this + other, broadcast.
  default Tensor add(Tensor other) {
    return self().apply(Core.ADD, other);
  }

  /// this + other, for every element.
  default Tensor add(double other) {
    return add(Tensor.wrap(other));
  }

  /// this + other, for every element.
  default Tensor add(long other) {
    return add(Tensor.wrap(other));
  }

  /// this + alpha · other, broadcast.
  default Tensor add(Tensor other, double alpha) {
    return self().apply(Core.ADD, other, Attributes.of(ALPHA, alpha));
  }

  /// this − other, broadcast.
  default Tensor sub(Tensor other) {
    return self().apply(Core.SUB, other);
  }

  /// this − other, for every element.
  default Tensor sub(double other) {
    return sub(Tensor.wrap(other));
  }

  /// this − other, for every element.
  default Tensor sub(long other) {
    return sub(Tensor.wrap(other));
  }

  /// this − alpha · other, broadcast.
  default Tensor sub(Tensor other, double alpha) {
    return self().apply(Core.SUB, other, Attributes.of(ALPHA, alpha));
  }

  /// other − this, broadcast: subtraction the other way round.
  default Tensor rsub(Tensor other) {
    return other.sub(self());
  }

  /// other − this, for every element.
  default Tensor rsub(double other) {
    return Tensor.wrap(other).sub(self());
  }

  /// other − this, for every element.
  default Tensor rsub(long other) {
    return Tensor.wrap(other).sub(self());
  }

  /// this · other, element by element, broadcast.
  default Tensor mul(Tensor other) {
    return self().apply(Core.MUL, other);
  }

  /// this · other, for every element.
  default Tensor mul(double other) {
    return mul(Tensor.wrap(other));
  }

  /// this · other, for every element.
  default Tensor mul(long other) {
    return mul(Tensor.wrap(other));
  }

  /// this / other, element by element, broadcast; whole numbers give fractions.
  default Tensor div(Tensor other) {
    return self().apply(Core.DIV, other);
  }

  /// this / other, for every element.
  default Tensor div(double other) {
    return div(Tensor.wrap(other));
  }

  /// this / other, for every element.
  default Tensor div(long other) {
    return div(Tensor.wrap(other));
  }

  /// other / this, for every element: division the other way round.
  default Tensor rdiv(double other) {
    return Tensor.wrap(other).div(self());
  }

  /// this to the power other, element by element, broadcast.
  default Tensor pow(Tensor other) {
    return self().apply(Core.POW, other);
  }

  /// this to the power other, for every element.
  default Tensor pow(double other) {
    return pow(Tensor.wrap(other));
  }

  /// this to the power other, for every element.
  default Tensor pow(long other) {
    return pow(Tensor.wrap(other));
  }

  /// base to the power of this, for every element.
  default Tensor rpow(double base) {
    return Tensor.wrap(base).pow(self());
  }

  /// −x
  default Tensor neg() {
    return self().apply(Core.NEG);
  }

  /// |x|; its derivative at 0 is taken as 0.
  default Tensor abs() {
    return self().apply(Core.ABS);
  }

  /// −1, 0 or 1.
  default Tensor sign() {
    return self().apply(Core.SIGN);
  }

  /// x²
  default Tensor square() {
    return self().apply(Core.SQUARE);
  }

  /// √x; its derivative at 0 is +∞.
  default Tensor sqrt() {
    return self().apply(Core.SQRT);
  }

  /// 1/√x
  default Tensor rsqrt() {
    return self().apply(Core.RSQRT);
  }

  /// 1/x
  default Tensor reciprocal() {
    return self().apply(Core.RECIPROCAL);
  }

  /// eˣ
  default Tensor exp() {
    return self().apply(Core.EXP);
  }

  /// The natural logarithm.
  default Tensor log() {
    return self().apply(Core.LOG);
  }

  /// log(1 + x), exact near 0.
  default Tensor log1p() {
    return self().apply(Core.LOG1P);
  }

  /// eˣ − 1, exact near 0.
  default Tensor expm1() {
    return self().apply(Core.EXPM1);
  }

  /// Sine, of radians.
  default Tensor sin() {
    return self().apply(Core.SIN);
  }

  /// Cosine, of radians.
  default Tensor cos() {
    return self().apply(Core.COS);
  }

  /// Hyperbolic tangent.
  default Tensor tanh() {
    return self().apply(Core.TANH);
  }

  /// 1/(1 + e⁻ˣ)
  default Tensor sigmoid() {
    return self().apply(Core.SIGMOID);
  }

  /// The error function.
  default Tensor erf() {
    return self().apply(Core.ERF);
  }

  /// max(x, 0); its derivative at 0 is taken as 0.
  default Tensor relu() {
    return self().apply(Core.RELU);
  }

  /// The number between min and max nearest to each element; the derivative at the edges is 1.
  ///
  /// @param min null for no lower bound
  /// @param max null for no upper bound
  /// @throws IllegalArgumentException if both are null
  default Tensor clamp(Double min, Double max) {
    if (min == null && max == null) {
      throw new IllegalArgumentException("clamp: At least one of 'min' or 'max' must not be None");
    }
    return self().apply(Core.CLAMP, Attributes.of(MIN, min, MAX, max));
  }

  /// The number between min and max nearest to each element; the derivative at the edges is 1.
  default Tensor clamp(double min, double max) {
    return clamp(Double.valueOf(min), Double.valueOf(max));
  }

  /// The same with a bound for each element, broadcast; NaN, of the element or its bound, gives
  /// NaN.
  default Tensor clamp(Tensor min, Tensor max) {
    if (min == null && max == null) {
      throw new IllegalArgumentException("clamp: At least one of 'min' or 'max' must not be None");
    }
    Tensor x = self();
    if (min != null) {
      x = Tensor.where(x.ge(min), x, orNaN(x.lt(min), min));
    }
    return max == null ? x : Tensor.where(x.le(max), x, orNaN(x.gt(max), max));
  }

  /// The bound where it holds; else an element is NaN, or its bound is.
  private static Tensor orNaN(Tensor holds, Tensor bound) {
    return bound.dtype().isFloating()
        ? Tensor.where(holds, bound, Tensor.scalar(bound.dtype(), Double.NaN))
        : bound;
  }

  /// The larger of each pair; of equal ones, each gets half of the gradient.
  default Tensor maximum(Tensor other) {
    return self().apply(Core.MAXIMUM, other);
  }

  /// The smaller of each pair; of equal ones, each gets half of the gradient.
  default Tensor minimum(Tensor other) {
    return self().apply(Core.MINIMUM, other);
  }

  private Tensor self() {
    return (Tensor) this;
  }
}
