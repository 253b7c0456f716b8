package org.hypergrad.tests.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A program to start, as one types it.
///
/// @param words the program and its arguments
/// @param folder where it starts, or null for the folder of the tests
/// @param environment variables added to those of the tests
public record Command(List<String> words, Path folder, Map<String, String> environment) {
  private static final long LIMIT_SECONDS = 300;
  private static final long POLL_NANOS = 5_000_000;

  /// These would change what the JVM under test does, or print a line about themselves.
  private static final List<String> HIDDEN =
      List.of(
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "CLASSPATH",
          "HYPERGRAD_JAVA_OPTS",
          "HYPERGRAD_PLUGINS");

  /// A command of these words.
  public static Command of(Object... words) {
    return new Command(List.of(words).stream().map(Object::toString).toList(), null, Map.of());
  }

  /// With more arguments.
  public Command with(Object... arguments) {
    List<String> more = new ArrayList<>(words);
    more.addAll(of(arguments).words);
    return new Command(more, folder, environment);
  }

  /// Started in a folder.
  public Command in(Path directory) {
    return new Command(words, directory, environment);
  }

  /// With a variable of the environment.
  public Command where(String variable, Object value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(variable, value.toString());
    return new Command(words, folder, more);
  }

  /// Runs it to its end.
  public Outcome run() {
    return run(_ -> {});
  }

  /// Starts it, sends it a signal as soon as the condition holds, and waits for its end.
  ///
  /// @param signal `INT`, as Ctrl-C does, or `KILL`
  public Outcome runUntil(BooleanSupplier condition, String signal) {
    return run(process -> {
      while (process.isAlive() && !condition.getAsBoolean()) {
        LockSupport.parkNanos(POLL_NANOS);
      }
      of("kill", "-" + signal, process.pid()).run();
    });
  }

  private Outcome run(Consumer<Process> meanwhile) {
    try {
      Path out = Files.createTempFile("command", ".out");
      Path err = Files.createTempFile("command", ".err");
      try {
        return run(out, err, meanwhile);
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + words, e);
    }
  }

  private Outcome run(Path out, Path err, Consumer<Process> meanwhile) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.directory(folder == null ? null : folder.toFile());
    HIDDEN.forEach(builder.environment()::remove);
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      meanwhile.accept(process);
      boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
      Outcome outcome =
          new Outcome(
              String.join(" ", words),
              ended ? process.exitValue() : -1,
              Files.readString(out),
              Files.readString(err));
      if (!ended) {
        throw new AssertionError("still running after " + LIMIT_SECONDS + " s: " + outcome);
      }
      return outcome;
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while waiting for " + words, e);
    } finally {
      process.destroyForcibly();
    }
  }
}
