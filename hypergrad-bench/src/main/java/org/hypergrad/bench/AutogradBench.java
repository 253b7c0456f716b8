package org.hypergrad.bench;

import java.lang.ref.WeakReference;
import java.util.function.Supplier;
import org.bytedeco.pytorch.global.torch;
import org.hypergrad.Tensor;
import org.hypergrad.engine.AutogradGraph;

/// What autograd itself costs: operations on single numbers, where there is nothing else to pay
/// for.
final class AutogradBench {
  private final Report report;

  private AutogradBench(Report report) {
    this.report = report;
  }

  static void run(Report report) {
    AutogradBench bench = new AutogradBench(report);
    for (int operations : new int[] {10_000, 100_000, 1_000_000}) {
      bench.chain(operations, false);
    }
    bench.chain(100_000, true);
    bench.twoMoons();
    bench.depth();
    torch.set_num_threads(1);
    for (int elements : new int[] {1, 4, 16}) {
      bench.tinyTensors(elements, false);
      bench.tinyTensors(elements, true);
    }
  }

  private void chain(int operations, boolean leaves) {
    compareWithMinimalTape(
        "chain of " + operations + (leaves ? ", every operand a leaf" : ""),
        operations,
        () -> Meter.measure(() -> Chain.ours(operations, leaves), () -> Chain.minimal(operations)));
  }

  private void tinyTensors(int elements, boolean leaves) {
    int operations = 1000;
    String workload =
        "chain of %d on tensors of %d, %s, against libtorch"
            .formatted(operations, elements, leaves ? "every operand a leaf" : "constants");
    if (report.wants(workload)) {
      TinyTensors ours = new TinyTensors(elements, operations, leaves);
      TorchTinyTensors peer = new TorchTinyTensors(elements, operations, leaves);
      if (Math.abs(ours.forwardBackward() - peer.forwardBackward()) > 1e-5) {
        throw new AssertionError("the gradients differ");
      }
      report.timeEach(
          workload, operations, Meter.measure(ours::forwardBackward, peer::forwardBackward));
    }
  }

  private void twoMoons() {
    TwoMoons moons = new TwoMoons();
    Tensor[][] parameters = moons.parameters();
    compareWithMinimalTape(
        "two moons, one step",
        moons.operations(),
        () ->
            Meter.measure(
                () -> {
                  for (Tensor[] row : parameters) {
                    for (Tensor parameter : row) {
                      parameter.setGrad(null);
                    }
                  }
                  moons.loss(parameters).backward();
                },
                moons::minimalStep));

    String view = "two moons, JGraphT view made complete";
    if (report.wants(view)) {
      Tensor loss = moons.loss(parameters);
      int vertices = AutogradGraph.of(loss).vertexSet().size();
      report.timeEach(
          view,
          moons.operations(),
          Meter.measure(
              () -> {
                AutogradGraph graph = AutogradGraph.of(loss);
                if (graph.edgeSet().size() < vertices - 1) {
                  throw new AssertionError("fewer edges than a tree has");
                }
              },
              moons::minimalStep));
    }
  }

  private void compareWithMinimalTape(
      String workload, int operations, Supplier<Meter.Pair> measurement) {
    if (report.wants(workload)) {
      Meter.Pair pair = measurement.get();
      report.timeEach(workload, operations, pair);
      report.add(
          workload + ", memory",
          pair.ours().bytes() / operations,
          pair.peer().bytes() / operations,
          "bytes/operation");
    }
  }

  /// Depth costs nothing extra: an operation of a chain of a million is as cheap as one of a chain
  /// of 62,500, from building it until the garbage collector has released it.
  private void depth() {
    String workload = "chain of 1000000 built, run and released, against 16 of 62500";
    if (report.wants(workload)) {
      double deep = lifeOfChain(1_000_000, 1);
      double shallow = lifeOfChain(62_500, 16);
      report.add(workload, deep, shallow, "ns/operation");
    }
  }

  private static double lifeOfChain(int operations, int times) {
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < 5; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < times; i++) {
        if (!isReleased(used(operations))) {
          throw new AssertionError("the chain was not released");
        }
      }
      best = Math.min(best, (double) (System.nanoTime() - start) / operations / times);
    }
    return best;
  }

  private static WeakReference<Tensor> used(int operations) {
    Tensor x = Tensor.scalar(0.5).requiresGrad(true);
    Tensor y = Chain.build(x, Tensor.scalar(0.999), Tensor.scalar(0.001), operations);
    y.backward();
    return new WeakReference<>(y);
  }

  private static boolean isReleased(WeakReference<Tensor> reference) {
    for (int i = 0; i < 10 && reference.get() != null; i++) {
      System.gc();
    }
    return reference.get() == null;
  }
}
