package org.hypergrad.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hypergrad.Tensor;

/// How long a new JVM takes to differentiate for the first time and end, against one that only says
/// hello.
final class StartupBench {
  private static final int ROUNDS = 11;

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

  static List<Ratio> run() {
    double[] ours = new double[ROUNDS];
    double[] peer = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      ours[round] = milliseconds("neuron");
      peer[round] = milliseconds();
    }
    Arrays.sort(ours);
    Arrays.sort(peer);
    return List.of(
        Ratio.of(
            "startup",
            "a JVM's first neuron, against hello world",
            ours[ROUNDS / 2],
            peer[ROUNDS / 2],
            "ms"));
  }

  private static double milliseconds(String... arguments) {
    ProcessHandle.Info self = ProcessHandle.current().info();
    String java = self.command().orElseThrow();
    List<String> command =
        new ArrayList<>(
            List.of(
                java,
                "-p",
                System.getProperty("jdk.module.path"),
                "--add-modules",
                "org.hypergrad.ops.basic,org.hypergrad.kernels.vector,ch.qos.logback.classic",
                "-m",
                "org.hypergrad.bench/" + StartupBench.class.getName()));
    command.addAll(List.of(arguments));
    long start = System.nanoTime();
    try {
      int status =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      if (status != 0) {
        throw new IllegalStateException(command + " ended with " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return (System.nanoTime() - start) / 1e6;
  }
}
