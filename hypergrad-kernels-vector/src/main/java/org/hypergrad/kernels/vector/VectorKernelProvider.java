package org.hypergrad.kernels.vector;

import java.util.Optional;
import jdk.incubator.vector.VectorShape;
import org.hypergrad.DType;
import org.hypergrad.Device;
import org.hypergrad.spi.KernelProvider;
import org.hypergrad.spi.Kernels;

/// Brings kernels for float64 and float32 on `jdk.incubator.vector`.
public final class VectorKernelProvider implements KernelProvider {
  private static final String VECTOR_API = "jdk.incubator.vector";

  /// For [java.util.ServiceLoader].
  public VectorKernelProvider() {}

  @Override
  public String name() {
    return "vector";
  }

  @Override
  public int rank() {
    return 100;
  }

  @Override
  public Optional<String> unavailable() {
    if (ModuleLayer.boot().findModule(VECTOR_API).isEmpty()) {
      return Optional.of(
          "the module " + VECTOR_API + " is absent; start java with --add-modules " + VECTOR_API);
    }
    return tooNarrow(VectorShape.preferredShape().vectorBitSize(), System.getProperty("os.arch"));
  }

  /// Vectors of 64 bits mean that the JIT compiler (C2) cannot compile the Vector API at all: each
  /// operation would be a slow call. An x86 processor with 128 bits has no fused multiply-add, and
  /// matrix multiplication would emulate it.
  static Optional<String> tooNarrow(int bits, String architecture) {
    boolean x86 = architecture.equals("amd64") || architecture.equals("x86_64");
    int needed = x86 ? 256 : 128;
    return bits >= needed
        ? Optional.empty()
        : Optional.of(
            "this JVM computes on vectors of " + bits + " bits; they pay from " + needed + " on");
  }

  @Override
  @SuppressWarnings("unchecked") // kernels of a dtype take the arrays that the dtype makes
  public Kernels<?> kernels(DType dtype, Device device, Kernels<?> next) {
    return switch (dtype) {
      case FLOAT64 -> new Float64Kernels((Kernels<double[]>) next);
      case FLOAT32 -> new Float32Kernels((Kernels<float[]>) next);
      case BOOL, UINT8, INT32, INT64 -> next;
    };
  }
}
