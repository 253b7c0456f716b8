package org.hypergrad.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.hypergrad.Threads;

/// Runs groups of workloads, prints a table and writes it as JSON.
public final class Main {
  private static final Map<String, Consumer<Report>> GROUPS =
      new TreeMap<>(
          Map.of(
              "autograd", AutogradBench::run,
              "elementwise", ElementwiseBench::run,
              "float64", Float64Bench::run,
              "gemm", GemmBench::run,
              "memory", MemoryBench::run,
              "reductions", ReductionBench::run,
              "selection", SelectionBench::run,
              "startup", StartupBench::run,
              "training", TrainingBench::run));

  private Main() {}

  /// Takes the file to write, the name of a group, or `all`, and perhaps a part of the names of the
  /// workloads that are wanted.
  public static void main(String[] arguments) throws IOException {
    String wanted = arguments.length < 2 ? "" : arguments[1];
    if (!wanted.equals("all") && !GROUPS.containsKey(wanted) || arguments.length > 3) {
      System.err.println(
          "usage: run GROUP [WORKLOAD], with GROUP one of " + GROUPS.keySet() + " or all");
      System.exit(2);
    }
    Report report = new Report(arguments.length == 3 ? arguments[2] : "");
    GROUPS.forEach((group, run) -> {
      if (wanted.equals("all") || wanted.equals(group)) {
        Threads.setCount(1);
        report.begin(group);
        run.accept(report);
      }
    });
    Path file = Path.of(arguments[0]);
    Path written = Files.createTempFile(file.toAbsolutePath().getParent(), "ratios", ".json");
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(written.toFile(), report.ratios());
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
