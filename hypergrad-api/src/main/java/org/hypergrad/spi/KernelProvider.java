package org.hypergrad.spi;

import java.util.Optional;
import org.hypergrad.DType;
import org.hypergrad.Device;

/// The service by which a module brings kernels.
public interface KernelProvider {
  /// What logs call it, as `scalar reference`.
  String name();

  /// Providers of higher rank are asked first. The scalar reference has rank 0.
  int rank();

  /// Why this provider cannot work on this machine, logged once; empty if it can.
  default Optional<String> unavailable() {
    return Optional.empty();
  }

  /// The kernels for an element type in front of `next`, or `next` itself where this provider has
  /// nothing better. The result takes the arrays that `dtype.newArray` makes.
  ///
  /// @param next the kernels of the providers of lower rank, or null
  Kernels<?> kernels(DType dtype, Device device, Kernels<?> next);

  /// Conversions between element types in front of `next`, or `next` itself where this provider has
  /// nothing better.
  ///
  /// @param next the conversions of the providers of lower rank, or null
  default Casts casts(Device device, Casts next) {
    return next;
  }
}
