package org.hypergrad.viz.chart;

import static org.hypergrad.viz.svg.Numbers.plain;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.hypergrad.GradMode;
import org.hypergrad.Tensor;
import org.hypergrad.viz.svg.Numbers;

/// Points in the plane, and what a classifier says of every other: each class has its colour and
/// its mark, points in the region of another class have a dark outline.
///
/// ```java
/// DecisionBoundary.of(points, labels, batch -> classesOf(model.apply(Tensor.of(batch))))
/// ```
///
/// The classifier is asked once, when the chart is made.
public final class DecisionBoundary implements Chart {
  private static final String KIND = "Decision boundary";

  /// Cells along each side.
  private static final int CELLS = 200;

  /// How many shades from unsure to sure.
  private static final int SHADES = 8;

  /// What lies around the outermost points, as a part of their range.
  private static final double AROUND = 0.08;

  private final Look look;
  private final Answers answers;
  private final List<String> names;
  private final String xTitle;
  private final String yTitle;

  /// What the classifier said.
  ///
  /// @param actual class of each point
  /// @param predicted class of each point
  /// @param cells class of each cell, row by row from the top
  /// @param sureness of each cell, from 0 to SHADES - 1
  private record Answers(
      double[][] points,
      int[] actual,
      int[] predicted,
      LinearScale x,
      LinearScale y,
      int[][] cells,
      int[][] sureness) {}

  private DecisionBoundary(
      Look look, Answers answers, List<String> names, String xTitle, String yTitle) {
    this.look = look;
    this.answers = answers;
    this.names = names;
    this.xTitle = xTitle;
    this.yTitle = yTitle;
  }

  /// A chart of points, their classes from 0 on, and a classifier that says the class of each of
  /// some points.
  ///
  /// @param points of two coordinates each
  /// @throws IllegalArgumentException if there is no point, one has not two finite coordinates, or
  ///   a class is missing or negative
  public static DecisionBoundary of(
      double[][] points, int[] classes, Function<double[][], int[]> classifier) {
    return ofProbabilities(points, classes, batch -> oneHot(classifier.apply(batch)));
  }

  /// A chart with shades: the classifier says for each of some points the probability of every
  /// class. Of one column that is the probability of class 1.
  ///
  /// @throws IllegalArgumentException as [#of]
  public static DecisionBoundary ofProbabilities(
      double[][] points, int[] classes, Function<double[][], double[][]> classifier) {
    check(points, classes);
    LinearScale x = range(points, 0);
    LinearScale y = range(points, 1);
    double[][] centres = new double[CELLS * CELLS][];
    for (int i = 0; i < centres.length; i++) {
      centres[i] =
          new double[] {at(x, (i % CELLS + 0.5) / CELLS), at(y, 1 - (i / CELLS + 0.5) / CELLS)};
    }
    double[][] ofCells = answers(classifier, centres);
    int[][] cells = new int[CELLS][CELLS];
    int[][] sureness = new int[CELLS][CELLS];
    for (int i = 0; i < centres.length; i++) {
      cells[i / CELLS][i % CELLS] = likeliest(ofCells[i]);
      sureness[i / CELLS][i % CELLS] = sureness(ofCells[i]);
    }
    double[][] copy = Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
    int[] predicted =
        Arrays.stream(answers(classifier, copy)).mapToInt(DecisionBoundary::likeliest).toArray();
    int most =
        IntStream.concat(
                IntStream.concat(Arrays.stream(classes), Arrays.stream(predicted)),
                Arrays.stream(cells).flatMapToInt(Arrays::stream))
            .max()
            .orElseThrow();
    return new DecisionBoundary(
        Look.of(620, 560),
        new Answers(copy, classes.clone(), predicted, x, y, cells, sureness),
        IntStream.rangeClosed(0, most).mapToObj(i -> "class " + i).toList(),
        "",
        "");
  }

  /// A chart of points of shape \[N, 2\] and their classes, \[N\]. The classifier gets points of
  /// the same type, with grad mode off, and gives a row of probabilities for each.
  ///
  /// ```java
  /// DecisionBoundary.ofProbabilities(inputs, targets, x -> model.apply(x).softmax(1))
  /// ```
  ///
  /// @throws IllegalArgumentException as [#of], or if points or probabilities are no matrix
  public static DecisionBoundary ofProbabilities(
      Tensor points, Tensor classes, UnaryOperator<Tensor> classifier) {
    return ofProbabilities(
        Rows.of("Points", points),
        Arrays.stream(classes.toLongs()).mapToInt(Math::toIntExact).toArray(),
        batch ->
            GradMode.off(() ->
                Rows.of("Probabilities", classifier.apply(Tensor.of(batch).to(points.dtype())))));
  }

  private static void check(double[][] points, int[] classes) {
    if (points.length == 0 || classes.length != points.length) {
      throw new IllegalArgumentException(
          points.length
              + " points and "
              + classes.length
              + " classes: a class for each point, and at least one");
    }
    for (double[] point : points) {
      if (point.length != 2 || !Double.isFinite(point[0]) || !Double.isFinite(point[1])) {
        throw new IllegalArgumentException(
            "A point has two finite coordinates, not " + Arrays.toString(point));
      }
    }
    if (Arrays.stream(classes).anyMatch(c -> c < 0)) {
      throw new IllegalArgumentException("Classes are numbered from 0, none is negative");
    }
  }

