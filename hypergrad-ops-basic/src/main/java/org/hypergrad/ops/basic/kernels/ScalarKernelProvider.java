package org.hypergrad.ops.basic.kernels;

import org.hypergrad.DType;
import org.hypergrad.Device;
import org.hypergrad.spi.Casts;
import org.hypergrad.spi.KernelProvider;
import org.hypergrad.spi.Kernels;

/// Provides the scalar reference kernels, for every element type, behind all others.
public final class ScalarKernelProvider implements KernelProvider {
  static final String NAME = "scalar";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int rank() {
    return 0;
  }

  @Override
  @SuppressWarnings("unchecked") // the next kernels of a dtype take its arrays too
  public Kernels<?> kernels(DType dtype, Device device, Kernels<?> next) {
    return switch (dtype) {
      case BOOL -> new BoolKernels((Kernels<boolean[]>) next);
      case UINT8 -> new UInt8Kernels((Kernels<byte[]>) next);
      case INT32 -> new Int32Kernels((Kernels<int[]>) next);
      case INT64 -> new Int64Kernels((Kernels<long[]>) next);
      case FLOAT32 -> new Float32Kernels((Kernels<float[]>) next);
      case FLOAT64 -> new Float64Kernels((Kernels<double[]>) next);
    };
  }

  @Override
  public Casts casts(Device device, Casts next) {
    return new ScalarCasts();
  }
}
