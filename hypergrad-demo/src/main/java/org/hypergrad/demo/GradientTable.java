package org.hypergrad.demo;

import java.io.PrintWriter;
import org.hypergrad.Tensor;
import org.hypergrad.demo.expression.Computation;

/// Prints every value of a computation beside its gradient.
final class GradientTable {
  /// Longer expressions are cut.
  private static final int MAX_TEXT = 44;

  private GradientTable() {}

  /// Prints the steps of a computation whose backward pass has run, or had nothing to do.
  static void print(Computation computation, Numbers numbers, PrintWriter out) {
    Table table =
        new Table(
            Table.Column.left("expression", Style.NAME),
            Table.Column.left("shape", Style.FAINT),
            Table.Column.right("value", Style.PLAIN),
            Table.Column.right("gradient", Style.GRADIENT));
    boolean missing = false;
    for (Computation.Step step : computation.steps()) {
      Tensor gradient = step.tensor().grad();
      missing |= gradient == null;
      table.row(
          shortened(step.text()),
          step.tensor().shape().toString(),
          numbers.text(step.tensor()),
          numbers.text(gradient));
    }
    table.print(out);
    if (missing && computation.hasGradients()) {
      out.println(
          Style.FAINT.paint("-: no gradient, for the result does not depend on it by derivatives"));
    }
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= MAX_TEXT ? line : line.substring(0, MAX_TEXT - 3) + "...";
  }
}
