package org.hypergrad.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.hypergrad.DType;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.Threads;
import org.hypergrad.spi.Kernels;

/// Matrix multiplication of float32 against oneDNN, the kernel alone, into an array that is there.
final class GemmBench {
  private static final int[][] SIZES = {
    {256, 256, 256},
    {512, 512, 512},
    {1024, 1024, 1024},
    {2048, 2048, 2048},
    {64, 784, 256},
    {64, 256, 128},
    {16, 784, 256}
  };

  private GemmBench() {}

  static void run(Report report) {
    for (int threads : new int[] {1, 2}) {
      Threads.setCount(threads);
      OneDnn.setThreads(threads);
      for (int[] size : SIZES) {
        product(report, threads, size[0], size[1], size[2], false, false);
      }
      product(report, threads, 64, 784, 256, false, true); // a linear layer
      product(report, threads, 784, 64, 256, true, false); // the gradient of its weight
    }
  }

  private static void product(
      Report report, int threads, int m, int k, int n, boolean aT, boolean bT) {
    String how = (aT ? ", A transposed" : "") + (bT ? ", B transposed" : "");
    String workload = "sgemm %dx%dx%d%s".formatted(m, k, n, how);
    report.time(workload, threads, () -> product(m, k, n, aT, bT));
  }

  private static Meter.Pair product(int m, int k, int n, boolean aT, boolean bT) {
    float[] a = random(m * k);
    float[] b = random(k * n);
    float[] c = new float[m * n];
    Kernels<float[]> kernels = Kernels.of(DType.FLOAT32);
    Layout ofA = stored(m, k, aT);
    Layout ofB = stored(k, n, bT);
    Layout ofC = stored(m, n, false);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment nativeA = arena.allocateFrom(ValueLayout.JAVA_FLOAT, a);
      MemorySegment nativeB = arena.allocateFrom(ValueLayout.JAVA_FLOAT, b);
      MemorySegment nativeC = arena.allocate(ValueLayout.JAVA_FLOAT, c.length);
      Meter.Pair pair =
          Meter.measure(
              () -> kernels.gemm(a, ofA, b, ofB, c, ofC, false),
              () -> OneDnn.product(m, k, n, nativeA, aT, nativeB, bT, nativeC));
      checkSame(c, nativeC.toArray(ValueLayout.JAVA_FLOAT), k);
      return pair;
    }
  }

  private static Layout stored(int rows, int columns, boolean transposed) {
    return transposed
        ? Layout.contiguous(Shape.of(1, columns, rows)).transpose(1, 2)
        : Layout.contiguous(Shape.of(1, rows, columns));
  }

  private static float[] random(int length) {
    return (float[]) Tensor.rand(length).storage().array();
  }

  private static void checkSame(float[] ours, float[] peers, int k) {
    for (int i = 0; i < ours.length; i++) {
      if (Math.abs(ours[i] - peers[i]) > 1e-5f * k) {
        throw new AssertionError("element " + i + ": " + ours[i] + ", peer " + peers[i]);
      }
    }
  }
}
