package org.hypergrad.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Attributes;

/// Reads keyword arguments of PyTorch as settings with the same names.
final class Settings {
  private Settings() {}

  /// The arguments whose names are not in `others`.
  ///
  /// @throws UnsupportedCase if there is no setting of a name
  static Attributes read(JsonNode kwargs, List<Attribute<?>> known, Set<String> others) {
    Attributes settings = Attributes.NONE;
    for (Map.Entry<String, JsonNode> argument : kwargs.properties()) {
      if (!others.contains(argument.getKey())) {
        settings = with(settings, named(argument.getKey(), known), argument.getValue());
      }
    }
    return settings;
  }

  private static Attribute<?> named(String name, List<Attribute<?>> known) {
    return known.stream()
        .filter(attribute -> attribute.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UnsupportedCase("no setting " + name));
  }

  private static <T> Attributes with(Attributes settings, Attribute<T> attribute, JsonNode value) {
    return value.isNull()
        ? settings
        : settings.with(attribute, attribute.type().cast(value(attribute, value)));
  }

  /// What PyTorch wrote, as a value of this setting; a single number is a list where one is wanted.
  static Object value(Attribute<?> attribute, JsonNode json) {
    return switch (attribute.type().getSimpleName()) {
      case "Boolean" -> json.booleanValue();
      case "Integer" -> Math.toIntExact(json.longValue());
      case "Double" -> Tensors.real(json);
      case "String" -> json.textValue();
      case "List" -> numbers(json);
      default -> throw new UnsupportedCase("no value for " + attribute);
    };
  }

  /// A list of numbers, or a single one.
  static List<Double> numbers(JsonNode json) {
    List<Double> numbers = new ArrayList<>();
    if (json.isArray()) {
      json.forEach(item -> numbers.add(Tensors.real(item)));
    } else {
      numbers.add(Tensors.real(json));
    }
    return numbers;
  }
}
