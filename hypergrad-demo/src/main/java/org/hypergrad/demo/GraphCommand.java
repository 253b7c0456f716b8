package org.hypergrad.demo;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.hypergrad.Tensor;
import org.hypergrad.demo.expression.Computation;
import org.hypergrad.demo.expression.Program;
import org.hypergrad.demo.expression.Values;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hypergrad graph "tanh(x*w + b)" x=2 w=-0.5 b=1.5`
@Command(
    name = "graph",
    description = "Shows every value of an expression, and its gradient.",
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
      "  hypergrad graph \"a = 3; b = a * a; b * a\""
    })
final class GraphCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "EXPRESSION", description = "what to compute")
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
    Program program = Program.parse(expression);
    Map<String, Tensor> leaves = Values.parse(values);
    Computation computation = program.evaluate(leaves);
    for (String name : computation.unused()) {
      spec.commandLine().getErr().println("hypergrad: the expression does not use '" + name + "'");
    }
    PrintWriter out = spec.commandLine().getOut();
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
  }
}
