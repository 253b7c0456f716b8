package org.hypergrad.bench;

import java.util.List;
import org.hypergrad.Tensor;

/// How long whole processes take that do next to nothing.
final class StartupBench {
  private static final int ROUNDS = 11;
  private static final List<String> MODULES =
      List.of(
          "--add-modules",
          "org.hypergrad.ops.basic,org.hypergrad.kernels.vector,ch.qos.logback.classic");

  private StartupBench() {}

  /// What the JVMs that are started do: a neuron, forward and backward, if there is an argument.
  static void main(String[] arguments) {
    double gradient = 0;
    if (arguments.length > 0) {
      Tensor w = Tensor.of(0.5, -1.5).requiresGrad(true);
      w.mul(Tensor.of(2.0, 3.0)).sum().tanh().backward();
      gradient = w.grad().sum().item();
    }
    System.out.println("hello, " + gradient);
  }

  static void run(Report report) {
    String start = System.getProperty("hypergrad.bench.root") + "/hypergrad";
    compare(
        report,
        "hypergrad --version, against java -version",
        () -> Jvm.run(List.of(start, "--version")),
        () -> Jvm.run(List.of(Jvm.java(), "-version")));
    compare(
        report,
        "a JVM's first neuron, against hello world",
        () -> Jvm.run(StartupBench.class, MODULES, "neuron"),
        () -> Jvm.run(StartupBench.class, MODULES));
  }

  private static void compare(Report report, String workload, Runnable ours, Runnable peer) {
    if (!report.wants(workload)) {
      return;
    }
    ours.run(); // the start script builds what is not built yet
    double[] oursMillis = new double[ROUNDS];
    double[] peerMillis = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      oursMillis[round] = milliseconds(ours);
      peerMillis[round] = milliseconds(peer);
    }
    report.add(workload, Meter.median(oursMillis), Meter.median(peerMillis), "ms");
  }

  private static double milliseconds(Runnable process) {
    long start = System.nanoTime();
    process.run();
    return (System.nanoTime() - start) / 1e6;
  }
}
