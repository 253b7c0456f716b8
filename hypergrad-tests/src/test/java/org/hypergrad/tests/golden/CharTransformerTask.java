package org.hypergrad.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.CrossEntropyLoss;

/// A sentence, of which each character is to be told from those before it.
final class CharTransformerTask implements TrainingTask {
  private final JsonNode fields;
  private final Block model;

  CharTransformerTask(JsonNode fields) {
    this.fields = fields;
    int time = inputs(0).size(1);
    this.model = new CharTransformer(fields.get("chars").textValue().length(), time);
  }

  private Tensor inputs(int step) {
    return Tensors.read(fields.get("inputs").get(step));
  }

  @Override
  public Block model() {
    return model;
  }

  @Override
  public Tensor loss(int step) {
    Tensor logits = model.apply(inputs(step)).flatten(0, 1);
    Tensor targets = Tensors.read(fields.get("targets").get(step)).flatten();
    return new CrossEntropyLoss().apply(logits, targets);
  }

  @Override
  public void compareTrained() {
    JsonNode expected = fields.get("final_logits_of_first_batch");
    Comparison.assertAgrees(
        "logits of the first batch",
        model.apply(inputs(0)),
        expected,
        TrainingCase.parameters(Tensors.dtype(expected)));
  }
}
