package org.hypergrad.tests.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.hypergrad.Tensor;
import org.hypergrad.nn.BCEWithLogitsLoss;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.HingeLoss;
import org.hypergrad.nn.Linear;
import org.hypergrad.nn.MSELoss;
import org.hypergrad.nn.Sequential;
import org.hypergrad.nn.Tanh;

/// Two moons told apart by an MLP, with one of three losses.
final class MoonsMlp implements TrainingTask {
  private final JsonNode fields;
  private final Tensor x;
  private final Tensor y;
  private final Block model =
      new Sequential(
          new Linear(2, 16), new Tanh(), new Linear(16, 16), new Tanh(), new Linear(16, 1));

  MoonsMlp(JsonNode fields) {
    this.fields = fields;
    this.x = Tensors.read(fields.get("X"));
    this.y = Tensors.read(fields.get("y"));
  }

  @Override
  public Block model() {
    return model;
  }

  @Override
  public Tensor loss(int step) {
    Tensor z = model.apply(x).squeeze(1);
    Tensor signs = y.mul(2.0).sub(1.0);
    return switch (fields.get("loss").textValue()) {
      case "binary_cross_entropy_with_logits(z, y)" -> new BCEWithLogitsLoss().apply(z, y);
      case "mse_loss(tanh(z), 2*y-1)" -> new MSELoss().apply(z.tanh(), signs);
      case "relu(1 - (2*y-1)*z).mean()" -> new HingeLoss().apply(z, signs);
      case String other -> throw new UnsupportedCase("no loss " + other);
    };
  }

  @Override
  public void compareTrained() {
    Tensor right = model.apply(x).squeeze(1).gt(0.0).eq(y.gt(0.5));
    assertThat(right.sum().item() / right.numel())
        .as("accuracy")
        .isEqualTo(fields.get("final_accuracy").doubleValue());
  }
}
