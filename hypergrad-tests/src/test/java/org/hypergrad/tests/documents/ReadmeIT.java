package org.hypergrad.tests.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hypergrad.tests.image.Image;
import org.hypergrad.tests.image.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The programs in the README are compiled and run as they stand.
class ReadmeIT {
  private static final String IMPORT = "import ";
  private static final Pattern PRINTED = Pattern.compile("IO\\.println\\(.*\\); // (.*)");
  private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+");

  @TempDir private Path folder;

  /// The blocks that bring their imports.
  static List<Document.Snippet> programs() {
    return Document.at("README.md").snippets().stream()
        .filter(snippet -> snippet.language().equals("java"))
        .filter(snippet -> snippet.code().startsWith(IMPORT))
        .toList();
  }

  @Test
  void there_are_programs_without_and_with_layers() {
    assertThat(programs()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void a_program_prints_what_it_says(Document.Snippet snippet) throws IOException {
    Path program = Files.writeString(folder.resolve("Program.java"), program(snippet.code()));

    Outcome outcome =
        Image.in(Image.JDK)
            .with("-p", Image.MODS, "--add-modules", "org.hypergrad", program)
            .in(folder)
            .run()
            .succeeded();

    Matcher promised = PRINTED.matcher(snippet.code());
    if (promised.find()) {
      assertSimilar(outcome.out().lines().toList().getLast(), promised.group(1));
    }
  }

  /// The same words, and numbers that may differ as much as they do between processors.
  private static void assertSimilar(String printed, String promised) {
    assertThat(NUMBER.matcher(printed).replaceAll("#"))
        .isEqualTo(NUMBER.matcher(promised).replaceAll("#"));
    double[] numbers = numbers(printed);
    assertThat(numbers).containsExactly(numbers(promised), within(0.02));
  }

  private static double[] numbers(String text) {
    return NUMBER.matcher(text).results().mapToDouble(n -> Double.parseDouble(n.group())).toArray();
  }

  /// The block as a source file: its imports, and the rest as the body of `main`.
  private static String program(String code) {
    String imports = code.lines().filter(ReadmeIT::isImport).collect(Collectors.joining("\n"));
    String body = code.lines().filter(line -> !isImport(line)).collect(Collectors.joining("\n"));
    return imports + "\n\nvoid main() throws Exception {\n" + body + "\n}\n";
  }

  private static boolean isImport(String line) {
    return line.startsWith(IMPORT);
  }
}
