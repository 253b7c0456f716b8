package org.hypergrad.tests.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hypergrad.Tensor;
import org.hypergrad.board.report.TrainingReport;
import org.hypergrad.nn.data.Dataset;
import org.hypergrad.nn.train.Training;
import org.hypergrad.tests.viz.HostileNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TrainingReportTest {
  static final List<String> NAMES = HostileNames.ALL;

  private static final Dataset MOONS = Trainings.moons(1, "east", "north", "upper", "lower");

  private static String report(Training training, Dataset test) {
    return TrainingReport.of(training).titled("A training").test(test).report().toHtml();
  }

  @Test
  void of_classes_it_tells_how_it_went_and_what_is_wrong() {
    String page = report(Trainings.classes(MOONS, 2, 2), MOONS);

    assertThat(page)
        .containsSubsequence(
            "<h1>A training</h1>",
            "Of the 40 test samples, which it never saw, it has ",
            "The training is complete, after epoch 3.",
            "<dt>test accuracy</dt>",
            "<dt>parameters</dt><dd>42</dd>",
            "<h2>How it learned</h2>",
            ">validation</text>",
            "<th class=\"number\">val_accuracy</th>",
            "<h2>What it gets wrong</h2>",
            "Confusion matrix",
            "<td>upper</td><td class=\"number\">20</td>",
            "<th>taken for</th>",
            "<th class=\"number\">east</th>",
            "<h2>The network</h2>",
            "<td>hidden</td><td>Linear</td><td>[1, 8]</td><td class=\"number\">24</td>",
            "to the loss",
            "the gradient goes back",
            "Decision boundary",
            "hidden.weight [8, 2]",
            "<h2>How to do it again</h2>",
            "<td>threads</td>");
  }

  @Test
  void of_pictures_it_shows_the_mistakes_and_the_weights() {
    Dataset pictures = Trainings.pictures(1, "a", "b", "c");

    assertThat(report(Trainings.classes(pictures, 6, 3), pictures))
        .containsPattern("<img alt=\"\" width=\"2\" height=\"3\" src=\"data:image/png;base64,")
        .contains("<br>taken for ", "looks for: hidden.weight");
  }

  @Test
  void without_classes_the_loss_says_how_good_it_is() {
    Dataset numbers = Trainings.numbers();

    assertThat(report(Trainings.squares(numbers), numbers))
        .contains("<dt>test loss</dt>")
        .doesNotContain("What it gets wrong", "Confusion matrix", "<img");
  }

  @Test
  void without_a_test_there_is_a_report_too() {
    assertThat(TrainingReport.of(Trainings.squares(Trainings.numbers())).report().toHtml())
        .contains("<h1>Training</h1>", "How it learned", "The network")
        .doesNotContain("<dt>test loss</dt>");
  }

  @Test
  void settings_command_and_time_are_told_if_they_are_given() {
    String page =
        TrainingReport.of(Trainings.squares(Trainings.numbers()))
            .settings(Map.of("seed", "17"))
            .command("train --seed 17 'my data'")
            .ran(Instant.parse("2026-01-02T03:04:05Z"), Instant.parse("2026-01-02T03:05:10Z"))
            .report()
            .toHtml();

    assertThat(page)
        .contains("<td>seed</td><td>17</td>", "train --seed 17 &#39;my data&#39;")
        .contains("<dd>1 min 5 s</dd>", "<td>began</td>");
  }

  @Test
  void of_a_resumed_training_it_tells_the_time_since_then(@TempDir Path folder) {
    Training resumed = Trainings.resumedSquares(Trainings.numbers(), folder);
    assertThat(resumed.stepsBefore()).isEqualTo(6);
    String page =
        TrainingReport.of(resumed)
            .ran(Instant.parse("2026-01-02T03:04:05Z"), Instant.parse("2026-01-02T03:05:10Z"))
            .report()
            .toHtml();

    assertThat(page)
        .contains("<dt>time since it was resumed</dt>", "<dt>epochs</dt><dd>3</dd>")
        .contains("<td>was resumed</td>")
        .doesNotContain("<td>began</td>");
  }

  @Test
  void the_same_training_has_the_same_report() {
    assertThat(report(Trainings.classes(MOONS, 2, 2), MOONS))
        .isEqualTo(report(Trainings.classes(MOONS, 2, 2), MOONS));
  }

  @Test
  void the_network_stays_as_it_was() {
    Training training = Trainings.classes(MOONS, 2, 2);
    List<double[]> gradients =
        training.model().parameters().stream().map(Tensor::grad).map(Tensor::toDoubles).toList();
    training.model().children().get("tanh").eval();

    report(training, MOONS);

    assertThat(training.model().parameters().stream().map(Tensor::grad).map(Tensor::toDoubles))
        .usingRecursiveComparison()
        .isEqualTo(gradients);
    assertThat(training.model().isTraining()).isTrue();
    assertThat(training.model().children().get("tanh").isTraining()).isFalse();
  }

  @Test
  void a_test_needs_samples() {
    Training training = Trainings.classes(MOONS, 2, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrainingReport.of(training).test(MOONS.subset()))
        .withMessage("There are no samples to test the network on");
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void names_of_any_kind_add_no_script(String name) {
    Dataset data = Trainings.moons(1, name, name, name, name);

    String page = report(Trainings.classes(data, 2, 2), data);

    assertThat(page.split("<script", -1)).hasSize(2);
    assertThat(page).containsOnlyOnce("</script").doesNotContain(" onload=\"alert");
    HostileNames.assertDrawable(page);
  }
}
