package org.hypergrad.tests.golden;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What HyperGrad does not have (yet), and why: the lines of `unsupported.txt`.
final class UnsupportedList {
  /// A line of the list.
  ///
  /// @param pattern names of operations or ids of programs; `*` stands for any letters
  /// @param reason why they are unsupported
  record Entry(String pattern, String reason) {
    boolean names(String name) {
      return Pattern.matches("\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E", name);
    }
  }

  private static final String FILE = "unsupported.txt";
  private static final List<Entry> ENTRIES = read();
  private static final Set<String> UNLISTED = new TreeSet<>();

  private UnsupportedList() {}

  /// All entries, in the order of the file.
  static List<Entry> entries() {
    return ENTRIES;
  }

  /// What to throw for a case of an operation or program that we do not have.
  static UnsupportedCase unsupported(String name) {
    return ENTRIES.stream()
        .filter(entry -> entry.names(name))
        .findFirst()
        .map(entry -> new UnsupportedCase(entry.reason))
        .orElseGet(() -> unlisted(name));
  }

  /// Whether a single case of an operation is in the list, by its id.
  static boolean hasCase(String id) {
    return ENTRIES.stream().anyMatch(entry -> entry.pattern.equals(id));
  }

  private static UnsupportedCase unlisted(String name) {
    if (UNLISTED.add(name)) {
      System.out.println("golden: " + name + " is unsupported and not listed in " + FILE);
    }
    return new UnsupportedCase("not listed");
  }

  private static List<Entry> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                UnsupportedList.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" {2,}", 2))
          .map(columns -> new Entry(columns[0], columns[1].strip()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
