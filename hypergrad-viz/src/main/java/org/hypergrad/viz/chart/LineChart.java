package org.hypergrad.viz.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hypergrad.Tensor;
import org.hypergrad.viz.chart.Canvas.Anchor;
import org.hypergrad.viz.svg.Numbers;
import org.hypergrad.viz.text.Plain;

/// Lines over a common axis, as losses over epochs: any number of them, of any length.
///
/// A line has a gap where a value is NaN or infinite, or not positive on a logarithmic axis, and
/// the chart says how many such values there were. Many points become fewer, but no spike is lost.
public final class LineChart implements Chart {
  private static final String KIND = "Line chart";
  private static final double MOST_NAME = 160;
  private static final double NAME_GAP = 8;

  private final Look look;
  private final List<Series> series;
  private final String xTitle;
  private final String yTitle;
  private final boolean isLogarithmic;

  private LineChart(
      Look look, List<Series> series, String xTitle, String yTitle, boolean isLogarithmic) {
    this.look = look;
    this.series = List.copyOf(series);
    this.xTitle = xTitle;
    this.yTitle = yTitle;
    this.isLogarithmic = isLogarithmic;
  }

  /// A chart of one line over 1, 2, 3 and so on, as epochs are counted.
  public static LineChart of(String name, double... values) {
    return empty().line(name, values);
  }

  /// A chart of one line through the points `(x[i], y[i])`.
  ///
  /// @throws IllegalArgumentException if there are not as many of both
  public static LineChart of(String name, double[] x, double[] y) {
    return empty().line(name, x, y);
  }

  /// A chart of one line, the elements of a tensor over 1, 2, 3 and so on.
  public static LineChart of(String name, Tensor values) {
    return empty().line(name, values);
  }

  private static LineChart empty() {
    return new LineChart(Look.of(720, 420), List.of(), "", "", false);
  }

  /// With one more line, over 1, 2, 3 and so on.
  public LineChart line(String name, double... values) {
    double[] x = IntStream.rangeClosed(1, values.length).asDoubleStream().toArray();
    return line(name, x, values);
  }

  /// With one more line, through the points `(x[i], y[i])`.
  ///
  /// @throws IllegalArgumentException if there are not as many of both
  public LineChart line(String name, double[] x, double[] y) {
    List<Series> more = Stream.concat(series.stream(), Stream.of(new Series(name, x, y))).toList();
    return new LineChart(look, more, xTitle, yTitle, isLogarithmic);
  }

  /// With one more line, the elements of a tensor over 1, 2, 3 and so on.
  public LineChart line(String name, Tensor values) {
    return line(name, values.toDoubles());
  }

  /// With titles at the axes.
  public LineChart axes(String horizontal, String vertical) {
    return new LineChart(look, series, horizontal, vertical, isLogarithmic);
  }

  /// With a vertical axis on which equal ratios are equal distances.
  public LineChart logarithmic() {
    return new LineChart(look, series, xTitle, yTitle, true);
  }

  @Override
  public LineChart titled(String heading) {
    return new LineChart(look.titled(heading), series, xTitle, yTitle, isLogarithmic);
  }

  @Override
  public LineChart sized(int width, int height) {
    return new LineChart(look.sized(width, height), series, xTitle, yTitle, isLogarithmic);
  }

  @Override
  public String toSvg() {
    Scale x = horizontal();
    Scale y = vertical(x);
    Canvas canvas = new Canvas(look, KIND, description(x, y), notes(x, y));
    List<String> names = series.stream().map(Series::name).toList();
    Axes axes = Axes.fit(canvas, x, y, true, xTitle, yTitle, endRoom());
    List<Double> places = endsAtTheRight(axes) ? endPlaces(axes) : List.of();
    if (places.isEmpty()) {
      Legend.of(names, look).draw(canvas, names, false);
      axes = Axes.fit(canvas, x, y, true, xTitle, yTitle, 8);
    }
    axes.draw(canvas);
    if (series.stream().noneMatch(line -> line.drawable(x, y).findAny().isPresent())) {
      canvas.text(
          Style.NOTE,
          "no values",
          axes.width(),
          (axes.left() + axes.right()) / 2,
          (axes.top() + axes.bottom()) / 2,
          Anchor.MIDDLE);
    }
    for (int i = series.size() - 1; i >= 0; i--) {
      drawLine(canvas, i, axes);
    }
    for (int i = 0; i < places.size(); i++) {
      canvas.text(
          Style.LABEL.css() + " " + Palette.area(i),
          Style.LABEL.font(),
          Style.LABEL.size(),
          names.get(i),
          MOST_NAME,
          axes.right() + NAME_GAP,
          places.get(i) + 4,
          Anchor.START,
          false);
    }
    return canvas.finish();
  }

