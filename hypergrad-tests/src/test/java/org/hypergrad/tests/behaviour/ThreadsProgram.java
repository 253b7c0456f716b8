package org.hypergrad.tests.behaviour;

import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.Threads;

/// A program that [ThreadsProgramTest] starts: multiplies small matrices, then large ones, and says
/// how many of the library's threads there are, the last time when the process ends.
public final class ThreadsProgram {
  private ThreadsProgram() {}

  /// Multiplies.
  public static void main(String[] none) {
    System.out.println("threads wanted: " + Threads.count());
    multiply(8);
    System.out.println("after a small product: " + workers());
    multiply(700);
    System.out.println("after a large product: " + workers());
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> System.out.println("at the end: " + workers())));
  }

  private static void multiply(int size) {
    Tensor ones = Tensor.ones(DType.FLOAT32, Shape.of(size, size));
    if (ones.matmul(ones).get(size - 1, size - 1).item() != size) {
      throw new AssertionError("a product of ones");
    }
  }

  private static long workers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("hypergrad-"))
        .count();
  }
}
