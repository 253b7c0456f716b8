package org.hypergrad.demo.pitfall;

import java.io.PrintWriter;
import java.util.function.UnaryOperator;
import org.hypergrad.Functional;
import org.hypergrad.GradMode;
import org.hypergrad.Tensor;
import org.hypergrad.demo.Numbers;
import org.hypergrad.demo.Style;
import org.hypergrad.demo.Table;

/// Where relu gives 0 its gradient is 0. A neuron that gives 0 for all inputs never learns again.
final class DeadRelu {
  private static final int STEPS = 500;
  private static final double LEARNING_RATE = 0.1;
  private static final Numbers NUMBERS = new Numbers(4);

  private final Tensor x = Tensor.of(0.5, 1.0, 1.5, 2.0);
  private final Tensor w;
  private final Tensor b = Tensor.scalar(0.0).requiresGrad(true);
  private final UnaryOperator<Tensor> activation;

  private DeadRelu(double initialWeight, UnaryOperator<Tensor> activation) {
    this.w = Tensor.scalar(initialWeight).requiresGrad(true);
    this.activation = activation;
  }

  /// The neuron is to answer x itself: w = 1 and b = 0 would do.
  private Tensor loss() {
    Tensor answer = activation.apply(x.mul(w).add(b));
    return answer.sub(x).square().mean();
  }

  /// Prints how a dead neuron and two others learn.
  static void print(PrintWriter out) {
    out.println(
        "A neuron relu(x*w + b) is to answer x, for x = 0.5, 1, 1.5, 2. What it gives with");
    out.println("w = -1 is relu of negative numbers only. 500 steps of gradient descent:");
    out.println();
    Table table =
        new Table(
            Table.Column.left("neuron", Style.NAME),
            Table.Column.right("first dloss/dw", Style.GRADIENT),
            Table.Column.right("first loss", Style.PLAIN),
            Table.Column.right("last loss", Style.PLAIN),
            Table.Column.right("last w", Style.PLAIN));
    new DeadRelu(-1, Tensor::relu).learn("relu from w = -1", table);
    new DeadRelu(-1, x -> Functional.leakyRelu(x, 0.1)).learn("leaky relu from w = -1", table);
    new DeadRelu(0.5, Tensor::relu).learn("relu from w = 0.5", table);
    table.print(out);
  }

  private void learn(String name, Table table) {
    Tensor first = loss();
    first.backward();
    double firstGradient = w.grad().item();
    for (int step = 0; step < STEPS; step++) {
      w.setGrad(null);
      b.setGrad(null);
      loss().backward();
      GradMode.off(() -> {
        w.sub_(w.grad().mul(LEARNING_RATE));
        b.sub_(b.grad().mul(LEARNING_RATE));
      });
    }
    table.row(
        name,
        NUMBERS.number(firstGradient),
        NUMBERS.number(first.item()),
        NUMBERS.number(loss().item()),
        NUMBERS.number(w.item()));
  }
}
