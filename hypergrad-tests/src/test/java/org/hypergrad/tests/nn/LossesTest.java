package org.hypergrad.tests.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import org.hypergrad.DType;
import org.hypergrad.Functional;
import org.hypergrad.Generator;
import org.hypergrad.Reduction;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.nn.BCELoss;
import org.hypergrad.nn.BCEWithLogitsLoss;
import org.hypergrad.nn.CrossEntropyLoss;
import org.hypergrad.nn.HingeEmbeddingLoss;
import org.hypergrad.nn.HingeLoss;
import org.hypergrad.nn.HuberLoss;
import org.hypergrad.nn.KLDivLoss;
import org.hypergrad.nn.L1Loss;
import org.hypergrad.nn.MSELoss;
import org.hypergrad.nn.SmoothL1Loss;
import org.junit.jupiter.api.Test;

class LossesTest {
  private final Tensor x = Tensor.of(0.5, -2.0, 3.0);
  private final Tensor target = Tensor.of(1.0, -1.0, -1.0);

  @Test
  void a_loss_is_a_mean_unless_told_otherwise() {
    assertThatTensor(new MSELoss().apply(x, target)).hasShape().hasValues((0.25 + 1 + 16) / 3);
    assertThatTensor(new MSELoss(Reduction.SUM).apply(x, target)).hasValues(17.25);
    assertThatTensor(new MSELoss(Reduction.NONE).apply(x, target)).hasValues(0.25, 1, 16);
    assertThatTensor(new L1Loss(Reduction.NONE).apply(x, target)).hasValues(0.5, 1, 4);
    assertThat(new MSELoss()).hasToString("MSELoss()");
  }

  @Test
  void huber_is_quadratic_inside_and_linear_outside() {
    assertThatTensor(new HuberLoss(Reduction.NONE).apply(x, target)).hasValues(0.125, 0.5, 3.5);
    assertThatTensor(new SmoothL1Loss(Reduction.NONE).beta(2).apply(x, target))
        .hasValues(0.0625, 0.25, 3);
    assertThatTensor(new SmoothL1Loss(Reduction.NONE).beta(0).apply(x, target))
        .hasValues(0.5, 1, 4);
    assertThatThrownBy(() -> new HuberLoss().delta(0).apply(x, target))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("huber_loss does not support non-positive values for delta.");
  }

  @Test
  void the_hinge_loss_is_that_of_micrograd() {
    assertThatTensor(new HingeLoss(Reduction.NONE).apply(x, target)).hasValues(0.5, 0, 4);
    assertThatTensor(new HingeLoss().apply(x, target)).hasValues(1.5);
  }

  @Test
  void the_hinge_embedding_loss_is_another() {
    assertThatTensor(new HingeEmbeddingLoss(Reduction.NONE).margin(2).apply(x, target))
        .hasValues(0.5, 4, 0);
  }

