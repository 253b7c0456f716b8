package org.hypergrad.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Processes that are measured as a whole.
final class Jvm {
  private Jvm() {}

  /// Runs a class of this module in a new JVM that has the modules of this one, and gives what it
  /// printed.
  static String run(Class<?> main, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(options);
    command.addAll(List.of("-p", System.getProperty("jdk.module.path")));
    command.addAll(List.of("-m", "org.hypergrad.bench/" + main.getName()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  /// The program that runs this JVM.
  static String java() {
    return ProcessHandle.current().info().command().orElseThrow();
  }

  /// Runs a command to its end and gives what it printed.
  static String run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int status = process.waitFor();
      if (status != 0) {
        throw new IllegalStateException(command + " ended with " + status + ": " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
