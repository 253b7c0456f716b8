package org.hypergrad.demo;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.hypergrad.Tensor;
import org.hypergrad.demo.expression.Computation;
import org.hypergrad.demo.expression.Program;
import org.hypergrad.demo.expression.Values;

/// The example of micrograd's README (github.com/karpathy/micrograd), with every value and
/// gradient.
final class ExpressionLesson {
  private static final String EXPRESSION =
      """
      c = a + b
      d = a * b + b**3
      c += c + 1
      c += 1 + c + (-a)
      d += d * 2 + relu(b + a)
      d += 3 * d + relu(b - a)
      e = c - d
      f = e**2
      g = f / 2.0
      g += 10.0 / f
      """;

  private static final Numbers NUMBERS = new Numbers(4);

  private ExpressionLesson() {}

  /// Prints the lesson.
  ///
  /// @return whether the numbers are those that micrograd's README and PyTorch give
  static boolean print(PrintWriter out) {
    Map<String, Tensor> leaves = Values.parse(List.of("a=-4", "b=2"));
    Computation computation = Program.parse(EXPRESSION).evaluate(leaves);
    computation.backward();

    out.println("The example of micrograd's README, for a = -4 and b = 2:");
    out.println();
    out.println(EXPRESSION.indent(2));
    out.print(
        """
        g.backward() goes back through the same steps, from the last to the first. The gradient
        beside a value tells how fast g grows when that value grows:

        """);
    GradientTable.print(computation, NUMBERS, out);
    out.println();
    out.println("Are these the numbers of micrograd and PyTorch?");
    boolean agrees = isExpected(out, "g    ", computation.result(), "24.7041");
    agrees &= isExpected(out, "dg/da", leaves.get("a").grad(), "138.8338");
    agrees &= isExpected(out, "dg/db", leaves.get("b").grad(), "645.5773");
    out.println();
    return agrees;
  }

  private static boolean isExpected(PrintWriter out, String name, Tensor value, String expected) {
    String text = NUMBERS.text(value);
    boolean same = text.equals(expected);
    String verdict = same ? Style.GOOD.paint("yes") : Style.BAD.paint("no, theirs is " + expected);
    out.printf("  %s = %8s   %s%n", name, text, verdict);
    return same;
  }
}
