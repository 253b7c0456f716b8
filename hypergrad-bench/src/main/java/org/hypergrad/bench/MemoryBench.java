package org.hypergrad.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.pytorch.global.torch;
import org.hypergrad.Threads;

/// What training takes of the memory: of the heap in a step, and of the machine in all.
final class MemoryBench {
  private static final String MLP = "MLP 784-256-128-10, batch 64";
  private static final int[] SIZES = {784, 256, 128, 10};

  private MemoryBench() {}

  /// What the JVMs that are started do: 50 steps in `ours` or in libtorch; then they tell the most
  /// memory that the process ever had, in KiB.
  static void main(String[] arguments) throws IOException {
    Runnable step = arguments[0].equals("ours") ? ours() : libtorch();
    for (int i = 0; i < 50; i++) {
      step.run();
    }
    System.out.println(peakKiB());
  }

  private static Runnable ours() {
    Threads.setCount(1);
    return new Mlp(64, SIZES)::stepInScope;
  }

  private static Runnable libtorch() {
    torch.set_num_threads(1);
    return new TorchMlp(64, SIZES)::step;
  }

  private static long peakKiB() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  static void run(Report report) {
    String heap = MLP + ", heap of a step in a scope, against one without";
    if (report.wants(heap)) {
      Mlp mlp = new Mlp(64, SIZES);
      Meter.Pair pair = Meter.measure(mlp::stepInScope, mlp::step);
      report.add(heap, pair.ours().bytes() / 1024, pair.peer().bytes() / 1024, "KiB");
    }
    String process = MLP + ", 50 steps, peak of the process, -Xmx64m";
    if (report.wants(process)) {
      report.add(process, peakMiB("ours"), peakMiB("libtorch"), "MiB");
    }
  }

  private static double peakMiB(String library) {
    List<String> options =
        List.of(
            "-Xmx64m",
            "--add-modules",
            "ALL-MODULE-PATH",
            "--enable-native-access=org.bytedeco.javacpp",
            "-Dorg.bytedeco.javacpp.cachedir="
                + System.getProperty("org.bytedeco.javacpp.cachedir"));
    return Long.parseLong(Jvm.run(MemoryBench.class, options, library)) / 1024.0;
  }
}
