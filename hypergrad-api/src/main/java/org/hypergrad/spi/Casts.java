package org.hypergrad.spi;

import org.hypergrad.Device;
import org.hypergrad.Layout;

/// Copies between arrays of different element types: fractions are cut off towards zero, numbers
/// too large for a smaller integer type lose their upper bits, and everything but 0 is true.
@FunctionalInterface
public interface Casts {
  /// The casts on the CPU: those of the provider of the highest rank, and behind them the others'.
  static Casts current() {
    return KernelRegistry.casts(Device.CPU);
  }

  /// out = x converted, element by element. The arrays' classes say the types.
  void cast(Object x, Layout xl, Object out, Layout ol);
}
