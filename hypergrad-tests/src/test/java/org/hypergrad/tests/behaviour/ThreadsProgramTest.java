package org.hypergrad.tests.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What threads do to a whole process.
@Timeout(120)
class ThreadsProgramTest {
  private static final String MODULE = "org.hypergrad.tests";
  private static final Path TEST_CLASSES =
      Path.of(System.getProperty("hypergrad.root"), "hypergrad-tests", "target", "test-classes");

  @TempDir private Path temporary;

  private record Printed(List<String> lines, String complaints) {}

  private Printed run(String... options) throws IOException, InterruptedException {
    File complaints = temporary.resolve("complaints.txt").toFile();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "--module-path",
            System.getProperty("jdk.module.path"),
            "--patch-module",
            MODULE + "=" + TEST_CLASSES,
            "--module",
            MODULE + "/" + ThreadsProgram.class.getName()));
    Process process = new ProcessBuilder(command).redirectError(complaints).start();
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).as(() -> complaints(complaints)).isZero();
    return new Printed(lines, complaints(complaints));
  }

  private static String complaints(File file) {
    try {
      return Files.readString(file.toPath());
    } catch (IOException e) {
      return e.toString();
    }
  }

  /// Workers that kept the process alive would have ended, for lack of work, before it does.
  @Test
  void threads_start_when_needed_and_the_process_ends_without_waiting_for_them() throws Exception {
    Printed printed = run("-Dhypergrad.threads=3");
    assertThat(printed.lines)
        .containsExactly(
            "threads wanted: 3",
            "after a small product: 0",
            "after a large product: 2",
            "at the end: 2");
    assertThat(printed.complaints).doesNotContain("hypergrad.threads");
  }

  @Test
  void with_one_thread_there_is_none_but_the_callers() throws Exception {
    assertThat(run("-Dhypergrad.threads=1").lines)
        .containsExactly(
            "threads wanted: 1",
            "after a small product: 0",
            "after a large product: 0",
            "at the end: 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "many", "", "99999999999"})
  void a_number_that_is_none_is_told_and_one_a_processor_taken(String number) throws Exception {
    Printed printed = run("-Dhypergrad.threads=" + number, "-XX:ActiveProcessorCount=5");
    assertThat(printed.lines).startsWith("threads wanted: 5");
    assertThat(printed.complaints)
        .contains("-Dhypergrad.threads=" + number + " is not a positive integer");
  }
}
