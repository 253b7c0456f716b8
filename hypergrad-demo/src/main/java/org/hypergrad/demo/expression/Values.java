package org.hypergrad.demo.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hypergrad.Tensor;

/// The values of variables as they are given on a command line: `x=2`, `v=[1, 2, 3]`, `m=[[1, 2],
/// [3, 4]]`.
public final class Values {
  private Values() {}

  /// Leaves of float64 that require a gradient, by name, in the order given.
  ///
  /// @throws ExpressionException if one of the texts is not `name=value`, or a name comes twice
  public static Map<String, Tensor> parse(List<String> assignments) {
    Map<String, Tensor> values = new LinkedHashMap<>();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      String name = assignment.substring(0, Math.max(0, equals)).strip();
      if (!Lexer.isName(name)) {
        throw new ExpressionException(
            "a value is given as name=value, as in x=2 or x=[1,2,3]", assignment, 0);
      }
      if (values.put(name, leaf(name, assignment, equals + 1)) != null) {
        throw new ExpressionException("'" + name + "' is given a second time", assignment, 0);
      }
    }
    return values;
  }

  private static Tensor leaf(String name, String assignment, int start) {
    Literal literal = Parser.literal(assignment, start);
    try {
      return literal.toTensor().requiresGrad(true).name(name);
    } catch (IllegalArgumentException e) {
      throw new ExpressionException(e.getMessage(), assignment, start);
    }
  }
}
