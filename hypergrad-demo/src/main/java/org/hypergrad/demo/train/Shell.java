package org.hypergrad.demo.train;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/// What was typed.
final class Shell {
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  private Shell() {}

  /// The command line of a command, as a shell takes it again.
  static String line(CommandSpec command) {
    List<String> words = command.root().commandLine().getParseResult().originalArgs();
    return command.root().name()
        + words.stream().map(word -> " " + quoted(word)).collect(Collectors.joining());
  }

  /// The word, in quotes if a shell would read more than a word in it.
  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
