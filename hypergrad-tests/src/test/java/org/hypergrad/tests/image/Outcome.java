package org.hypergrad.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/// How a program ended.
///
/// @param command what was typed
/// @param exitCode 0 if it says that all went well
/// @param out what it printed
/// @param err what it complained about
public record Outcome(String command, int exitCode, String out, String err) {
  /// The JVM says so, whenever the module is there; it cannot be told not to.
  private static final String INCUBATOR = "WARNING: Using incubator modules: jdk.incubator.vector";

  /// This, if all went well.
  public Outcome succeeded() {
    assertThat(exitCode).as("%s", this).isZero();
    return this;
  }

  /// What it complained about, but for what the JVM says of itself.
  public List<String> complaints() {
    return err.lines().filter(line -> !line.equals(INCUBATOR)).toList();
  }

  /// All of it, for the message of a failing test.
  @Override
  public String toString() {
    return "%s%nexit code %d%n%s%n%s".formatted(command, exitCode, out, err);
  }
}
