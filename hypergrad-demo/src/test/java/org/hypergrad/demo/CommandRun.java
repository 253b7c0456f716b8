package org.hypergrad.demo;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What a command of the program prints, run within the test.
///
/// @param exitCode 0 if all went well
/// @param out what it printed
/// @param err what it complained about
public record CommandRun(int exitCode, String out, String err) {
  /// Runs a command to its end.
  public static CommandRun of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int exitCode =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(words);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }

  /// What it printed, if all went well and it complained about nothing.
  public String succeeded() {
    if (exitCode != 0 || !err.isEmpty()) {
      throw new AssertionError("exit code " + exitCode + ": " + err);
    }
    return out;
  }
}
