package org.hypergrad.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.hypergrad.Tensor;

/// One run of a ported program: the tensors it starts from, and what it leaves under names.
final class Run {
  private final Map<String, Tensor> leaves = new LinkedHashMap<>();
  private final Map<String, Object> results = new HashMap<>();

  /// The leaves of a case, with fresh tensors that require gradients as the case says.
  Run(JsonNode fields) {
    for (var leaf : fields.get("leaves").properties()) {
      boolean requiresGrad = fields.path("requires_grad").path(leaf.getKey()).asBoolean();
      leaves.put(leaf.getKey(), Tensors.read(leaf.getValue()).requiresGrad(requiresGrad));
    }
  }

  /// The leaf with this name.
  Tensor leaf(String name) {
    Tensor leaf = leaves.get(name);
    if (leaf == null) {
      throw new NoSuchElementException("no leaf " + name + ", but " + leaves.keySet());
    }
    return leaf;
  }

  /// The name of a leaf; null for any other tensor.
  String nameOf(Tensor tensor) {
    return leaves.entrySet().stream()
        .filter(leaf -> leaf.getValue() == tensor)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /// Keeps a result under a name, and gives it back.
  <T> T put(String name, T result) {
    results.put(name, result);
    return result;
  }

  /// What a name stands for at the end: a result, or a leaf.
  Object result(String name) {
    if (results.containsKey(name)) {
      return results.get(name);
    }
    if (leaves.containsKey(name)) {
      return leaves.get(name);
    }
    throw new AssertionError("the port leaves nothing under the name " + name);
  }
}
