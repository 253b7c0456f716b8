package org.hypergrad.demo.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hypergrad.demo.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainCommandTest {
  private static final Pattern RIGHT = Pattern.compile("it has ([\\d.]+)% right");

  @TempDir private Path folder;

  private static double percentRight(String out) {
    Matcher matcher = RIGHT.matcher(out);
    assertThat(matcher.find()).as(out).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  private static CommandRun iris(Object... arguments) {
    Object[] words = Stream.concat(Stream.of("train", "iris"), Stream.of(arguments)).toArray();
    return CommandRun.of(words);
  }

  @Test
  void irises_are_told_apart_and_the_way_there_is_printed() {
    String out = iris().succeeded();

    assertThat(out)
        .startsWith("iris: 120 samples to learn from, 30 to test with; 4 numbers each, 3 classes")
        .contains(
            "network 4-16-3, relu", "adamw lr=0.01 weight_decay=0.1, scheduler cosine", "seed 0")
        .containsPattern("hidden1: Linear +\\[1, 16] +80")
        .contains("131 parameters", "epoch 40/40 loss ")
        .containsPattern("setosa +versicolor +virginica +recall");
    assertThat(percentRight(out)).isGreaterThan(90);
  }

  @Test
  void the_same_seed_gives_the_same_network_to_the_bit_on_any_number_of_threads()
      throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    Path third = folder.resolve("third");
    iris("--epochs=3", "--threads=1", "--save", first).succeeded();
    iris("--epochs=3", "--threads=2", "--save", second).succeeded();
    iris("--epochs=3", "--seed=1", "--save", third).succeeded();

    assertThat(first).hasSameBinaryContentAs(second);
    assertThat(Files.mismatch(first, third)).isNotNegative();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--optimizer=sgd --lr=0.1 --option=momentum=0.9 --option=nesterov=true",
        "--optimizer=adam --option=betas=[0.8,0.99] --scheduler=step",
        "--optimizer=rmsprop --scheduler=exponential --activation=tanh",
        "--scheduler=one_cycle --hidden=8,8 --activation=gelu",
        "--scheduler=plateau --label-smoothing=0 --batch=50",
        "--lr=0.02 --option=weight_decay=0 --scheduler=none --patience=2",
      })
  void every_choice_trains(String options) {
    Object[] words = options.split(" ");
    assertThat(iris(Stream.concat(Stream.of(words), Stream.of("--epochs=4")).toArray()).succeeded())
        .contains("epoch 4/4");
  }

  @Test
  void with_patience_a_part_is_set_aside_and_the_end_may_come_early() {
    String out = iris("--patience=1", "--epochs=300", "--lr=0.3", "--scheduler=none").succeeded();

    assertThat(out).contains("val_accuracy", "No gain since epoch").doesNotContain("epoch 300/300");
  }

  @Test
  void a_resumed_training_ends_with_the_very_network_of_one_that_was_not_interrupted() {
    Path whole = folder.resolve("whole.safetensors");
    Path resumed = folder.resolve("resumed.safetensors");
    Path checkpoints = folder.resolve("checkpoints");
    iris("--scheduler=none", "--epochs=5", "--save", whole).succeeded();
    iris("--scheduler=none", "--epochs=2", "--checkpoint", checkpoints).succeeded();
    String out =
        iris(
                "--scheduler=none",
                "--epochs=5",
                "--checkpoint",
                checkpoints,
                "--resume",
                "--save",
                resumed)
            .succeeded();

    assertThat(out).contains("Going on from the checkpoint after step 16.", "epoch 3/5");
    assertThat(resumed).hasSameBinaryContentAs(whole);
  }

  @Test
  void checkpoints_are_not_overwritten_and_not_mixed_with_other_settings() {
    Path checkpoints = folder.resolve("checkpoints");
    iris("--epochs=1", "--checkpoint", checkpoints).succeeded();

    assertRefused(
        iris("--epochs=1", "--checkpoint", checkpoints),
        "there are checkpoints in "
            + checkpoints
            + " already: go on from them with --resume, or use another folder");
    assertRefused(
        iris("--epochs=1", "--hidden=8", "--checkpoint", checkpoints, "--resume"),
        "cannot resume in "
            + checkpoints
            + ": its training has other settings (hidden there: 16, here: 8); give the same, or use"
            + " another folder");
  }

  @Test
  void a_table_of_ones_own_is_learnt() throws IOException {
    Path table = folder.resolve("table.csv");
    StringBuilder rows = new StringBuilder("x,size,y\n");
    for (int i = 0; i < 100; i++) {
      rows.append(i).append(',').append(i < 50 ? "small" : "large").append(",7\n");
    }
    Files.writeString(table, rows);

    String out = CommandRun.of("train", "csv", table, "--label", "size").succeeded();

    assertThat(out).startsWith("table.csv: 80 samples to learn from, 20 to test with; 2");
    assertThat(percentRight(out)).isGreaterThan(90);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --hidden=0          | --hidden are numbers from 1 on
          --epochs=0          | --epochs is at least 1
          --batch=-2          | --batch is at least 1
          --patience=0        | --patience is at least 1
          --threads=0         | --threads is at least 1
          --label-smoothing=2 | --label-smoothing is a number from 0 to 1
          --resume            | --resume needs --checkpoint DIR
          --activation=sum    | --activation: The operation 'sum' gives no number for each number it takes, as relu, tanh, sigmoid and gelu do
          --optimizer=sgd     | --optimizer sgd: parameter group didn't specify a value of required optimization parameter lr
          --lr=-1             | --optimizer adamw: Invalid learning rate: -1.0
          --option=betas=[2]  | --optimizer adamw: Invalid betas: [2.0], there are two of them
          --option=eps=much   | --optimizer adamw: 'much' is no value for 'eps', a Double.
          """)
  void a_choice_that_makes_no_sense_is_one_line(String option, String message) {
    assertRefused(iris(option), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --activation=rleu  | Did you mean relu
          --optimizer=adma   | Did you mean adam
          --option=momentm=1 | adamw has no option 'momentm', it has lr, betas
          --scheduler=sine   | There are none, step, exponential, cosine, one_cycle, plateau
          --epochs=many      | option '--epochs': 'many' is not an int
          """)
  void an_unknown_name_is_one_line_with_the_known_ones(String option, String part) {
    CommandRun run = iris(option);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("hypergrad: ")
        .contains(part);
  }

  @Test
  void a_loss_that_is_no_number_any_more_is_one_line() {
    CommandRun run = iris("--optimizer=sgd", "--lr=1e30", "--scheduler=none");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains("Try a smaller learning rate");
  }

  @Test
  void a_file_that_could_not_be_written_is_refused_before_anything_is_computed() {
    Path nowhere = folder.resolve("nowhere/model");
    CommandRun run = iris("--save", nowhere);
    assertRefused(run, "--save: cannot write into the folder " + nowhere.getParent());
    assertThat(run.out()).isEmpty();
    assertRefused(iris("--save", folder), "--save: " + folder + " is a folder");
  }

  @Test
  void a_file_in_the_place_of_the_folder_of_checkpoints_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");
    assertRefused(iris("--checkpoint", file), "--checkpoint: " + file + " is no folder");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x,y,z\\n1,2,a            | --label: FILE has no column "c". Its columns are "x", "y", "z"
          x,c\\n1,a\\nfour,b       | FILE, line 3, column "x": 'four' is not a number
          x,c\\n1,a\\n2            | FILE, line 3: the row has 1 cells, but the header names 2 columns
          x,c\\n1,a\\n2,a          | FILE needs two classes at least in the column "c", and other columns
          c\\na\\nb                | FILE needs two classes at least in the column "c", and other columns
          x,c\\n1,a\\n2,b          | FILE has 2 rows, too few: 5 are the least
          """)
  void a_table_that_cannot_be_learnt_is_one_line(String text, String message) throws IOException {
    Path table = Files.writeString(folder.resolve("table.csv"), text.replace("\\n", "\n"));
    CommandRun run = CommandRun.of("train", "csv", table, "--label=c");
    assertRefused(run, message.replace("FILE", table.toString()));
    assertThat(run.out()).isEmpty();
  }

  @Test
  void a_table_that_is_not_there_is_one_line() {
    Path none = folder.resolve("none.csv");
    assertRefused(CommandRun.of("train", "csv", none, "--label=c"), "there is no file " + none);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mnist", "fashion-mnist"})
  void a_folder_without_the_files_of_mnist_is_one_line(String data) {
    CommandRun run = CommandRun.of("train", data, "--data", folder);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("hypergrad: There is no file train-images-idx3-ubyte or ");
  }

  private static void assertRefused(CommandRun run, String message) {
    assertThat(run.err()).isEqualTo("hypergrad: " + message + System.lineSeparator());
    assertThat(run.exitCode()).isEqualTo(2);
  }
}
