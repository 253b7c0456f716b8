package org.hypergrad.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Runs groups of workloads, prints a table and writes it as JSON.
public final class Main {
  private static final Map<String, Supplier<List<Ratio>>> GROUPS =
      new TreeMap<>(
          Map.of(
              "autograd", AutogradBench::run,
              "elementwise", ElementwiseBench::run,
              "gemm", GemmBench::run,
              "memory", MemoryBench::run,
              "startup", StartupBench::run,
              "training", TrainingBench::run));

  private Main() {}

  /// Takes the name of a group, or `all`, and the file to write.
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2 || !arguments[0].equals("all") && !GROUPS.containsKey(arguments[0])) {
      System.err.println("usage: run GROUP, with GROUP one of " + GROUPS.keySet() + " or all");
      System.exit(2);
    }
    List<Ratio> ratios = new ArrayList<>();
    System.out.printf(
        "%-62s | threads | %10s | %10s | %-15s | ratio (above 1: ours is faster)%n",
        "workload", "ours", "peer", "unit");
    for (var group : GROUPS.entrySet()) {
      if (arguments[0].equals("all") || arguments[0].equals(group.getKey())) {
        for (Ratio ratio : group.getValue().get()) {
          System.out.printf(
              "%-62s | %7d | %10.2f | %10.2f | %-15s | %.2f%n",
              ratio.workload(),
              ratio.threads(),
              ratio.ours(),
              ratio.peer(),
              ratio.unit(),
              ratio.ratio());
          ratios.add(ratio);
        }
      }
    }
    Path file = Path.of(arguments[1]);
    Path written = Files.createTempFile(file.toAbsolutePath().getParent(), "ratios", ".json");
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(written.toFile(), ratios);
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
