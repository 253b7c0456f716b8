package org.hypergrad.demo;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hypergrad.Tensor;
import org.hypergrad.demo.expression.Computation;
import org.hypergrad.demo.expression.Program;
import org.hypergrad.demo.expression.Values;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `hypergrad demo`: an expression and its gradients, then a neuron that learns by them.
@Command(name = "demo", description = "Shows gradients at work. Takes a second; start here.")
final class DemoCommand implements Callable<Integer> {
  /// The example of micrograd's README (github.com/karpathy/micrograd).
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

  /// How many steps the neuron makes.
  private static final int STEPS = 200;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    boolean agrees = expression();
    neuron();
    out().println("Read next, in this order:");
    out().println("  hypergrad-demo/src/main/java/org/hypergrad/demo/Hello.java    a neuron on one page");
    out().println("  hypergrad-demo/src/main/java/org/hypergrad/demo/Neuron.java   the one above");
    out().println("  hypergrad-api/src/main/java/org/hypergrad/Tensor.java         what they are made of");
    out().println("and try: hypergrad graph \"a*b + b**3\" a=-4 b=2");
    return agrees ? 0 : 1;
  }

  /// Whether the results are the known ones.
  private boolean expression() {
    title("1. Every number remembers how it was computed");
    out().println("The example of micrograd's README, for a = -4 and b = 2:");
    out().println();
    out().println(EXPRESSION.indent(2));
    Map<String, Tensor> leaves = Values.parse(List.of("a=-4", "b=2"));
    Computation computation = Program.parse(EXPRESSION.strip()).evaluate(leaves);
    computation.backward();
    out().println("g.backward() goes back through the same steps, from the last to the first. The gradient beside");
    out().println("each value says how much g grows when that value grows a little:");
    out().println();
    GradientTable.print(computation, NUMBERS, out());
    out().println();
    out().println("The same numbers as PyTorch's and micrograd's?");
    boolean agrees =
        compare("g    ", computation.result(), "24.7041")
            & compare("dg/da", leaves.get("a").grad(), "138.8338")
            & compare("dg/db", leaves.get("b").grad(), "645.5773");
    out().println();
    return agrees;
  }

  private boolean compare(String name, Tensor actual, String expected) {
    String text = NUMBERS.text(actual);
    boolean same = text.equals(expected);
    out().printf(
        "  %s = %8s   %s%n",
        name, text, same ? Style.GOOD.paint("yes") : Style.BAD.paint("no, theirs is " + expected));
    return same;
  }

  private void neuron() {
    title("2. A neuron learns by going against its gradient");
    Tensor x = Tensor.of(-1.0, -0.5, 0.0, 0.5, 1.0);
    Tensor target = x.mul(2.0).sub(0.5).tanh();
    out().println("It answers tanh(x*w + b) and is to give, for these x,");
    out().println("  " + NUMBERS.text(x));
    out().println("these answers, which were made with w = 2 and b = -0.5:");
    out().println("  " + NUMBERS.text(target));
    out().println("It begins with w = 0 and b = 0. In each step, w and b move against the gradient of the loss.");
    out().println();
    Neuron neuron = new Neuron();
    Table table =
        new Table(
            Table.Column.right("step", Style.PLAIN),
            Table.Column.right("w", Style.NAME),
            Table.Column.right("b", Style.NAME),
            Table.Column.right("loss", Style.GRADIENT),
            Table.Column.left("", Style.GRADIENT));
    double first = 0;
    for (int step = 0; step <= STEPS; step++) {
      String w = NUMBERS.number(neuron.weight());
      String b = NUMBERS.number(neuron.bias());
      double loss = neuron.learn(x, target, 1.0);
      first = step == 0 ? loss : first;
      if (step < 5 || step < 50 && step % 10 == 0 || step % 50 == 0) {
        table.row(Integer.toString(step), w, b, NUMBERS.number(loss), "#".repeat((int) Math.ceil(40 * loss / first)));
      }
    }
    table.print(out());
    out().println();
    out().println("Its answers now:");
    out().println("  " + NUMBERS.text(neuron.answer(x)));
    out().println();
  }

  private void title(String text) {
    out().println(Style.HEADING.paint(text));
    out().println();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
