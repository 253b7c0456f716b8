package org.hypergrad.demo.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hypergrad.Shape;
import org.hypergrad.spi.Attribute;

/// How the value of an attribute is written, by the class of that value.
public final class AttributeType {
  private AttributeType() {}

  /// What may be written for an attribute, in words.
  public static String describe(Attribute<?> attribute) {
    Class<?> type = attribute.type();
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    return switch (type.getSimpleName()) {
      case "Boolean" -> "true or false";
      case "Integer" -> "a whole number";
      case "Double" -> "a number";
      case "String" -> "a word";
      case "Shape" -> "sizes, as [2, 3]";
      case "List" -> "whole numbers, as [0, 1]";
      default -> "a " + type.getSimpleName() + ", which cannot be written in an expression";
    };
  }

  /// The value of an attribute, from what was written.
  ///
  /// @throws IllegalArgumentException if it cannot be the value of this attribute
  static <T> T read(Attribute<T> attribute, Literal literal) {
    return attribute
        .type()
        .cast(
            read(attribute.type(), literal)
                .orElseThrow(() ->
                    new IllegalArgumentException(
                        "'"
                            + attribute.name()
                            + "' is "
                            + describe(attribute)
                            + ", but here is "
                            + literal)));
  }

  private static Optional<?> read(Class<?> type, Literal literal) {
    return switch (literal) {
      case Literal.Word(String word) when type == Boolean.class ->
          Optional.of(word).filter(List.of("true", "false")::contains).map(Boolean::valueOf);
      case Literal.Word(String word) when type == String.class -> Optional.of(word);
      case Literal.Word(String word) when type.isEnum() ->
          Arrays.stream(type.getEnumConstants())
              .filter(constant -> constant.toString().equals(word))
              .findFirst();
      case Literal.Number(double value) when type == Double.class -> Optional.of(value);
      case Literal.Number number when type == Integer.class -> integer(number);
      case Literal.Number number when type == List.class -> integers(List.of(number));
      case Literal.Items(List<Literal> items) when type == List.class -> integers(items);
      case Literal.Items(List<Literal> items) when type == Shape.class ->
          integers(items).map(sizes -> Shape.of(sizes.stream().mapToInt(size -> size).toArray()));
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> integer(Literal literal) {
    return literal instanceof Literal.Number(double value) && value == (int) value
        ? Optional.of((int) value)
        : Optional.empty();
  }

  private static Optional<List<Integer>> integers(List<Literal> items) {
    List<Integer> integers =
        items.stream().map(AttributeType::integer).flatMap(Optional::stream).toList();
    return integers.size() == items.size() ? Optional.of(integers) : Optional.empty();
  }
}
