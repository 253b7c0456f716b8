package org.hypergrad.kernels.vector;

import org.hypergrad.Layout;
import org.hypergrad.spi.Kernels;

/// The kernels of an element type in which nothing is computed: its copies. All else goes to the
/// next provider.
///
/// @param <A> the arrays of that type
/// @param copies what copies its elements
/// @param next the kernels behind these, or null
record CopyKernels<A>(Copies<A> copies, Kernels<A> next) implements Kernels<A> {
  /// Copies elements from one layout to another of the same shape.
  @FunctionalInterface
  interface Copies<A> {
    void copy(A x, Layout xl, A out, Layout ol);
  }

  @Override
  public String provider() {
    return VectorKernelProvider.NAME;
  }

  @Override
  public void copy(A x, Layout xl, A out, Layout ol) {
    if (next != null && xl.numel() < VectorKernelProvider.FROM) {
      next.copy(x, xl, out, ol);
    } else {
      copies.copy(x, xl, out, ol);
    }
  }
}
