package com.example.embedded;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hypergrad.Tensor;

/// Two threads compute with one parameter at the same time. Each runs its own graphs backward, and
/// the gradients of both meet in the parameter: none is lost.
public final class Main {
  private static final int PASSES = 1000;

  private Main() {}

  /// Prints the gradient, and fails if it is not the sum of what the threads contributed.
  ///
  /// @param args not used
  public static void main(String[] args) throws Exception {
    Tensor w = Tensor.of(0.5, -1.0, 2.0).requiresGrad(true);
    Tensor x1 = Tensor.of(1.0, 2.0, 3.0);
    Tensor x2 = Tensor.of(10.0, 20.0, 30.0);

    List<Callable<Void>> tasks = List.of(() -> passes(w, x1), () -> passes(w, x2));
    try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
      for (Future<Void> done : threads.invokeAll(tasks)) {
        done.get();
      }
    }

    Tensor expected = x1.add(x2).mul(PASSES); // the gradient of w·x is x
    IO.println("gradient  " + Arrays.toString(w.grad().toDoubles()));
    IO.println("expected  " + Arrays.toString(expected.toDoubles()));
    if (!Arrays.equals(w.grad().toDoubles(), expected.toDoubles())) {
      throw new IllegalStateException("a gradient was lost");
    }
  }

  private static Void passes(Tensor w, Tensor x) {
    for (int pass = 0; pass < PASSES; pass++) {
      w.mul(x).sum().backward();
    }
    return null;
  }
}
