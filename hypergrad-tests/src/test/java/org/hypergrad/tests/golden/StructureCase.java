package org.hypergrad.tests.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.LayerNorm;
import org.hypergrad.nn.Linear;

/// What a module consists of, and how it is printed.
final class StructureCase {
  private static final Map<String, Supplier<Block>> MODULES =
      Map.of(
          "Linear(3,2)", () -> new Linear(3, 2),
          "LayerNorm((2,3))", () -> new LayerNorm(2, 3));

  private StructureCase() {}

  static void run(JsonNode fields) {
    String module = fields.get("module").textValue();
    if (!MODULES.containsKey(module)) {
      throw new UnsupportedCase("no module " + module);
    }
    Block block = MODULES.get(module).get();
    assertThat(block).hasToString(fields.get("repr").textValue());
    Map<String, Tensor> state = block.stateDict();
    assertThat(state.keySet()).containsExactlyElementsOf(names(fields.get("state_dict")));
    for (var entry : fields.get("state_dict").properties()) {
      Tensor tensor = state.get(entry.getKey());
      assertThat(tensor.shape()).isEqualTo(Shape.of(Tensors.ints(entry.getValue().get("shape"))));
      assertThat(tensor.dtype()).isEqualTo(Tensors.dtype(entry.getValue()));
    }
    assertThat(block.namedParameters().keySet())
        .containsExactlyElementsOf(texts(fields.get("parameters")));
    assertThat(block.namedBuffers().keySet())
        .containsExactlyElementsOf(texts(fields.get("buffers")));
    List<List<String>> blocks = new ArrayList<>();
    block.namedBlocks().forEach((path, inner) -> blocks.add(List.of(path, inner.name())));
    List<List<String>> expected = new ArrayList<>();
    fields.get("modules").forEach(entry -> expected.add(texts(entry)));
    assertThat(blocks).isEqualTo(expected);
    assertThat(block.parameters().stream().mapToInt(Tensor::numel).sum())
        .isEqualTo(fields.get("parameter_count").intValue());
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.textValue()));
    return texts;
  }
}
