package org.hypergrad.tests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hypergrad.tests.documents.Document.Snippet;
import org.hypergrad.tests.image.Command;
import org.hypergrad.tests.image.Image;
import org.hypergrad.tests.image.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What documents tell to type works as it stands, in the root of the sources. Builds are left out,
/// for they have just been made, and shells, which wait for somebody.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are for a POSIX shell")
class ShellCommandsIT {
  private static final Pattern TYPED =
      Pattern.compile("^(\\./hypergrad|java|jlink) (.*\\\\\n)*.*$", Pattern.MULTILINE);

  @TempDir private Path folder;
  private final List<Path> links = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/training.md"})
  void all_commands_work(String page) throws IOException {
    linkAll(Image.ROOT);
    Document document = Document.at(page);
    for (Snippet snippet : document.snippets()) {
      if (document.isProgram(snippet) && snippet.code().contains("void main()")) {
        Files.writeString(folder.resolve("Spirals.java"), snippet.code());
      }
    }
    List<String> commands =
        document.snippets().stream()
            .filter(snippet -> snippet.language().equals("sh"))
            .flatMap(snippet -> TYPED.matcher(snippet.code()).results())
            .map(match -> match.group())
            .toList();
    assertThat(commands).hasSizeGreaterThan(4);
    for (String command : commands) {
      Outcome outcome =
          Command.of("sh", "-c", command)
              .in(folder)
              .where("HYPERGRAD_NO_BUILD", 1)
              .where("PATH", Image.JDK.resolve("bin") + File.pathSeparator + System.getenv("PATH"))
              .run()
              .succeeded();
      assertThat(outcome.complaints()).as(command).isEmpty();
    }
  }

  /// Makes a folder in which everything is found that is in `root`, and to which can be written.
  private void linkAll(Path root) throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      for (Path file : files.toList()) {
        links.add(Files.createSymbolicLink(folder.resolve(file.getFileName()), file));
      }
    }
  }

  @AfterEach
  void unlinkAll() throws IOException {
    for (Path link : links) {
      Files.delete(link);
    }
  }
}
