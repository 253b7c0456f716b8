package org.hypergrad.nn.optim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The state of a scheduler made of others: `_schedulers.0.last_epoch`, ..., and what is its own.
///
/// @param own the entries that belong to no part
/// @param parts the entries of each part, without the prefix
record PartStates(Map<String, String> own, List<Map<String, String>> parts) {
  private static final String PREFIX = "_schedulers.";

  /// The states of the parts in one map, which can be added to.
  static Map<String, String> of(List<? extends Scheduler> schedulers) {
    Map<String, String> state = new LinkedHashMap<>();
    for (int i = 0; i < schedulers.size(); i++) {
      String prefix = PREFIX + i + ".";
      schedulers.get(i).stateDict().forEach((name, text) -> state.put(prefix + name, text));
    }
    return state;
  }

  static PartStates split(Map<String, String> state, int count) {
    Map<String, String> own = new LinkedHashMap<>(state);
    List<Map<String, String>> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String prefix = PREFIX + i + ".";
      Map<String, String> part = new LinkedHashMap<>();
      state.forEach((name, text) -> {
        if (name.startsWith(prefix)) {
          part.put(name.substring(prefix.length()), text);
          own.remove(name);
        }
      });
      parts.add(part);
    }
    return new PartStates(own, parts);
  }

  /// Loads every part, or none if one does not fit.
  void load(List<? extends Scheduler> schedulers) {
    List<Map<String, String>> before = schedulers.stream().map(Scheduler::stateDict).toList();
    try {
      for (int i = 0; i < schedulers.size(); i++) {
        schedulers.get(i).loadStateDict(parts.get(i));
      }
    } catch (IllegalArgumentException e) {
      for (int i = 0; i < schedulers.size(); i++) {
        schedulers.get(i).loadStateDict(before.get(i));
      }
      throw e;
    }
  }
}
