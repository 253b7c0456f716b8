package org.hypergrad.tests.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Offset;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.nn.MSELoss;
import org.hypergrad.nn.train.Accuracy;
import org.hypergrad.nn.train.ConfusionMatrix;
import org.hypergrad.nn.train.MeanAbsoluteError;
import org.hypergrad.nn.train.MeanLoss;
import org.hypergrad.nn.train.Metric;
import org.hypergrad.tests.viz.HostileNames;
import org.junit.jupiter.api.Test;

/// What the metrics make of outputs and targets.
class MetricsTest {
  private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

  private static final Tensor SCORES =
      Tensor.of(new double[][] {{3, 1, 2}, {0, 5, 1}, {1, 2, 9}, {4, 3, 2}});

  private static double value(Metric metric, Tensor output, Tensor target) {
    metric.update(output, target);
    return metric.value();
  }

  @Test
  void accuracy_of_scores_is_how_often_the_highest_is_right() {
    assertThat(value(new Accuracy(), SCORES, Tensor.of(0L, 1L, 2L, 1L))).isEqualTo(0.75);
  }

  @Test
  void accuracy_takes_targets_as_probabilities() {
    Tensor target = Tensor.of(new double[][] {{1, 0, 0}, {0.1, 0.8, 0.1}, {0, 0, 1}, {0, 1, 0}});
    assertThat(value(new Accuracy(), SCORES, target)).isEqualTo(0.75);
  }

  @Test
  void accuracy_of_single_logits_goes_by_their_sign() {
    Tensor logits = Tensor.of(new double[][] {{2}, {-1}, {0.5}, {-3}});
    Tensor zerosAndOnes = Tensor.of(new double[][] {{1}, {0}, {0}, {0}});
    assertThat(value(new Accuracy(), logits, zerosAndOnes)).isEqualTo(0.75);
    assertThat(value(new Accuracy(), logits, Tensor.of(1L, 0L, 0L, 0L))).isEqualTo(0.75);
    assertThat(value(new Accuracy(), logits.flatten(), Tensor.of(true, false, false, false)))
        .isEqualTo(0.75);
    assertThat(value(new Accuracy(), logits, Tensor.of(1.0, -1.0, -1.0, -1.0))).isEqualTo(0.75);
  }

  @Test
  void accuracy_of_every_pixel_counts_every_pixel() {
    Tensor scores = Tensor.of(Shape.of(1, 2, 3), new double[] {1, 0, 1, 0, 1, 0});
    assertThat(value(new Accuracy(), scores, Tensor.of(new long[][] {{0, 1, 1}})))
        .isEqualTo(2 / 3.0);
  }

