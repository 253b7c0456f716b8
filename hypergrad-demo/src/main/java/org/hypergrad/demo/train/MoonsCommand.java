package org.hypergrad.demo.train;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.hypergrad.Generator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `hypergrad train moons`
@Command(
    name = "moons",
    description = "Tells two moons apart with a network of single numbers, as micrograd's demo.")
final class MoonsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Mixin private WatchOption watch;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "100",
      description = "points to learn from; ${DEFAULT-VALUE} if not given")
  private int samples;

  @Option(
      names = "--noise",
      paramLabel = "X",
      defaultValue = "0.1",
      description = "how far they are scattered; ${DEFAULT-VALUE} if not given")
  private double noise;

  @Option(
      names = "--hidden",
      paramLabel = "N",
      split = ",",
      defaultValue = "16,16",
      description = "neurons of the hidden layers; ${DEFAULT-VALUE} if not given")
  private int[] hidden;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "100",
      description = "steps of gradient descent; ${DEFAULT-VALUE} if not given")
  private int steps;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1337",
      description = "where the random numbers begin; ${DEFAULT-VALUE} if not given")
  private long seed;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "writes a report of the training into this folder: one page, report.html")
  private Path report;

  @Override
  public void run() {
    check(samples >= 2, "--samples is at least 2");
    check(noise >= 0 && noise < Double.POSITIVE_INFINITY, "--noise is a number from 0 on");
    check(Arrays.stream(hidden).allMatch(n -> n > 0), "--hidden are numbers from 1 on");
    check(steps > 0, "--steps is at least 1");
    Optional<ReportFolder> folder = Optional.ofNullable(report).map(ReportFolder::new);
    folder.ifPresent(ReportFolder::check);
    PrintWriter out = spec.commandLine().getOut();
    MoonsLesson lesson = new MoonsLesson(samples, noise, hidden, new Generator(seed));
    String sizes = "2-" + layers() + "-1";
    try (Watching watching = watch.open("moons, " + sizes, lesson.control(), out)) {
      out.println("A network of " + lesson.parameters() + " single numbers, " + sizes);
      out.println();
      watching.page().ifPresent(page -> lesson.show(page, steps));
      if (!trained(lesson, folder, out)) {
        return;
      }
      out.println();
      lesson.draw(out);
      out.println();
      out.println("  x and O are the points, . and + is what the network would take others for");
      report(lesson, folder, out);
      watching.linger();
    }
  }

  /// Trains; false if Ctrl-C stopped it, which then waits for the report, some seconds.
  private boolean trained(MoonsLesson lesson, Optional<ReportFolder> folder, PrintWriter out) {
    try (StopAtExit exit = new StopAtExit(lesson.control())) {
      lesson.train(steps, out);
      if (exit.isUnderWay()) {
        report(lesson, folder, out);
        return false;
      }
      return true;
    }
  }

  private void report(MoonsLesson lesson, Optional<ReportFolder> folder, PrintWriter out) {
    if (folder.isPresent() && lesson.steps() > 0) {
      folder.get().write(lesson.report("moons, 2-" + layers() + "-1", Shell.line(spec)), out);
    }
  }

  private String layers() {
    return String.join("-", Arrays.stream(hidden).mapToObj(Integer::toString).toList());
  }

  private void check(boolean holds, String rule) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), rule);
    }
  }
}
