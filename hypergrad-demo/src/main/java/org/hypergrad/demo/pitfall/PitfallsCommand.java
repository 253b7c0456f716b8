package org.hypergrad.demo.pitfall;

import java.io.PrintWriter;
import java.util.function.Consumer;
import org.hypergrad.demo.Style;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `hypergrad demo pitfalls`
@Command(
    name = "pitfalls",
    description = "Makes four mistakes that everybody makes once, and shows what comes of them.")
public final class PitfallsCommand implements Runnable {
  @Spec private CommandSpec spec;

  PitfallsCommand() {}

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    lesson(out, "1. Gradients that are not zeroed add up", ForgottenZeroGrad::print);
    lesson(out, "2. A gradient that is handed on too early", DepthFirstBackward::print);
    lesson(out, "3. A relu that is dead", DeadRelu::print);
    lesson(out, "4. A layer that is not always a list", LayerOfOneNeuron::print);
    out.println("Why, and what to do: docs/pitfalls.md");
  }

  private static void lesson(PrintWriter out, String title, Consumer<PrintWriter> lesson) {
    out.println(Style.HEADING.paint(title));
    out.println();
    lesson.accept(out);
    out.println();
  }
}
