package org.hypergrad.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/// Intel's oneDNN, called through the Java platform's own way to native code. The build unpacks the
/// libraries.
@SuppressWarnings("restricted") // that it is native code is the purpose
final class OneDnn {
  private static final Path LIBRARIES = Path.of(System.getProperty("hypergrad.bench.natives"));
  private static final Linker LINKER = Linker.nativeLinker();
  private static final SymbolLookup OPENMP = library("libgomp.so.1"); // before what needs it
  private static final SymbolLookup DNNL = library("libdnnl.so.3");

  /// `dnnl_sgemm(transa, transb, M, N, K, alpha, A, lda, B, ldb, beta, C, ldc)`, row-major.
  private static final MethodHandle SGEMM =
      LINKER.downcallHandle(
          DNNL.findOrThrow("dnnl_sgemm"),
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_BYTE,
              ValueLayout.JAVA_BYTE,
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_FLOAT,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_LONG,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_FLOAT,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_LONG));

  private static final MethodHandle SET_NUM_THREADS =
      LINKER.downcallHandle(
          OPENMP.findOrThrow("omp_set_num_threads"),
          FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));

  private OneDnn() {}

  private static SymbolLookup library(String name) {
    return SymbolLookup.libraryLookup(LIBRARIES.resolve(name), Arena.global());
  }

  /// On how many threads a product is computed.
  static void setThreads(int threads) {
    try {
      SET_NUM_THREADS.invokeExact(threads);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /// C = A·B of shapes \[m, k\] and \[k, n\], or, where `aT` and `bT` say so, \[k, m\] and \[n,
  /// k\].
  static void product(
      int m,
      int k,
      int n,
      MemorySegment a,
      boolean aT,
      MemorySegment b,
      boolean bT,
      MemorySegment c) {
    byte ofA = (byte) (aT ? 'T' : 'N');
    byte ofB = (byte) (bT ? 'T' : 'N');
    int status;
    try {
      status =
          (int)
              SGEMM.invokeExact(
                  ofA,
                  ofB,
                  (long) m,
                  (long) n,
                  (long) k,
                  1f,
                  a,
                  (long) (aT ? m : k),
                  b,
                  (long) (bT ? k : n),
                  0f,
                  c,
                  (long) n);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
    if (status != 0) {
      throw new IllegalStateException("dnnl_sgemm failed with status " + status);
    }
  }
}
