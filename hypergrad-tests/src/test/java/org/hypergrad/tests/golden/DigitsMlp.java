package org.hypergrad.tests.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.hypergrad.DType;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.CrossEntropyLoss;
import org.hypergrad.nn.Linear;
import org.hypergrad.nn.ReLU;
import org.hypergrad.nn.Sequential;

/// Handwritten digits of 8 × 8 points, told apart by an MLP, in batches.
final class DigitsMlp implements TrainingTask {
  private final JsonNode fields;
  private final Tensor x;
  private final Tensor y;
  private final Block model = new Sequential(new Linear(64, 32), new ReLU(), new Linear(32, 10));

  DigitsMlp(JsonNode fields) {
    this.fields = fields;
    JsonNode data = fields.has("X_y_in") ? other(fields.get("X_y_in").textValue()) : fields;
    DType dtype = Tensors.dtype(fields.get("dtype").textValue());
    this.x = Tensors.read(data.get("X")).to(dtype).div(16.0);
    this.y = Tensors.read(data.get("y"));
  }

  /// The case of the same file that has the data.
  private static JsonNode other(String id) {
    return Vectors.files(Vectors.folder(), "training").stream()
        .filter(file -> id.startsWith(Vectors.name(file) + "/"))
        .flatMap(file -> Vectors.cases(file).stream())
        .filter(fields -> fields.get("id").textValue().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Block model() {
    return model;
  }

  @Override
  public Tensor loss(int step) {
    Tensor rows = Tensor.of(Tensors.ints(fields.get("batches").get(step)));
    Tensor logits = model.apply(x.indexSelect(0, rows));
    return new CrossEntropyLoss().apply(logits, y.indexSelect(0, rows));
  }

  @Override
  public void compareTrained() {
    Tensor logits = model.apply(x);
    Tolerance tolerance = TrainingCase.losses(x.dtype());
    double loss = new CrossEntropyLoss().apply(logits, y).item();
    assertThat(tolerance.accepts(loss, fields.get("final_full_loss").doubleValue()))
        .as("loss %s over all digits", loss)
        .isTrue();
    assertThat(logits.argmax(1, false).eq(y).sum().item() / y.numel())
        .as("accuracy")
        .isEqualTo(fields.get("final_full_accuracy").doubleValue());
  }
}
