package org.hypergrad.demo.train;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.hypergrad.Generator;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.nn.data.Digits;

/// A network of some thousand parameters learns to read: what `hypergrad train digits` does.
public final class DigitsLesson {
  private static final PictureStrip PICTURES = new PictureStrip(Shape.of(8, 8), 16);

  private DigitsLesson() {}

  /// Prints the lesson, and leaves a report of the training.
  ///
  /// @return the exit code: 130 if it was stopped
  public static int print(ReportFolder report, PrintWriter out) {
    out.println(
        "People wrote these. What they are, nobody can say in rules; a network can learn it:");
    out.println();
    print(Digits.load().inputs(), out, 4, 7, 8, 9);
    Generator generator = new Generator(DigitsCommand.DEFAULTS.seed());
    return new ClassifierTraining(
            DigitsCommand.divided(generator),
            DigitsCommand.DEFAULTS,
            TrainingFiles.reportIn(report.folder()),
            new WatchOption(),
            "hypergrad train digits",
            generator)
        .run(out);
  }

  /// Draws some of the digits.
  static void print(Tensor digits, PrintWriter out, int... numbers) {
    List<double[]> pictures =
        IntStream.of(numbers).mapToObj(i -> digits.select(0, i).toDoubles()).toList();
    PICTURES.print(pictures, out);
  }
}
