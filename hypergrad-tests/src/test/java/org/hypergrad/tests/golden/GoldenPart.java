package org.hypergrad.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// One part of the golden vectors (`ops`, `graph`, ...): makes a test of every file, and counts how
/// its cases went.
///
/// The counts go to standard output as one line, and to `target/golden/PART.csv` with a line per
/// file; the property `hypergrad.golden.report` names another folder.
final class GoldenPart {
  /// Runs one case.
  @FunctionalInterface
  interface Runner {
    /// Returns if PyTorch and we agree.
    ///
    /// @throws UnsupportedCase if the case asks for what we do not have
    /// @throws AssertionError if we differ; any other exception is a failure too
    void run(JsonNode fields) throws Exception;
  }

  private record Counts(int cases, int passed, int failed, int unsupported) {
    Counts plus(Counts other) {
      return new Counts(
          cases + other.cases,
          passed + other.passed,
          failed + other.failed,
          unsupported + other.unsupported);
    }
  }

  private static final int SHOWN = 5;

  /// Told where some kernels are left out, for then there is another line without this.
  private static final String KERNELS =
      System.getProperty("hypergrad.kernels.exclude") == null
          ? ""
          : " without the kernels " + System.getProperty("hypergrad.kernels.exclude");

  private final String name;
  private final Runner runner;
  private final TreeMap<String, Counts> counts = new TreeMap<>();

  GoldenPart(String name, Runner runner) {
    this.name = name;
    this.runner = runner;
  }

  /// The name of the part.
  String name() {
    return name;
  }

  /// One test per file, which fails if a case does.
  Stream<DynamicTest> tests() {
    return Vectors.files(Vectors.folder(), name).stream()
        .map(file -> DynamicTest.dynamicTest(Vectors.name(file), file.toUri(), () -> run(file)));
  }

  private void run(Path file) {
    List<String> failures = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int passed = 0;
    int unsupported = 0;
    for (JsonNode fields : Vectors.cases(file)) {
      String id = fields.get("id").textValue();
      if (!ids.add(id)) {
        failures.add(id + ": this id stands twice in the file");
        continue;
      }
      try {
        runner.run(fields);
        passed++;
      } catch (UnsupportedCase _) {
        unsupported++;
      } catch (Exception | AssertionError e) {
        failures.add(describe(fields, e));
      }
    }
    int cases = passed + unsupported + failures.size();
    counts.put(Vectors.name(file), new Counts(cases, passed, failures.size(), unsupported));
    if (!failures.isEmpty()) {
      throw new AssertionError(
          "%s: %d of %d cases failed%n%s%s"
              .formatted(
                  Vectors.name(file),
                  failures.size(),
                  cases,
                  String.join("\n", failures.subList(0, Math.min(SHOWN, failures.size()))),
                  failures.size() > SHOWN ? "\n..." : ""));
    }
  }

  private static String describe(JsonNode fields, Throwable problem) {
    String call = fields.path("call").asText(fields.path("code").asText());
    String message =
        problem instanceof AssertionError
            ? problem.getMessage()
            : problem + " at " + List.of(problem.getStackTrace()).stream().limit(3).toList();
    return "  %s  %s%n    %s"
        .formatted(fields.get("id").textValue(), call.replace("\n", "\n    "), message);
  }

  /// Prints and writes the counts; nothing if there was no file.
  void report() throws IOException {
    if (counts.isEmpty()) {
      return;
    }
    Counts all = counts.values().stream().reduce(new Counts(0, 0, 0, 0), Counts::plus);
    System.out.printf(
        "golden %s%s: %d cases, %d passed, %d failed, %d unsupported%n",
        name, KERNELS, all.cases, all.passed, all.failed, all.unsupported);
    List<String> lines = new ArrayList<>(List.of("file,cases,passed,failed,unsupported"));
    counts.forEach((file, c) ->
        lines.add("%s,%d,%d,%d,%d".formatted(file, c.cases, c.passed, c.failed, c.unsupported)));
    Path folder =
        Path.of(System.getProperty("hypergrad.root"))
            .resolve(System.getProperty("hypergrad.golden.report", "target/golden"));
    Files.createDirectories(folder);
    Files.write(folder.resolve(name + ".csv"), lines);
  }
}
