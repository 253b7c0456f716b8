package org.hypergrad.tests.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.hypergrad.DType;
import org.hypergrad.Functional;
import org.hypergrad.Generator;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.Threads;
import org.hypergrad.nn.optim.Adam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The number of threads changes how long a result takes, never a bit of it or of its gradients.
class SameBitsTest {
  private static final int ROWS = 211;
  private static final int COLUMNS = 523;

  /// What is computed from a matrix, of odd sizes and lying in any order.
  private static final Map<String, UnaryOperator<Tensor>> COMPUTATIONS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "element by element", x -> x.tanh().mul(x).add(x.exp()).div(x.square().add(1))),
              Map.entry("broadcast", x -> x.mul(x.narrow(0, 3, 1)).sub(x.narrow(1, 5, 1))),
              Map.entry("copied", x -> x.t().contiguous().add(1)),
              Map.entry("every other", x -> x.slice(1, 0, x.size(1), 2).exp()),
              Map.entry("cast", x -> x.to(DType.FLOAT32).to(DType.FLOAT64).to(DType.FLOAT32)),
              Map.entry("chosen", x -> x.where(x.gt(0.1), x.mul(3))),
              Map.entry("product", x -> x.matmul(x.t())),
              Map.entry("layer", x -> x.narrow(0, 7, 1).addmm(x, x.t().matmul(x))),
              Map.entry(
                  "batched products",
                  x ->
                      x.narrow(0, 0, 210)
                          .unflatten(0, 30, 7)
                          .matmul(x.narrow(0, 0, 210).unflatten(0, 30, 7).transpose(1, 2))),
              Map.entry("matrix and vector", x -> x.matmul(x.narrow(0, 9, 1).squeeze(0))),
              Map.entry("sum", x -> x.sum()),
              Map.entry("sum along", x -> x.sum(1)),
              Map.entry("sum across", x -> x.sum(0)),
              Map.entry("mean and variance", x -> x.var(1, true, 0).add(x.mean(true, 1))),
              Map.entry("extremes", x -> x.amax(0).add(x.max()).sub(x.amin(true, 1))),
              Map.entry("softmax along", x -> x.softmax(1)),
              Map.entry("softmax across", x -> x.softmax(0)),
              Map.entry("log softmax", x -> x.logSoftmax(1).mul(x)),
              Map.entry("logsumexp", x -> x.logsumexp(false, 1)),
              Map.entry(
                  "layer norm",
                  x ->
                      Functional.layerNorm(
                          x,
                          Shape.of(x.size(1)),
                          x.narrow(0, 1, 1).squeeze(0),
                          x.narrow(0, 2, 1).squeeze(0),
                          1e-5)),
              Map.entry("gelu", Functional::gelu),
              Map.entry(
                  "cross entropy", x -> Functional.crossEntropy(x, indices(x.size(0), x.size(1)))),
              Map.entry("embedding", x -> Functional.embedding(indices(1000, x.size(0)), x)),
              Map.entry(
                  "gathered",
                  x -> x.gather(1, indices(x.size(0) * 9, x.size(1)).view(x.size(0), 9))),
              Map.entry("rows chosen", x -> x.indexSelect(0, indices(700, x.size(0)))),
              Map.entry("trained", SameBitsTest::trained)));

  private final int before = Threads.count();

  @AfterEach
  void as_many_threads_as_before() {
    Threads.setCount(before);
  }

  private static Tensor indices(int n, int below) {
    return Tensor.randint(new Generator(n), 0, below, Shape.of(n));
  }

  private static Tensor trained(Tensor x) {
    Tensor weight = x.detach().clone().requiresGrad(true);
    Adam optimizer = new Adam(List.of(weight), 0.01);
    for (int step = 0; step < 3; step++) {
      optimizer.zeroGrad();
      weight.matmul(x.detach().t()).tanh().square().mean().backward();
      optimizer.step();
    }
    return x.mul(weight.detach());
  }

  /// All bits of all results and gradients, with and without a transposed input.
  private static Map<String, List<double[]>> results(DType dtype) {
    Map<String, List<double[]>> results = new TreeMap<>();
    COMPUTATIONS.forEach((name, computation) -> {
      for (boolean transposed : new boolean[] {false, true}) {
        Tensor leaf =
            Tensor.randn(new Generator(5), dtype, Shape.of(ROWS, COLUMNS)).requiresGrad(true);
        Tensor x = transposed ? leaf.mul(1).t() : leaf;
        Tensor y = computation.apply(x);
        List<double[]> bits = new ArrayList<>(List.of(y.toDoubles()));
        y.mul(Tensor.randn(new Generator(6), y.dtype(), y.shape())).sum().backward();
        bits.add(leaf.grad().toDoubles());
        results.put(name + (transposed ? ", transposed" : ""), bits);
      }
    });
    return results;
  }

  private static void assertSame(
      Map<String, List<double[]>> actual, Map<String, List<double[]>> expected) {
    expected.forEach((name, arrays) -> {
      for (int i = 0; i < arrays.size(); i++) {
        assertThat(Arrays.mismatch(actual.get(name).get(i), arrays.get(i)))
            .as("%s, %s: first other", name, i == 0 ? "result" : "gradient")
            .isEqualTo(-1);
      }
    });
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void on_one_thread_or_two_or_eight(DType dtype) {
    Threads.setCount(1);
    Map<String, List<double[]>> alone = results(dtype);
    for (int threads : new int[] {2, 8}) {
      Threads.setCount(threads);
      assertSame(results(dtype), alone);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void while_others_compute_and_the_number_of_threads_changes(boolean virtual) throws Exception {
    Threads.setCount(1);
    Map<String, List<double[]>> alone = results(DType.FLOAT32);
    AtomicBoolean ended = new AtomicBoolean();
    try (ExecutorService callers =
        virtual ? Executors.newVirtualThreadPerTaskExecutor() : Executors.newCachedThreadPool()) {
      Future<?> setter =
          callers.submit(() -> {
            for (int count = 1; !ended.get(); count = count % 8 + 1) {
              Threads.setCount(count);
              Thread.yield();
            }
          });
      List<Future<Map<String, List<double[]>>>> running = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        running.add(callers.submit(() -> results(DType.FLOAT32)));
      }
      for (var results : running) {
        assertSame(results.get(), alone);
      }
      ended.set(true);
      setter.get();
    }
  }
}
