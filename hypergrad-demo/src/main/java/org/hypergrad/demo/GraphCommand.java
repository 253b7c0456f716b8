package org.hypergrad.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hypergrad.Tensor;
import org.hypergrad.board.report.NetworkGraph;
import org.hypergrad.demo.expression.Computation;
import org.hypergrad.demo.expression.Program;
import org.hypergrad.demo.expression.Values;
import org.hypergrad.demo.train.SavedNetwork;
import org.hypergrad.viz.DrawingOptions;
import org.hypergrad.viz.Drawings;
import org.hypergrad.viz.drawing.Drawing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hypergrad graph "tanh(x*w + b)" x=2 w=-0.5 b=1.5`, or `hypergrad graph --model FILE --svg FILE`
@Command(
    name = "graph",
    description = {
      "Shows every value of an expression, and its gradient, in a table or in a drawing.",
      "Or draws a network that was trained before."
    },
    footer = {
      "",
      "Operators, the tightest first: ** or ^, sign -, then * / @, then + -, then == != < <= > >=.",
      "Any operation is called by its name, its attributes are given by theirs: sum(x, dim=0);",
      "an operand it can do without is left out by 'none': cross_entropy(x, to(t, dtype=int64),"
          + " none)",
      "Statements are separated by ';' or the end of a line: c = a + b; c += 1; tanh(c)",
      "An expression that begins with '-' needs -- before it, or it looks like an option.",
      "",
      "  hypergrad graph \"tanh(x1*w1 + x2*w2 + b)\" x1=2 w1=-3 x2=0 w2=1 b=6.8813735870195432",
      "  hypergrad graph \"softmax(m @ x, dim=0)\" \"m=[[1,2],[3,4]]\" \"x=[0.5,-0.5]\"",
      "  hypergrad graph \"a = 3; b = a * a; b * a\"",
      "  hypergrad graph \"a*b + b**3\" a=-4 b=2 --svg graph.svg",
      "  hypergrad graph --model digits.safetensors --html digits.html"
    })
final class GraphCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Mixin private GraphFiles files;

  @Option(
      names = "--model",
      paramLabel = "FILE_OR_DIR",
      description = "the network to draw: what --save wrote, or a checkpoint, or their folder")
  private Path model;

  @Option(names = "--unfold", description = "draws what is inside the blocks of the network")
  private boolean unfold;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "EXPRESSION",
      description = "what to compute")
  private String expression;

  @Parameters(
      index = "1..*",
      paramLabel = "NAME=VALUE",
      description = "the values of variables: x=2, x=[1,2,3], x=[[1,2],[3,4]]")
  private List<String> values = List.of();

  @Option(
      names = "--digits",
      paramLabel = "N",
      defaultValue = "4",
      description = "how many decimals are printed, from 0 to 17; 4 if not given")
  private int digits;

  @Override
  public void run() {
    if (digits < 0 || digits > 17) {
      throw new ParameterException(
          spec.commandLine(), "--digits is a number from 0 to 17, but was given " + digits);
    }
    if ((expression == null) == (model == null)) {
      throw new ParameterException(
          spec.commandLine(),
          expression == null
              ? "Missing required parameter: 'EXPRESSION', or --model"
              : "Give either an EXPRESSION or --model");
    }
    if ((unfold || files.areOfBackward()) && !files.areWanted()) {
      throw new ParameterException(
          spec.commandLine(),
          (unfold ? "--unfold" : "--backward") + " needs --svg, --html or --dot FILE");
    }
    files.check();
    if (model == null) {
      showExpression(spec.commandLine().getOut());
    } else {
      drawModel(spec.commandLine().getOut());
    }
  }

  private void drawModel(PrintWriter out) {
    if (!files.areWanted()) {
      throw new ParameterException(spec.commandLine(), "--model needs --svg, --html or --dot FILE");
    }
    SavedNetwork network = SavedNetwork.load(model);
    NetworkGraph graph = network.graph();
    Drawing drawing = files.areOfBackward() ? graph.backward() : graph.forward();
    out.println(network.network().summary(network.sample()));
    out.println();
    files.write((unfold ? drawing : drawing.folded(0)).titled(network.name()), out);
  }

  private void showExpression(PrintWriter out) {
    Program program = Program.parse(expression);
    Map<String, Tensor> leaves = Values.parse(values);
    Computation computation = program.evaluate(leaves);
    for (String name : computation.unused()) {
      spec.commandLine().getErr().println("hypergrad: the expression does not use '" + name + "'");
    }
    if (!computation.hasGradients()) {
      out.println("The result depends on no variable by derivatives: there are no gradients.");
    } else {
      computation.backward();
      if (computation.isSummed()) {
        out.println(
            "The result has shape "
                + computation.result().shape()
                + ": the gradients are those of its sum.");
      }
    }
    GradientTable.print(computation, new Numbers(digits), out);
    files.write(drawing(computation), out);
  }

  private Drawing drawing(Computation computation) {
    DrawingOptions options =
        DrawingOptions.DEFAULT
            .titled(expression)
            .known(
                computation.steps().stream().map(Computation.Step::tensor).toArray(Tensor[]::new));
    return files.areOfBackward()
        ? Drawings.backward(computation.result(), options)
        : Drawings.forward(computation.result(), options);
  }
}