  private Scale horizontal() {
    double[] places =
        series.stream()
            .flatMapToDouble(line -> Arrays.stream(line.x()))
            .filter(Double::isFinite)
            .toArray();
    boolean areWhole = Arrays.stream(places).allMatch(place -> place == Math.rint(place));
    return places.length == 0
        ? new LinearScale(0, 1, false)
        : LinearScale.of(least(places), greatest(places), areWhole);
  }

  private Scale vertical(Scale x) {
    Scale any = isLogarithmic ? new LogScale(1, 10) : new LinearScale(0, 1, false);
    double[] values =
        series.stream()
            .flatMapToDouble(line -> line.drawable(x, any).mapToDouble(i -> line.y()[i]))
            .toArray();
    if (values.length == 0) {
      return any;
    }
    return isLogarithmic
        ? LogScale.of(least(values), greatest(values))
        : LinearScale.of(least(values), greatest(values), false);
  }

  private static double least(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }

  private static double greatest(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }

  private double endRoom() {
    return NAME_GAP
        + series.stream()
            .mapToDouble(line -> Math.min(MOST_NAME, Style.LABEL.width(Plain.line(line.name()))))
            .max()
            .orElse(0);
  }

  /// Whether all lines end where their names would begin, and all names have room there.
  private boolean endsAtTheRight(Axes axes) {
    return endRoom() < look.width() / 4.0
        && series.stream()
            .allMatch(line ->
                Style.LABEL.width(Plain.line(line.name())) <= MOST_NAME
                    && last(line, axes) >= 0
                    && axes.right() - axes.x(line.x()[last(line, axes)]) < 3);
  }

  private List<Double> endPlaces(Axes axes) {
    List<Double> ends = series.stream().map(line -> axes.y(line.y()[last(line, axes)])).toList();
    return EndNames.place(ends, axes.top(), axes.bottom());
  }

  private static int last(Series line, Axes axes) {
    return line.drawable(axes.x(), axes.y()).max().orElse(-1);
  }

  private void drawLine(Canvas canvas, int i, Axes axes) {
    Polyline line = Polyline.of(series.get(i), axes);
    if (!line.lines().isEmpty()) {
      canvas.path(Palette.line(i), line.lines(), series.get(i).name());
    }
    if (!line.dots().isEmpty()) {
      canvas.path("dots " + Palette.area(i), line.dots(), series.get(i).name());
    }
  }

  /// How many values have no place, and in which lines.
  private List<String> notes(Scale x, Scale y) {
    long all = 0;
    long missing = 0;
    List<String> lines = new ArrayList<>();
    for (Series line : series) {
      long without = line.size() - line.drawable(x, y).count();
      all += line.size();
      missing += without;
      if (without > 0) {
        lines.add(line.name());
      }
    }
    String what = isLogarithmic ? "not positive or not finite" : "not finite";
    return lines.isEmpty()
        ? List.of()
        : List.of("%s of %s values %s: ".formatted(missing, all, what) + String.join(", ", lines));
  }

  private String description(Scale x, Scale y) {
    StringBuilder text = new StringBuilder(KIND);
    text.append(isLogarithmic ? " with a logarithmic axis." : ".");
    for (Series line : series) {
      text.append('\n').append(Plain.line(line.name())).append(": ");
      int[] points = line.drawable(x, y).toArray();
      if (points.length == 0) {
        text.append("no values.");
        continue;
      }
      DoubleStream values = Arrays.stream(points).mapToDouble(i -> line.y()[i]);
      var summary = values.summaryStatistics();
      text.append(
          "%s points, from %s to %s, least %s, greatest %s."
              .formatted(
                  points.length,
                  Numbers.rounded(line.y()[points[0]]),
                  Numbers.rounded(line.y()[points[points.length - 1]]),
                  Numbers.rounded(summary.getMin()),
                  Numbers.rounded(summary.getMax())));
    }
    return text.toString();
  }
}
