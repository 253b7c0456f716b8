package org.hypergrad.demo;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.hypergrad.demo.pitfall.PitfallsCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `hypergrad demo`: an expression and its gradients, then a neuron that learns by them.
@Command(
    name = "demo",
    description = "Shows gradients at work. Takes a second; start here.",
    subcommands = PitfallsCommand.class)
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    title(out, "1. Every number remembers how it was computed");
    boolean agrees = ExpressionLesson.print(out);
    title(out, "2. A neuron learns by going against its gradient");
    NeuronLesson.print(out);
    title(out, "3. Read on");
    out.println(
        """
          hypergrad-demo/src/main/java/org/hypergrad/demo/Hello.java    a neuron on one page
          hypergrad-demo/src/main/java/org/hypergrad/demo/Neuron.java   the one that learned here
          hypergrad-api/src/main/java/org/hypergrad/Tensor.java         what both are made of

        and try

          hypergrad graph "a*b + b**3" a=-4 b=2
          hypergrad ops tanh\
        """);
    return agrees ? 0 : 1;
  }

  private static void title(PrintWriter out, String text) {
    out.println(Style.HEADING.paint(text));
    out.println();
  }
}