  @Test
  void shapes_that_do_not_fit_are_refused() {
    assertThatThrownBy(() -> new Accuracy().update(SCORES, Tensor.of(0L, 1L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("[4, 3]", "[2]", "class numbers [n]");
    assertThatThrownBy(() -> new MeanAbsoluteError().update(Tensor.zeros(4, 1), Tensor.zeros(4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("[4, 1]", "[4]", "squeeze");
  }

  @Test
  void a_small_batch_counts_as_much_as_it_has_samples() {
    MeanLoss loss = new MeanLoss(new MSELoss());
    loss.update(Tensor.of(1.0, 1.0, 1.0), Tensor.of(0.0, 0.0, 0.0));
    loss.update(Tensor.of(3.0), Tensor.of(0.0));
    assertThat(loss.value()).isEqualTo((3 * 1 + 9) / 4.0, ROUNDING);
  }

  @Test
  void the_mean_absolute_error_is_over_all_elements() {
    MeanAbsoluteError error = new MeanAbsoluteError();
    error.update(Tensor.of(1.0, -2.0), Tensor.of(0.0, 0.0));
    error.update(Tensor.of(4.0), Tensor.of(1.0));
    assertThat(error.value()).isEqualTo(2, ROUNDING);
  }

  @Test
  void without_batches_there_is_no_number_and_a_reset_forgets_them() {
    Accuracy accuracy = new Accuracy();
    assertThat(accuracy.value()).isNaN();
    accuracy.update(SCORES, Tensor.of(0L, 1L, 2L, 1L));
    accuracy.reset();
    assertThat(accuracy.value()).isNaN();
  }

  @Test
  void a_metric_goes_on_from_a_state() {
    List<Metric> metrics = List.of(new Accuracy(), new ConfusionMatrix(List.of("a", "b", "c")));
    List<Metric> others = List.of(new Accuracy(), new ConfusionMatrix(List.of("a", "b", "c")));
    for (int i = 0; i < metrics.size(); i++) {
      metrics.get(i).update(SCORES, Tensor.of(0L, 1L, 2L, 1L));
      others.get(i).state(metrics.get(i).state());
      assertThat(others.get(i).value()).isEqualTo(metrics.get(i).value());
      Metric other = others.get(i);
      assertThatThrownBy(() -> other.state(new double[] {1}))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void the_confusion_matrix_counts_who_is_taken_for_whom() {
    ConfusionMatrix matrix = new ConfusionMatrix(List.of("cat", "dog", "bird", "fish"));
    matrix.update(SCORES, Tensor.of(0L, 1L, 2L, 1L));
    matrix.update(SCORES, Tensor.of(0L, 1L, 0L, 1L));
    assertThat(matrix.count(0, 0)).isEqualTo(2);
    assertThat(matrix.count(0, 2)).isEqualTo(1);
    assertThat(matrix.count(1, 0)).isEqualTo(2);
    assertThat(matrix.recall(0)).isEqualTo(2 / 3.0, ROUNDING);
    assertThat(matrix.precision(0)).isEqualTo(0.5, ROUNDING);
    assertThat(matrix.recall(3)).isNaN();
    assertThat(matrix.value()).isEqualTo((2 / 3.0 + 0.5 + 1) / 3, ROUNDING);
  }

  @Test
  void the_confusion_matrix_prints_as_a_table() {
    ConfusionMatrix matrix = new ConfusionMatrix(List.of("cat", "dog", "bird"));
    matrix.update(SCORES, Tensor.of(0L, 1L, 0L, 1L));
    assertThat(matrix)
        .hasToString(
            """
                         cat    dog   bird  recall
            cat            1      0      1   0.500
            dog            1      1      0   0.500
            bird           0      0      0       -
            precision  0.500  1.000  0.000\
            """);
  }

  @Test
  void the_confusion_matrix_stays_a_table_whatever_the_classes_are_called() {
    List<String> classes = HostileNames.ALL;
    String matrix = new ConfusionMatrix(classes).toString();
    HostileNames.assertDrawable(matrix);
    List<String> lines = matrix.lines().toList();
    assertThat(lines).hasSize(1 + classes.size() + 1);
    int end = lines.getFirst().length();
    assertThat(lines.subList(1, lines.size() - 1))
        .allSatisfy(line -> assertThat(line).hasSize(end).endsWith("       -"));
  }

  @Test
  void the_confusion_matrix_leaves_wide_letters_their_room() {
    assertThat(new ConfusionMatrix(List.of("猫", "dog")))
        .hasToString(
            """
                       猫  dog  recall
            猫          0    0       -
            dog         0    0       -
            precision   -    -\
            """);
  }

  @Test
  void the_confusion_matrix_of_a_yes_or_no_question_has_two_classes() {
    ConfusionMatrix matrix = new ConfusionMatrix(List.of("no", "yes"));
    matrix.update(Tensor.of(1.0, -1.0, 2.0), Tensor.of(1.0, 1.0, 0.0));
    assertThat(matrix.count(1, 1)).isEqualTo(1);
    assertThat(matrix.count(1, 0)).isEqualTo(1);
    assertThat(matrix.count(0, 1)).isEqualTo(1);
  }

  @Test
  void a_class_without_a_name_is_refused_before_anything_is_counted() {
    ConfusionMatrix matrix = new ConfusionMatrix(List.of("cat", "dog"));
    assertThatThrownBy(() -> matrix.update(SCORES, Tensor.of(0L, 1L, 0L, 1L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is a class 2, but the matrix has names for 2");
    assertThat(matrix.value()).isNaN();
  }
}
