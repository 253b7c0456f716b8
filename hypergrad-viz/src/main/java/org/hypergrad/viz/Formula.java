package org.hypergrad.viz;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hypergrad.autograd.Node;
import org.hypergrad.spi.Attribute;
import org.hypergrad.viz.svg.Numbers;

/// Formulas with the settings of a call put in: `a + alpha * b` is `a + b` where alpha is 1.
final class Formula {
  private Formula() {}

  /// What the node's operation computed.
  static String of(Node node) {
    return of(node, node.operation().formula());
  }

  /// A formula in the letters of the node's operation.
  static String of(Node node, String formula) {
    String text = formula;
    for (Attribute<?> attribute : node.operation().attributes()) {
      if (node.attributes().get(attribute) instanceof Number number) {
        String value = Numbers.rounded(number.doubleValue());
        Pattern name = Pattern.compile("\\b" + Pattern.quote(attribute.name()) + "\\b");
        if (value.equals("1")) {
          text = text.replaceAll(name + "( \\* )|( \\* )" + name, "");
        }
        text = name.matcher(text).replaceAll(Matcher.quoteReplacement(value));
      }
    }
    return text;
  }
}
