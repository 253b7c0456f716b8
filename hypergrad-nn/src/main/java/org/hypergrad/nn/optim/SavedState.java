package org.hypergrad.nn.optim;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hypergrad.spi.Attribute;

/// The state of a scheduler as texts under names.
final class SavedState {
  private final Map<String, String> texts;

  private SavedState(Map<String, String> texts) {
    this.texts = texts;
  }

  /// @throws IllegalArgumentException if there are other names than those of `entries`
  static SavedState of(Map<String, String> texts, Attribute<?>... entries) {
    List<String> names = Arrays.stream(entries).map(Attribute::name).sorted().toList();
    List<String> found = texts.keySet().stream().sorted().toList();
    if (!names.equals(found)) {
      throw new IllegalArgumentException(
          "loaded state dict is of another kind of scheduler: it has "
              + found
              + ", this one needs "
              + names);
    }
    return new SavedState(texts);
  }

  /// @throws IllegalArgumentException if the text is no value of this entry
  <T> T get(Attribute<T> entry) {
    return entry.parse(texts.get(entry.name()));
  }
}
