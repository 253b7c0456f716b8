package org.hypergrad.demo;

import java.io.PrintWriter;
import org.hypergrad.Tensor;

/// A [Neuron] that finds out which weight and bias its examples were made with.
final class NeuronLesson {
  private static final int STEPS = 200;
  private static final double LEARNING_RATE = 0.2;

  /// How long the bar of the first loss is.
  private static final int BAR = 40;

  private static final Numbers NUMBERS = new Numbers(4);

  private NeuronLesson() {}

  /// Prints the lesson.
  static void print(PrintWriter out) {
    Tensor x = Tensor.of(-1.0, -0.5, 0.0, 0.5, 1.0);
    Tensor target = x.mul(2.0).sub(0.5).tanh();
    Neuron neuron = new Neuron();

    out.println("A neuron answers tanh(x*w + b). For these x");
    out.println("  " + NUMBERS.text(x));
    out.println("it is to give these answers, which were made with w = 2 and b = -0.5:");
    out.println("  " + NUMBERS.text(target));
    out.print(
        """
        It does not know that, and begins with w = 0 and b = 0. At each step, w and b move a little
        against the gradient of the loss, which is the mean square of what its answers are off by:

        """);
    learn(neuron, x, target).print(out);
    out.println();
    out.println("Its answers now:");
    out.println("  " + NUMBERS.text(neuron.answer(x)));
    out.println();
  }

  private static Table learn(Neuron neuron, Tensor x, Tensor target) {
    Table table =
        new Table(
            Table.Column.right("step", Style.PLAIN),
            Table.Column.right("w", Style.NAME),
            Table.Column.right("b", Style.NAME),
            Table.Column.right("loss", Style.GRADIENT),
            Table.Column.left("", Style.GRADIENT));
    double first = neuron.loss(x, target).item();
    for (int step = 0; step <= STEPS; step++) {
      double loss = neuron.loss(x, target).item();
      if (isShown(step)) {
        table.row(
            Integer.toString(step),
            NUMBERS.number(neuron.weight()),
            NUMBERS.number(neuron.bias()),
            NUMBERS.number(loss),
            "#".repeat((int) Math.ceil(BAR * loss / first)));
      }
      neuron.learn(x, target, LEARNING_RATE);
    }
    return table;
  }

  private static boolean isShown(int step) {
    return step <= 5 || step <= 50 && step % 10 == 0 || step % 50 == 0;
  }
}
