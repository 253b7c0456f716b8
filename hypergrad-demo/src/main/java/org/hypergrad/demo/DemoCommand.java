package org.hypergrad.demo;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hypergrad.demo.pitfall.PitfallsCommand;
import org.hypergrad.demo.train.DigitsLesson;
import org.hypergrad.demo.train.ReportFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `hypergrad demo`: an expression and its gradients, a neuron that learns by them, and a network.
@Command(
    name = "demo",
    description = "Shows gradients at work, and a network that learns. Takes seconds; start here.",
    subcommands = PitfallsCommand.class)
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "the folder for the report of the training; hypergrad-report if not given, in target/"
              + " where Maven builds")
  private Path report;

  @Override
  public Integer call() {
    ReportFolder folder = new ReportFolder(report == null ? usualFolder() : report);
    folder.check();
    PrintWriter out = spec.commandLine().getOut();
    title(out, "1. Every number remembers how it was computed");
    boolean agrees = ExpressionLesson.print(out);
    title(out, "2. A neuron learns by going against its gradient");
    NeuronLesson.print(out);
    title(out, "3. A network learns to read");
    int exitCode = DigitsLesson.print(folder, out);
    if (exitCode != 0) {
      return exitCode;
    }
    out.println();
    title(out, "4. Read on");
    out.println(
        """
          hypergrad-demo/src/main/java/org/hypergrad/demo/Hello.java    a neuron on one page
          hypergrad-demo/src/main/java/org/hypergrad/demo/Neuron.java   the one that learned here
          hypergrad-api/src/main/java/org/hypergrad/Tensor.java         what all are made of
          hypergrad-nn/src/main/java/org/hypergrad/nn/train             how the network was trained
          docs/autograd.md                                              from one multiplication to the engine
          docs/pitfalls.md                                              what everybody does wrong once

        and try

          hypergrad graph "a*b + b**3" a=-4 b=2
          hypergrad demo pitfalls
          hypergrad train moons
          hypergrad train digits --hidden 32 --epochs 10 --save digits.safetensors
          hypergrad predict --model digits.safetensors --digits 0,1,2\
        """);
    return agrees ? 0 : 1;
  }

  /// A build's folder for all that can be made again is the place for a report too.
  private static Path usualFolder() {
    Path name = Path.of("hypergrad-report");
    return Files.exists(Path.of("pom.xml")) ? Path.of("target").resolve(name) : name;
  }

  private static void title(PrintWriter out, String text) {
    out.println(Style.HEADING.paint(text));
    out.println();
  }
}
