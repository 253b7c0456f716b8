package org.hypergrad.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// By which names a saved state and a block differ (PyTorch: what `load_state_dict` returns).
///
/// @param missing the block's names that the state lacks
/// @param unexpected the state's names that the block does not know
public record IncompatibleKeys(List<String> missing, List<String> unexpected) {
  /// Two lists of names.
  public IncompatibleKeys {
    missing = List.copyOf(missing);
    unexpected = List.copyOf(unexpected);
  }

  static IncompatibleKeys between(Map<String, ?> own, Map<String, ?> state) {
    return new IncompatibleKeys(
        own.keySet().stream().filter(name -> !state.containsKey(name)).toList(),
        state.keySet().stream().filter(name -> !own.containsKey(name)).toList());
  }

  /// Whether the names are the same.
  public boolean isEmpty() {
    return missing.isEmpty() && unexpected.isEmpty();
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (!missing.isEmpty()) {
      sentences.add("Missing key(s) in state_dict: " + quoted(missing) + ".");
    }
    if (!unexpected.isEmpty()) {
      sentences.add("Unexpected key(s) in state_dict: " + quoted(unexpected) + ".");
    }
    return sentences;
  }

  private static String quoted(List<String> names) {
    return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
  }
}