  private static double[][] answers(
      Function<double[][], double[][]> classifier, double[][] points) {
    double[][] answers = classifier.apply(points);
    if (answers.length != points.length || Arrays.stream(answers).anyMatch(a -> a.length == 0)) {
      throw new IllegalArgumentException(
          "The classifier gave " + answers.length + " answers for " + points.length + " points");
    }
    return answers;
  }

  private static LinearScale range(double[][] points, int coordinate) {
    double[] values = Arrays.stream(points).mapToDouble(point -> point[coordinate]).toArray();
    LinearScale exact =
        LinearScale.of(
            Arrays.stream(values).min().orElseThrow(),
            Arrays.stream(values).max().orElseThrow(),
            false);
    return new LinearScale(
        Math.max(at(exact, -AROUND), -Double.MAX_VALUE),
        Math.min(at(exact, 1 + AROUND), Double.MAX_VALUE),
        false);
  }

  private static double at(LinearScale scale, double part) {
    return scale.low() * (1 - part) + scale.high() * part;
  }

  private static double[][] oneHot(int[] classes) {
    if (Arrays.stream(classes).anyMatch(c -> c < 0)) {
      throw new IllegalArgumentException("The classifier gave a negative class");
    }
    double[][] rows = new double[classes.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[Math.max(2, classes[i] + 1)];
      rows[i][classes[i]] = 1;
    }
    return rows;
  }

  private static int likeliest(double[] probabilities) {
    if (probabilities.length == 1) {
      return probabilities[0] > 0.5 ? 1 : 0;
    }
    return IntStream.range(0, probabilities.length)
        .reduce((a, b) -> probabilities[b] > probabilities[a] ? b : a)
        .orElseThrow();
  }

  /// From what a guess would give to certainty, in equal steps.
  private static int sureness(double[] probabilities) {
    int n = Math.max(2, probabilities.length);
    double p =
        probabilities.length == 1
            ? Math.max(probabilities[0], 1 - probabilities[0])
            : probabilities[likeliest(probabilities)];
    return (int) Math.clamp((p - 1.0 / n) / (1 - 1.0 / n) * SHADES, 0.0, SHADES - 1.0);
  }

  /// With names of the classes, in place of `class 0` and so on.
  ///
  /// @throws IllegalArgumentException if they are less than there are classes
  public DecisionBoundary named(List<String> classes) {
    if (classes.size() < names.size()) {
      throw new IllegalArgumentException(
          classes.size() + " names for " + names.size() + " classes: each needs one");
    }
    return new DecisionBoundary(look, answers, List.copyOf(classes), xTitle, yTitle);
  }

  /// With titles at the axes.
  public DecisionBoundary axes(String horizontal, String vertical) {
    return new DecisionBoundary(look, answers, names, horizontal, vertical);
  }

  @Override
  public DecisionBoundary titled(String heading) {
    return new DecisionBoundary(look.titled(heading), answers, names, xTitle, yTitle);
  }

  @Override
  public DecisionBoundary sized(int width, int height) {
    return new DecisionBoundary(look.sized(width, height), answers, names, xTitle, yTitle);
  }

  @Override
  public String toSvg() {
    String note = note();
    Canvas canvas =
        new Canvas(
            look, KIND, KIND + " of " + names.size() + " classes; " + note + ".", List.of(note));
    Legend.of(names, look).draw(canvas, names, true);
    Axes axes = Axes.fit(canvas, answers.x(), answers.y(), false, xTitle, yTitle, 8);
    axes.draw(canvas);
    drawRegions(canvas, axes);
    canvas.open("points");
    for (int i = 0; i < answers.points().length; i++) {
      drawPoint(canvas, axes, i);
    }
    canvas.close();
    return canvas.finish();
  }

  private void drawRegions(Canvas canvas, Axes axes) {
    canvas.open("regions", axes.left(), axes.top(), axes.width() / CELLS, axes.height() / CELLS);
    int[][] shaded = new int[CELLS][CELLS];
    for (int row = 0; row < CELLS; row++) {
      for (int column = 0; column < CELLS; column++) {
        shaded[row][column] =
            answers.cells()[row][column] * SHADES + answers.sureness()[row][column];
      }
    }
    Regions regions = new Regions(shaded);
    for (int shade = 0; shade < names.size() * SHADES; shade++) {
      String area = regions.area(shade);
      if (!area.isEmpty()) {
        canvas.path("region s" + shade % SHADES + " " + Palette.area(shade / SHADES), area);
      }
    }
    canvas.path("border", new Regions(answers.cells()).borders());
    canvas.close();
  }

  private void drawPoint(Canvas canvas, Axes axes, int i) {
    int actual = answers.actual()[i];
    boolean isMissed = actual != answers.predicted()[i];
    double[] point = answers.points()[i];
    canvas.path(
        "mark " + Palette.area(actual) + (isMissed ? " missed" : ""),
        "M%s %s".formatted(plain(axes.x(point[0])), plain(axes.y(point[1])))
            + Palette.shape(actual),
        "(%s, %s) %s%s"
            .formatted(
                Numbers.rounded(point[0]),
                Numbers.rounded(point[1]),
                names.get(actual),
                isMissed ? ", taken for " + names.get(answers.predicted()[i]) : ""));
  }

  private String note() {
    int all = answers.actual().length;
    long right =
        IntStream.range(0, all).filter(i -> answers.actual()[i] == answers.predicted()[i]).count();
    return right + " of " + all + " points lie in the region of their class";
  }
}
