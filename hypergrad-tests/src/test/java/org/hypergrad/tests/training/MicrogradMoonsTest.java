package org.hypergrad.tests.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.hypergrad.GradMode;
import org.hypergrad.Tensor;
import org.hypergrad.nn.scalar.MLP;
import org.junit.jupiter.api.Test;

/// The run that micrograd's demo notebook publishes, number for number: two moons, an MLP 2-16-16-1
/// of single numbers, 100 steps.
class MicrogradMoonsTest {
  private static final double RELATIVE = 1e-9;

  @Test
  void all_published_losses_and_accuracies_of_the_notebook_are_met() throws IOException {
    JsonNode run = read();
    MLP model = new MLP(2, 16, 16, 1);
    List<Tensor> parameters = model.parameters();
    assertThat(parameters).hasSize(run.get("parameters").size());
    GradMode.off(() -> {
      for (int i = 0; i < parameters.size(); i++) {
        parameters.get(i).fill_(run.get("parameters").get(i).doubleValue());
      }
    });
    JsonNode published = run.get("published");
    for (int step = 0; step < published.size(); step++) {
      List<Tensor> scores = new ArrayList<>();
      for (JsonNode x : run.get("X")) {
        scores.add(model.apply(x.get(0).doubleValue(), x.get(1).doubleValue()).getFirst());
      }
      Tensor loss = loss(scores, run.get("y"), parameters);
      assertThat(loss.item())
          .as("loss of step %d", step)
          .isCloseTo(
              published.get(step).get("loss").doubleValue(),
              within(RELATIVE * published.get(step).get("loss").doubleValue()));
      assertThat(accuracy(scores, run.get("y")))
          .as("accuracy of step %d", step)
          .isEqualTo(published.get(step).get("accuracy").doubleValue());
      model.zeroGrad();
      loss.backward();
      double learningRate = 1.0 - 0.9 * step / 100;
      GradMode.off(() -> parameters.forEach(p -> p.sub_(p.grad().mul(learningRate))));
    }
  }

  private static Tensor loss(List<Tensor> scores, JsonNode labels, List<Tensor> parameters) {
    Tensor hinges = Tensor.scalar(0.0);
    for (int i = 0; i < scores.size(); i++) {
      hinges = hinges.add(scores.get(i).mul(-labels.get(i).doubleValue()).add(1.0).relu());
    }
    Tensor squares = Tensor.scalar(0.0);
    for (Tensor parameter : parameters) {
      squares = squares.add(parameter.mul(parameter));
    }
    return hinges.mul(1.0 / scores.size()).add(squares.mul(1e-4));
  }

  private static double accuracy(List<Tensor> scores, JsonNode labels) {
    int right = 0;
    for (int i = 0; i < scores.size(); i++) {
      right += scores.get(i).item() > 0 == labels.get(i).doubleValue() > 0 ? 1 : 0;
    }
    return 100.0 * right / scores.size();
  }

  private static JsonNode read() throws IOException {
    try (InputStream json = MicrogradMoonsTest.class.getResourceAsStream("micrograd-moons.json")) {
      return new ObjectMapper().readTree(json);
    }
  }
}
