package org.hypergrad.demo.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.hypergrad.demo.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `train ... --report DIR`
class ReportOptionTest {
  @TempDir private Path folder;

  private static void assertRefused(CommandRun run, String message) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).containsExactly("hypergrad: --report: " + message);
  }

  @Test
  void a_training_leaves_one_page_in_a_folder_of_its_own() throws IOException {
    Path report = folder.resolve("new/report");

    String out = CommandRun.of("train", "digits", "--epochs=2", "--report", report).succeeded();

    assertThat(out).contains("The report is in " + report.resolve("report.html"));
    assertThat(report).isDirectoryContaining("glob:**/report.html");
    try (var files = Files.list(report)) {
      assertThat(files).hasSize(1);
    }
    assertThat(Files.readString(report.resolve("report.html")))
        .startsWith("<!DOCTYPE html>")
        .contains("<h1>digits</h1>", "Of the 359 test samples", "What it gets wrong")
        .contains("hypergrad train digits --epochs=2 --report " + report);
  }

  @Test
  void the_moons_have_a_report_too() throws IOException {
    CommandRun.of("train", "moons", "--steps=2", "--hidden=3", "--report", folder).succeeded();

    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("<h1>moons, 2-3-1</h1>", "After 2 steps it has ", "Decision boundary")
        .contains(">outer<", ">inner<", "<td>HyperGrad</td>", "<td>threads</td>")
        .contains("hypergrad train moons --steps=2 --hidden=3 --report " + folder);
  }

  @Test
  void the_same_seed_gives_the_same_page_but_for_the_time() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    CommandRun.of("train", "iris", "--epochs=2", "--report", first).succeeded();
    CommandRun.of("train", "iris", "--epochs=2", "--report", second).succeeded();

    assertThat(timeless(first)).isEqualTo(timeless(second));
  }

  private static String timeless(Path report) throws IOException {
    return Files.readString(report.resolve("report.html"))
        .lines()
        .filter(line -> !line.contains("<dt>time</dt>"))
        .filter(line -> !line.startsWith("<tr><td>began</td>"))
        .filter(line -> !line.startsWith("<tr><td>time</td>"))
        .map(line -> line.replace(report.toString(), "REPORT"))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void an_earlier_report_is_replaced() throws IOException {
    Path page = Files.writeString(folder.resolve("report.html"), "an earlier one");

    CommandRun.of("train", "iris", "--epochs=1", "--report", folder).succeeded();

    assertThat(page).content().startsWith("<!DOCTYPE html>");
  }

  @Test
  void what_could_not_be_written_is_refused_before_anything_is_computed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");
    assertRefused(CommandRun.of("train", "iris", "--report", file), file + " is no folder");
    assertRefused(
        CommandRun.of("train", "iris", "--report", file.resolve("below")), file + " is no folder");
    Path page = Files.createDirectories(folder.resolve("taken/report.html"));
    assertRefused(
        CommandRun.of("train", "iris", "--report", page.getParent()), page + " is a folder");
    assertRefused(CommandRun.of("demo", "--report", file), file + " is no folder");
    assertRefused(CommandRun.of("train", "moons", "--report", file), file + " is no folder");
  }
}
