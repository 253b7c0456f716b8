package org.hypergrad.bench;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.hypergrad.Tensor;
import org.hypergrad.engine.AutogradGraph;

/// What autograd itself costs: operations on single numbers, where there is nothing else to pay
/// for.
final class AutogradBench {
  private static final String GROUP = "autograd";

  private final List<Ratio> ratios = new ArrayList<>();

  static List<Ratio> run() {
    AutogradBench bench = new AutogradBench();
    for (int operations : new int[] {10_000, 100_000, 1_000_000}) {
      bench.chain(operations);
    }
    bench.chainOfLeaves();
    bench.twoMoons();
    bench.depth();
    return bench.ratios;
  }

  private void chain(int operations) {
    add(
        "chain of " + operations,
        operations,
        Meter.measure(() -> Chain.ours(operations, false), () -> Chain.minimal(operations)));
  }

  private void chainOfLeaves() {
    int operations = 100_000;
    add(
        "chain of " + operations + ", every operand a leaf",
        operations,
        Meter.measure(() -> Chain.ours(operations, true), () -> Chain.minimal(operations)));
  }

  private void twoMoons() {
    TwoMoons moons = new TwoMoons();
    Tensor[][] parameters = moons.parameters();
    Meter.Pair step =
        Meter.measure(
            () -> {
              for (Tensor[] row : parameters) {
                for (Tensor parameter : row) {
                  parameter.setGrad(null);
                }
              }
              moons.loss(parameters).backward();
            },
            moons::minimalStep);
    add("two moons, one step", moons.operations(), step);

    Tensor loss = moons.loss(parameters);
    int vertices = AutogradGraph.of(loss).vertexSet().size();
    Meter.Pair view =
        Meter.measure(
            () -> {
              AutogradGraph graph = AutogradGraph.of(loss);
              if (graph.edgeSet().size() < vertices - 1) {
                throw new AssertionError("fewer edges than a tree has");
              }
            },
            moons::minimalStep);
    ratios.add(
        Ratio.of(
            GROUP,
            "two moons, JGraphT view made complete",
            view.ours().nanos() / moons.operations(),
            view.peer().nanos() / moons.operations(),
            "ns/operation"));
  }

  private void add(String workload, int operations, Meter.Pair pair) {
    ratios.add(
        Ratio.of(
            GROUP,
            workload,
            pair.ours().nanos() / operations,
            pair.peer().nanos() / operations,
            "ns/operation"));
    ratios.add(
        Ratio.of(
            GROUP,
            workload + ", memory",
            pair.ours().bytes() / operations,
            pair.peer().bytes() / operations,
            "bytes/operation"));
  }

  /// Depth costs nothing extra: an operation of a chain of a million is as cheap as one of a chain
  /// of 62,500, from building it until the garbage collector has released it.
  private void depth() {
    double deep = lifeOfChain(1_000_000, 1);
    double shallow = lifeOfChain(62_500, 16);
    ratios.add(
        Ratio.of(
            GROUP,
            "chain of 1000000 built, run and released, against 16 of 62500",
            deep,
            shallow,
            "ns/operation"));
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
