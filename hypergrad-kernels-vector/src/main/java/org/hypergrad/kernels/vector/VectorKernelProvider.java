package org.hypergrad.kernels.vector;

import java.util.Optional;
import jdk.incubator.vector.VectorShape;
import org.hypergrad.DType;
import org.hypergrad.Device;
import org.hypergrad.spi.Casts;
import org.hypergrad.spi.KernelProvider;
import org.hypergrad.spi.Kernels;

/// Brings kernels on `jdk.incubator.vector` for float64, float32 and int64, in which all integers
/// are computed; for the other types, copies.
public final class VectorKernelProvider implements KernelProvider {
  /// What has fewer elements goes to the next provider; the system property
  /// `hypergrad.kernels.vector.from` says another number. Once compiled, vectors win sooner; but
  /// until then, while a small network has just begun to learn, they cost whole seconds.
  static final int FROM = Integer.getInteger("hypergrad.kernels.vector.from", 4096);

  /// So do products of matrices with fewer multiplications.
  static final long FROM_PRODUCT = 8L * FROM;

  static final String NAME = "vector";

  private static final String VECTOR_API = "jdk.incubator.vector";

  /// For [java.util.ServiceLoader].
  public VectorKernelProvider() {}

  @Override
  public String name() {
    return NAME;
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
    return tooSlow(
        VectorShape.preferredShape().vectorBitSize(),
        System.getProperty("os.arch"),
        System.getProperty("java.vm.info", ""));
  }

  /// Why a JVM would run these kernels slower than scalar loops: only its optimizing compiler makes
  /// vector instructions out of the Vector API, without it each operation is a slow call; and x86
  /// processors with vectors of 128 bits have no fused multiply-add, which matrix multiplication
  /// would then emulate.
  ///
  /// @param bits the size of a vector; 64 if the compiler knows none
  /// @param architecture the system property `os.arch`
  /// @param mode the system property `java.vm.info`, as `mixed mode, sharing`
  static Optional<String> tooSlow(int bits, String architecture, String mode) {
    if (mode.contains("interpreted") || mode.contains("emulated-client")) {
      return Optional.of("this JVM runs without its optimizing compiler (" + mode + ")");
    }
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
      case INT64 -> new Int64Kernels((Kernels<long[]>) next);
      case INT32 -> new CopyKernels<>(Int32Copy::copy, (Kernels<int[]>) next);
      case UINT8 -> new CopyKernels<>(UInt8Copy::copy, (Kernels<byte[]>) next);
      case BOOL -> new CopyKernels<>(BoolCopy::copy, (Kernels<boolean[]>) next);
    };
  }

  @Override
  public Casts casts(Device device, Casts next) {
    return next == null ? null : new VectorCasts(next);
  }
}
