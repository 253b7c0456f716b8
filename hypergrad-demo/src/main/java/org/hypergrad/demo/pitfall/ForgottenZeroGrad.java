package org.hypergrad.demo.pitfall;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.hypergrad.GradMode;
import org.hypergrad.Tensor;
import org.hypergrad.demo.Numbers;
import org.hypergrad.demo.Style;
import org.hypergrad.demo.Table;

/// A gradient is added to the one that is there already. Unless somebody removes that before, each
/// step follows the sum of all gradients so far.
final class ForgottenZeroGrad {
  private static final int STEPS = 12;
  private static final Numbers NUMBERS = new Numbers(4);

  /// Where a descent was, and the gradient it followed from there.
  private record Step(double w, double grad) {}

  private ForgottenZeroGrad() {}

  /// Looks for the w that makes (w - 3)² the smallest.
  private static List<Step> descend(boolean zeroGrad) {
    List<Step> steps = new ArrayList<>();
    Tensor w = Tensor.scalar(0.0).requiresGrad(true);
    for (int i = 0; i < STEPS; i++) {
      if (zeroGrad) {
        w.setGrad(null); // what Optimizer.zeroGrad() and Block.zeroGrad() do
      }
      Tensor loss = w.sub(3).square();
      loss.backward();
      steps.add(new Step(w.item(), w.grad().item()));
      GradMode.off(() -> w.sub_(w.grad().mul(0.2)));
    }
    return steps;
  }

  /// Prints both descents beside each other.
  static void print(PrintWriter out) {
    out.println("loss = (w - 3)**2 is smallest at w = 3. Twelve steps of w -= 0.2 * gradient:");
    out.println();
    Table table =
        new Table(
            Table.Column.right("step", Style.PLAIN),
            Table.Column.right("w, not zeroed", Style.BAD),
            Table.Column.right("its gradient", Style.BAD),
            Table.Column.right("w, zeroed", Style.GOOD),
            Table.Column.right("its gradient", Style.GOOD));
    List<Step> wrong = descend(false);
    List<Step> right = descend(true);
    for (int i = 0; i < STEPS; i++) {
      table.row(
          Integer.toString(i),
          NUMBERS.number(wrong.get(i).w),
          NUMBERS.number(wrong.get(i).grad),
          NUMBERS.number(right.get(i).w),
          NUMBERS.number(right.get(i).grad));
    }
    table.print(out);
  }
}
