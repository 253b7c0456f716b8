package org.hypergrad.tests.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.hypergrad.nn.train.Checkpoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A training whose process is killed again and again, at any moment, ends where it would have
/// ended.
///
/// `-Dhypergrad.kills=30` kills it so often; `-Dhypergrad.seed=...` repeats the moments of a run.
class KilledTrainingTest {
  private static final int KILLS = Integer.getInteger("hypergrad.kills", 5);

  /// All batches that the training has.
  private static final int BATCHES = 360;

  private static final String COMPLAINTS = "complaints.txt";
  private static final String MODULE = "org.hypergrad.tests";
  private static final Path TEST_CLASSES =
      Path.of(System.getProperty("hypergrad.root"), "hypergrad-tests", "target", "test-classes");

  @TempDir private Path temporary;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void killed_at_any_moment_it_ends_the_same() throws Exception {
    Path whole = temporary.resolve("whole");
    Path killed = temporary.resolve("killed");
    assertThat(lastLine(whole)).endsWith("COMPLETED");

    long seed = Long.getLong("hypergrad.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int i = 0; i < KILLS; i++) {
      String moment = "kill " + i + " with -Dhypergrad.seed=" + seed;
      kill(killed, random.nextInt(4, BATCHES / KILLS), random.nextLong(3_000_000));
      assertThat(new Checkpoints(killed).newest()).as(moment).isPresent();
    }
    assertThat(lastLine(killed)).endsWith("COMPLETED");

    assertThat(contents(killed)).as("-Dhypergrad.seed=%s", seed).isEqualTo(contents(whole));
  }

  /// Starts the training and kills it some nanoseconds after it has told of so many batches.
  private void kill(Path folder, int batches, long nanos) throws Exception {
    Process process = start(folder);
    try (BufferedReader lines = process.inputReader()) {
      for (int i = 0; i < batches; i++) {
        assertThat(lines.readLine()).as(this::complaints).isNotNull();
      }
      LockSupport.parkNanos(nanos);
      process.destroyForcibly().waitFor();
    }
  }

  /// Lets the training come to its end.
  private String lastLine(Path folder) throws Exception {
    Process process = start(folder);
    try (BufferedReader lines = process.inputReader()) {
      List<String> printed = lines.lines().toList();
      assertThat(process.waitFor()).as(this::complaints).isZero();
      return printed.getLast();
    }
  }

  private Process start(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--module-path",
            System.getProperty("jdk.module.path"),
            "--patch-module",
            MODULE + "=" + TEST_CLASSES,
            "--module",
            MODULE + "/" + KilledTraining.class.getName(),
            folder.toString())
        .redirectError(temporary.resolve(COMPLAINTS).toFile())
        .start();
  }

  private String complaints() {
    try {
      return Files.readString(temporary.resolve(COMPLAINTS));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /// Every file with its bytes.
  private static Map<String, ByteBuffer> contents(Path folder) throws IOException {
    Map<String, ByteBuffer> contents = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        contents.put(file.getFileName().toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
      }
    }
    return contents;
  }
}