  @Test
  void a_wrong_but_certain_probability_costs_100() {
    Tensor p = Tensor.of(0.0, 1.0).requiresGrad(true);
    Tensor loss = new BCELoss(Reduction.SUM).apply(p, Tensor.of(1.0, 0.0));
    assertThatTensor(loss).hasValues(200);
    loss.backward();
    assertThat(p.grad().toDoubles()).doesNotContain(Double.NaN);
    assertThatThrownBy(() -> new BCELoss().apply(Tensor.of(1.5), Tensor.of(1.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("all elements of input should be between 0 and 1");
    assertThatThrownBy(() -> new BCELoss().apply(Tensor.of(0.5), Tensor.of(1.0, 0.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "Using a target size ([2]) that is different to the input size ([1])");
  }

  @Test
  void probabilities_and_logits_have_the_same_loss() {
    Tensor logits = Tensor.of(-2.0, 0.3, 4.0);
    Tensor labels = Tensor.of(1.0, 0.0, 0.25);
    double fromLogits = new BCEWithLogitsLoss().apply(logits, labels).item();
    assertThat(new BCELoss().apply(logits.sigmoid(), labels).item())
        .isCloseTo(fromLogits, within(1e-12));
  }

  @Test
  void weights_belong_to_the_state() {
    BCEWithLogitsLoss loss =
        new BCEWithLogitsLoss().weight(Tensor.of(2.0)).posWeight(Tensor.of(3.0));
    assertThat(loss.stateDict()).containsOnlyKeys("weight", "pos_weight");
    assertThatTensor(loss.apply(Tensor.of(0.0), Tensor.of(1.0))).hasValues(6 * Math.log(2));
    assertThat(new CrossEntropyLoss().stateDict()).isEmpty();
    assertThat(loss.parameters()).isEmpty();
  }

  @Test
  void the_mean_of_a_weighted_cross_entropy_is_over_the_weights() {
    Tensor logits = Tensor.of(new double[][] {{0, 0}, {0, 0}, {5, -5}});
    Tensor labels = Tensor.of(0L, 1L, 9L);
    CrossEntropyLoss loss = new CrossEntropyLoss().weight(Tensor.of(1.0, 3.0)).ignoreIndex(9);
    assertThatTensor(loss.apply(logits, labels)).hasValues(Math.log(2));
  }

  @Test
  void smoothed_labels_are_probabilities() {
    Tensor logits = Tensor.randn(new Generator(1), DType.FLOAT64, Shape.of(4, 3));
    Tensor labels = Tensor.of(2L, 0L, 1L, 1L);
    Tensor smoothed = Tensor.full(DType.FLOAT64, Shape.of(4, 3), 0.1);
    Tensor soft =
        smoothed.scatterAdd(
            1, labels.unsqueeze(1), Tensor.full(DType.FLOAT64, Shape.of(4, 1), 0.7));
    double expected = new CrossEntropyLoss().apply(logits, soft).item();
    CrossEntropyLoss loss = new CrossEntropyLoss().labelSmoothing(0.3);
    assertThat(loss.apply(logits, labels).item()).isCloseTo(expected, within(1e-12));
    assertThatThrownBy(() -> new CrossEntropyLoss().labelSmoothing(1.5).apply(logits, labels))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("label_smoothing must be between 0.0 and 1.0. Got: 1.5");
  }

  @Test
  void a_divergence_is_zero_between_equals_also_where_a_probability_is() {
    Tensor p = Tensor.of(new double[][] {{0, 0.25, 0.75}, {0.5, 0.5, 0}});
    Tensor log = p.maskedFill(p.eq(0.0), 1e-300).log();
    assertThatTensor(new KLDivLoss().batchMean().apply(log, p)).hasValues(0);
    double sum = new KLDivLoss(Reduction.SUM).apply(log.mul(2.0), p).item();
    assertThatTensor(new KLDivLoss().batchMean().apply(log.mul(2.0), p)).hasValues(sum / 2);
    Tensor bounded = p.clamp(0.1, 1.0);
    assertThatTensor(new KLDivLoss().logTarget().apply(bounded.log(), bounded.log())).hasValues(0);
  }

  @Test
  void losses_of_three_tensors_are_functions() {
    Tensor variance = Tensor.of(1.0, 4.0, 0.25);
    assertThatTensor(Functional.gaussianNllLoss(x, target, variance, false, 1e-6, Reduction.NONE))
        .hasValues(0.125, (Math.log(4) + 0.25) / 2, (Math.log(0.25) + 64) / 2);
    assertThatThrownBy(() ->
            Functional.gaussianNllLoss(x, target, Tensor.of(1.0, 2.0), false, 1e-6, Reduction.MEAN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("var is of incorrect size");
    assertThatTensor(
            Functional.marginRankingLoss(x, Tensor.of(0.0, 0.0, 0.0), target, 1, Reduction.NONE))
        .hasValues(0.5, 0, 4);
  }
}
