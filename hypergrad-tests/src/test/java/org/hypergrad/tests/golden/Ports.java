package org.hypergrad.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Ported programs, each known by its Python text: where another golden folder has the same program
/// under another id, it is found, and where it has another program under the same id, it is not
/// mistaken.
final class Ports {
  /// A port.
  ///
  /// @param code the Python text
  /// @param sentence for a program that must fail: the sentence our message must contain where it
  ///   is not PyTorch's; else null
  /// @param program the same in Java
  record Port(String code, String sentence, Program program) {}

  private final Map<String, Port> ports = new HashMap<>();

  /// @throws IllegalArgumentException if two ports have the same text
  @SafeVarargs
  Ports(List<Port>... tables) {
    for (List<Port> table : tables) {
      for (Port port : table) {
        if (ports.put(port.code, port) != null) {
          throw new IllegalArgumentException("ported twice: " + port.code);
        }
      }
    }
  }

  /// A port of a program.
  static Port port(String code, Program program) {
    return new Port(code, null, program);
  }

  /// A port of a program that must fail, where our message is not PyTorch's.
  static Port port(String code, String sentence, Program program) {
    return new Port(code, sentence, program);
  }

  /// Whether the program of a case is ported.
  boolean has(JsonNode fields) {
    return ports.containsKey(fields.get("code").textValue());
  }

  /// The port of a case.
  ///
  /// @throws UnsupportedCase if there is none
  Port of(JsonNode fields) {
    Port port = ports.get(fields.get("code").textValue());
    if (port == null) {
      throw UnsupportedList.unsupported(fields.get("id").textValue());
    }
    return port;
  }
}
