package org.hypergrad.demo.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hypergrad.Tensor;
import org.hypergrad.demo.CommandRun;
import org.hypergrad.nn.format.SafeTensors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {
  @TempDir private static Path models;

  private static Path digits;
  private static Path iris;
  private static Path checkpoints;

  @TempDir private Path folder;

  @BeforeAll
  static void train() {
    digits = models.resolve("digits.safetensors");
    iris = models.resolve("iris.safetensors");
    checkpoints = models.resolve("checkpoints");
    CommandRun.of("train", "digits", "--epochs=4", "--hidden=32", "--save", digits).succeeded();
    CommandRun.of("train", "iris", "--save", iris, "--checkpoint", checkpoints).succeeded();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void digits_are_drawn_and_read() {
    String out = CommandRun.of("predict", "--model", digits, "--digits", "0,1").succeeded();

    assertThat(out)
        .startsWith("          --##++..             ####--".substring(3))
        .containsPattern("digit +class +probability +others +it is")
        .containsPattern("\n +0 +0 +0\\.[5-9]\\d+ +\\d 0\\.\\d+, \\d 0\\.\\d+ +0\n")
        .containsPattern("\n +1 +1 +0\\.[5-9]\\d+ .* 1\n");
    assertThat(CommandRun.of("predict", "--model", digits, "--digits", "0", "1").succeeded())
        .isEqualTo(out);
  }

  @Test
  void a_folder_in_place_of_a_file_is_one_line() {
    for (CommandRun run :
        List.of(
            CommandRun.of("predict", "--model", iris, folder),
            CommandRun.of("train", "csv", folder, "--label=kind"))) {
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err().strip())
          .isEqualTo("hypergrad: " + folder + " is a folder: give a file in it");
    }
  }

  @Test
  void names_of_classes_do_nothing_to_the_terminal() throws IOException {
    String wild = "\"\u001b[2Jred\n\u202e" + "x".repeat(10_000) + '"';
    Path table = file("table.csv", "a,kind\n" + ("1,猫\n2," + wild + "\n").repeat(5));
    Path model = folder.resolve("wild.safetensors");

    String training =
        CommandRun.of("train", "csv", table, "--label=kind", "--epochs=1", "--save", model)
            .succeeded();
    String answers = CommandRun.of("predict", "--model", model, table).succeeded();

    assertThat(List.of(training, answers))
        .allSatisfy(text ->
            assertThat(text)
                .contains("\\u001b[2Jred\\n")
                .doesNotContain("\u001b", "\u202e", "x".repeat(31)));
    assertThat(answers.lines().skip(1)).hasSize(10).allMatch(line -> line.contains("猫"));
  }

  @Test
  void the_rows_of_a_table_get_classes_whatever_the_order_of_its_columns() throws IOException {
    Path table =
        file(
            "flowers.csv",
            """
            note,petal width (cm),petal length (cm),sepal width (cm),sepal length (cm)
            a small one,0.2,1.4,3.5,5.1
            ,2.3,6.1,3.0,7.7
            """);

    assertThat(CommandRun.of("predict", "--model", iris, table).succeeded().lines().skip(1))
        .satisfiesExactly(
            row -> assertThat(row).matches(" +0 +setosa +0\\.[5-9].*"),
            row -> assertThat(row).matches(" +1 +virginica +0\\.[5-9].*"));
  }

  @Test
  void a_folder_of_checkpoints_answers_like_the_network_at_the_end() throws IOException {
    Path table =
        file(
            "f.csv",
            "sepal length (cm),sepal width (cm),petal length (cm),petal width (cm)\n5,3,2,1\n");

    assertThat(CommandRun.of("predict", "--model", checkpoints, table).succeeded())
        .isEqualTo(CommandRun.of("predict", "--model", iris, table).succeeded());
    Path best = checkpoints.resolve("best.safetensors");
    assertThat(CommandRun.of("predict", "--model", best, table).succeeded())
        .contains("probability");
  }

  @Test
  void pictures_in_idx_get_classes() throws IOException {
    Path pictures = Files.write(folder.resolve("pictures"), idx(3, 8, 8));

    assertThat(CommandRun.of("predict", "--model", digits, pictures).succeeded().lines())
        .hasSize(4);
  }

  @Test
  void pictures_of_another_size_are_refused() throws IOException {
    Path pictures = Files.write(folder.resolve("pictures"), idx(3, 28, 28));

    assertRefused(
        CommandRun.of("predict", "--model", digits, pictures),
        pictures + " holds numbers of shape [3, 28, 28], but the network takes pictures of [8, 8]");
  }

  @Test
  void pictures_cut_short_are_refused() throws IOException {
    Path pictures = Files.write(folder.resolve("pictures"), Arrays.copyOf(idx(3, 8, 8), 100));

    assertRefused(
        CommandRun.of("predict", "--model", digits, pictures),
        "Cannot read "
            + pictures
            + ": it ends after 84 of the 192 bytes of the elements of [3, 8, 8]");
  }

  private static byte[] idx(int count, int height, int width) {
    ByteBuffer bytes = ByteBuffer.allocate(16 + count * height * width);
    bytes.putInt(0x0803).putInt(count).putInt(height).putInt(width);
    return bytes.array();
  }

  @Test
  void a_model_cut_short_is_refused() throws IOException {
    byte[] bytes = Files.readAllBytes(iris);
    Path half = Files.write(folder.resolve("half"), Arrays.copyOf(bytes, bytes.length / 2));

    CommandRun run = CommandRun.of("predict", "--model", half, "x.csv");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("hypergrad: cannot use the model: ")
        .contains(half.toString());
  }

  @Test
  void a_model_with_a_changed_byte_is_refused() throws IOException {
    byte[] bytes = Files.readAllBytes(digits);
    bytes[bytes.length / 2] ^= 1;
    Path changed = Files.write(folder.resolve("changed.safetensors"), bytes);
    assertRefused(
        CommandRun.of("predict", "--model", changed, "--digits", "0"),
        "cannot use the model: " + changed + " is damaged: it has changed since it was written");
  }

  @Test
  void a_file_that_is_no_model_is_refused() throws IOException {
    Path text = file("text", "hello, this is no model");
    Path weights = folder.resolve("weights.safetensors");
    SafeTensors.of(Map.of("weight", Tensor.zeros(2))).write(weights);
    Path hollow = folder.resolve("hollow.safetensors");
    new SafeTensors(Map.of(), SafeTensors.read(iris).metadata()).write(hollow);

    for (Path file : new Path[] {text, weights, hollow}) {
      CommandRun run = CommandRun.of("predict", "--model", file, "x.csv");
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err().lines())
          .singleElement()
          .asString()
          .startsWith("hypergrad: cannot use the model: ")
          .contains(file.toString());
    }
  }

  @Test
  void a_model_or_a_table_that_is_not_there_is_refused() {
    Path none = folder.resolve("none");
    assertRefused(CommandRun.of("predict", "--model", none, "x.csv"), "there is no model " + none);
    assertRefused(
        CommandRun.of("predict", "--model", folder, "x.csv"),
        "cannot use the model: there is no checkpoint in " + folder);
    assertRefused(CommandRun.of("predict", "--model", iris, none), "there is no file " + none);
  }

  @Test
  void a_table_that_lacks_a_column_or_has_text_in_one_is_refused() throws IOException {
    Path narrow = file("narrow.csv", "sepal length (cm)\n1\n");
    assertRefused(
        CommandRun.of("predict", "--model", iris, narrow),
        narrow + " has no column \"sepal width (cm)\". Its columns are \"sepal length (cm)\"");
    Path text =
        file(
            "text.csv",
            "sepal length (cm),sepal width (cm),petal length (cm),petal width (cm)\n1,2,3,four\n");
    assertRefused(
        CommandRun.of("predict", "--model", iris, text),
        text + ", line 2, column \"petal width (cm)\": 'four' is not a number");
  }

  @Test
  void digits_need_a_network_that_knows_them_and_numbers_that_exist() {
    assertRefused(
        CommandRun.of("predict", "--model", iris, "--digits=1"),
        "--digits is for a network that learnt from the digits, but this one learnt from iris");
    assertRefused(
        CommandRun.of("predict", "--model", digits, "--digits=1797"),
        "--digits are numbers from 0 to 1796, but got 1797");
  }

  @Test
  void either_a_file_or_digits_are_needed() {
    assertRefused(
        CommandRun.of("predict", "--model", iris),
        "Give either a FILE or --digits INDEX (see hypergrad predict --help)");
  }

  private static void assertRefused(CommandRun run, String message) {
    assertThat(run.err()).isEqualTo("hypergrad: " + message + System.lineSeparator());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }
}
