package org.hypergrad;

import static org.hypergrad.spi.StandardAttributes.ALPHA;
import static org.hypergrad.spi.StandardAttributes.MAX;
import static org.hypergrad.spi.StandardAttributes.MIN;
import static org.hypergrad.spi.StandardAttributes.VALUE;

import org.hypergrad.spi.Attributes;

/// Operations that change this tensor itself, named with an underscore as PyTorch does. Each gives
/// this tensor again, raises its version, and records history if it must; what a backward pass
/// still needs unchanged is caught there.
public sealed interface InPlace permits Tensor {
  /// this ← this + other
  default Tensor add_(Tensor other) {
    return Dispatcher.applyInPlace(Core.ADD, self(), other, Attributes.NONE);
  }

  /// this ← this + other
  default Tensor add_(double other) {
    return add_(Tensor.wrap(other));
  }

  /// this ← this + other
  default Tensor add_(long other) {
    return add_(Tensor.wrap(other));
  }

  /// this ← this + alpha · other
  default Tensor add_(Tensor other, double alpha) {
    return Dispatcher.applyInPlace(Core.ADD, self(), other, Attributes.of(ALPHA, alpha));
  }

  /// this ← this − other
  default Tensor sub_(Tensor other) {
    return Dispatcher.applyInPlace(Core.SUB, self(), other, Attributes.NONE);
  }

  /// this ← this − other
  default Tensor sub_(double other) {
    return sub_(Tensor.wrap(other));
  }

  /// this ← this − other
  default Tensor sub_(long other) {
    return sub_(Tensor.wrap(other));
  }

  /// this ← this · other
  default Tensor mul_(Tensor other) {
    return Dispatcher.applyInPlace(Core.MUL, self(), other, Attributes.NONE);
  }

  /// this ← this · other
  default Tensor mul_(double other) {
    return mul_(Tensor.wrap(other));
  }

  /// this ← this · other
  default Tensor mul_(long other) {
    return mul_(Tensor.wrap(other));
  }

  /// this ← this / other
  default Tensor div_(Tensor other) {
    return Dispatcher.applyInPlace(Core.DIV, self(), other, Attributes.NONE);
  }

  /// this ← this / other
  default Tensor div_(double other) {
    return div_(Tensor.wrap(other));
  }

  /// this ← this / other
  default Tensor div_(long other) {
    return div_(Tensor.wrap(other));
  }

  /// this ← this to the power other
  default Tensor pow_(Tensor other) {
    return Dispatcher.applyInPlace(Core.POW, self(), other, Attributes.NONE);
  }

  /// this ← this to the power other
  default Tensor pow_(double other) {
    return pow_(Tensor.wrap(other));
  }

  /// this ← this to the power other
  default Tensor pow_(long other) {
    return pow_(Tensor.wrap(other));
  }

  /// this ← other, broadcast and converted
  default Tensor copy_(Tensor other) {
    return Dispatcher.applyInPlace(Core.COPY, self(), other, Attributes.NONE);
  }

  /// Sets every element to a number.
  default Tensor fill_(double value) {
    return Dispatcher.applyInPlace(Core.FILL, self(), Attributes.of(VALUE, value));
  }

  /// Sets every element to 0.
  default Tensor zero_() {
    return fill_(0);
  }

  /// Brings every element between min and max; null for no bound.
  default Tensor clamp_(Double min, Double max) {
    return Dispatcher.applyInPlace(Core.CLAMP, self(), Attributes.of(MIN, min, MAX, max));
  }

  /// Sets the elements where `mask`, broadcast, holds.
  default Tensor maskedFill_(Tensor mask, double value) {
    return Dispatcher.applyInPlace(
        Core.MASKED_FILL, Attributes.NONE, self(), mask, Tensor.wrap(value));
  }

  /// this ← neg(this)
  default Tensor neg_() {
    return Dispatcher.applyInPlace(Core.NEG, self(), Attributes.NONE);
  }

  /// this ← abs(this)
  default Tensor abs_() {
    return Dispatcher.applyInPlace(Core.ABS, self(), Attributes.NONE);
  }

  /// this ← square(this)
  default Tensor square_() {
    return Dispatcher.applyInPlace(Core.SQUARE, self(), Attributes.NONE);
  }

  /// this ← sqrt(this)
  default Tensor sqrt_() {
    return Dispatcher.applyInPlace(Core.SQRT, self(), Attributes.NONE);
  }

  /// this ← rsqrt(this)
  default Tensor rsqrt_() {
    return Dispatcher.applyInPlace(Core.RSQRT, self(), Attributes.NONE);
  }

  /// this ← reciprocal(this)
  default Tensor reciprocal_() {
    return Dispatcher.applyInPlace(Core.RECIPROCAL, self(), Attributes.NONE);
  }

  /// this ← exp(this)
  default Tensor exp_() {
    return Dispatcher.applyInPlace(Core.EXP, self(), Attributes.NONE);
  }

  /// this ← log(this)
  default Tensor log_() {
    return Dispatcher.applyInPlace(Core.LOG, self(), Attributes.NONE);
  }

  /// this ← sin(this)
  default Tensor sin_() {
    return Dispatcher.applyInPlace(Core.SIN, self(), Attributes.NONE);
  }

  /// this ← cos(this)
  default Tensor cos_() {
    return Dispatcher.applyInPlace(Core.COS, self(), Attributes.NONE);
  }

  /// this ← tanh(this)
  default Tensor tanh_() {
    return Dispatcher.applyInPlace(Core.TANH, self(), Attributes.NONE);
  }

  /// this ← sigmoid(this)
  default Tensor sigmoid_() {
    return Dispatcher.applyInPlace(Core.SIGMOID, self(), Attributes.NONE);
  }

  /// this ← relu(this)
  default Tensor relu_() {
    return Dispatcher.applyInPlace(Core.RELU, self(), Attributes.NONE);
  }

  private Tensor self() {
    return (Tensor) this;
  }
}
