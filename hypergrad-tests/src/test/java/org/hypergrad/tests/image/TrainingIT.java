package org.hypergrad.tests.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Networks that are trained and used from the command line.
class TrainingIT {
  private static final Pattern RIGHT = Pattern.compile("it has ([\\d.]+)% right");
  private static final String ESCAPE = "\u001b[";

  @TempDir private Path folder;

  /// How many of the test samples a program that trained says to have right.
  static double percentRight(Outcome training) {
    Matcher matcher = RIGHT.matcher(training.out());
    assertThat(matcher.find()).as("%s", training).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  @Test
  void a_network_is_trained_saved_and_used() throws IOException {
    Outcome training =
        Image.hypergrad("train", "iris", "--save", "iris.safetensors").in(folder).run().succeeded();
    assertThat(percentRight(training)).isGreaterThan(90);
    assertThat(training.complaints()).isEmpty();

    Files.writeString(
        folder.resolve("flowers.csv"),
        """
        sepal length (cm),sepal width (cm),petal length (cm),petal width (cm)
        5.1,3.5,1.4,0.2
        7.7,3.0,6.1,2.3
        """);
    Outcome answers =
        Image.hypergrad("predict", "--model", "iris.safetensors", "flowers.csv")
            .in(folder)
            .run()
            .succeeded();
    assertThat(answers.out()).containsPattern("0 +setosa").containsPattern("1 +virginica");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it knows no signals")
  void a_training_that_is_killed_and_interrupted_ends_as_if_nothing_had_happened() {
    Path whole = folder.resolve("whole.safetensors");
    Path parts = folder.resolve("parts.safetensors");
    Path checkpoints = folder.resolve("checkpoints");
    Command training = Image.hypergrad("train", "digits", "--hidden", "16", "--epochs", "150");
    training.with("--save", whole).run().succeeded();

    Command resumed = training.with("--checkpoint", checkpoints, "--resume", "--save", parts);
    Outcome killed = resumed.runUntil(() -> checkpointAfter(checkpoints, 0), "KILL");
    assertThat(killed.exitCode()).isEqualTo(128 + 9);
    assertThat(parts).doesNotExist();

    Path report = folder.resolve("report");
    Outcome interrupted =
        resumed.with("--report", report).runUntil(() -> checkpointAfter(checkpoints, 180), "INT");
    assertThat(interrupted.exitCode()).isEqualTo(128 + 2);
    assertThat(interrupted.complaints()).isEmpty();
    assertThat(interrupted.out()).contains("Going on from the checkpoint", "Stopped in epoch");
    assertThat(parts).doesNotExist();
    assertThat(report.resolve("report.html"))
        .content()
        .contains("The training was stopped after epoch", "time since it was resumed");

    resumed.run().succeeded();
    assertThat(parts).hasSameBinaryContentAs(whole);
    assertThat(checkpoints).isDirectoryNotContaining("glob:**.tmp");
  }

  /// Whether there is a checkpoint with more steps than so many.
  private static boolean checkpointAfter(Path checkpoints, long steps) {
    if (!Files.isDirectory(checkpoints)) {
      return false;
    }
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(checkpoints, "step-*.safetensors")) {
      for (Path file : files) {
        if (Long.parseLong(file.getFileName().toString().replaceAll("\\D", "")) > steps) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void without_a_terminal_there_are_lines_and_no_colours() {
    Outcome training = Image.hypergrad("train", "iris", "--epochs", "2").run().succeeded();

    assertThat(training.out())
        .contains("epoch 1/2 loss", "epoch 2/2 loss")
        .doesNotContain(ESCAPE, "\r");
  }

  @Test
  void on_a_terminal_there_are_colours_unless_they_are_not_wanted() {
    Path script = Path.of("/usr/bin/script");
    assumeTrue(Files.isExecutable(script), "there is no 'script' to make a terminal with");
    Command training =
        Command.of(
                script,
                "-qec",
                "'"
                    + Image.HOME.resolve("bin/java")
                    + "' -m "
                    + Image.MAIN
                    + " train iris --epochs 2",
                "/dev/null")
            .where("TERM", "xterm");

    assertThat(training.where("NO_COLOR", "").run().succeeded().out()).contains("\r", ESCAPE);
    assertThat(training.where("NO_COLOR", "1").run().succeeded().out())
        .contains("\repoch")
        .doesNotContain(ESCAPE);
  }

  @Test
  void a_model_that_is_damaged_is_one_line_on_stderr() throws IOException {
    Path model = Files.write(folder.resolve("model"), new byte[100]);

    Outcome outcome = Image.hypergrad("predict", "--model", model, "--digits", "0").run();

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.complaints())
        .singleElement()
        .asString()
        .startsWith("hypergrad: cannot use the model: " + model);
  }
}
