package org.hypergrad.viz.chart;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hypergrad.Tensor;
import org.hypergrad.viz.chart.Canvas.Anchor;
import org.hypergrad.viz.svg.Numbers;
import org.hypergrad.viz.text.Font;
import org.hypergrad.viz.text.Plain;

/// How often each class was taken for each: a row for every true class, a column for every
/// predicted one. A cell is as dark as its share of the row, and says its count.
public final class ConfusionMatrixChart implements Chart {
  private static final String KIND = "Confusion matrix";
  private static final double MOST_NAME = 110;
  private static final double TITLE = 22;
  private static final double GAP = 8;
  private static final double BAR = 12;
  private static final double LEAST_BAR = 60;
  private static final double BAR_ROOM = 62;

  /// A share from which on white is read better than black in light mode, and black better than
  /// white in dark mode.
  private static final double DEEP = 0.65;

  /// How dark the smallest share is that is not 0.
  private static final double LEAST_SHADE = 0.05;

  private static final double LEAST_TEXT = 6.5;
  private static final double MOST_TEXT = 13;

  private final Look look;
  private final List<String> classes;
  private final long[][] counts;

  private ConfusionMatrixChart(Look look, List<String> classes, long[][] counts) {
    this.look = look;
    this.classes = classes;
    this.counts = counts;
  }

  /// A chart of `counts[actual][predicted]`.
  ///
  /// @throws IllegalArgumentException if there are no classes, if the matrix has not a row and a
  ///   column for each, or a count is negative
  public static ConfusionMatrixChart of(List<String> classes, long[][] counts) {
    int n = classes.size();
    if (n == 0
        || counts.length != n
        || Arrays.stream(counts).anyMatch(row -> row.length != n)
        || Arrays.stream(counts).flatMapToLong(Arrays::stream).anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException(
          "A confusion matrix of "
              + n
              + " classes has "
              + n
              + " rows of as many counts, none of "
              + "them negative");
    }
    long[][] copy = Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    return new ConfusionMatrixChart(Look.of(560, 540), List.copyOf(classes), copy);
  }

  /// A chart of a square matrix of counts, a row for every true class.
  ///
  /// @throws IllegalArgumentException as [#of(List,long\[\]\[\])]
  public static ConfusionMatrixChart of(List<String> classes, Tensor counts) {
    int n = classes.size();
    if (counts.rank() != 2 || counts.size(0) != n || counts.size(1) != n) {
      throw new IllegalArgumentException(
          "A confusion matrix of "
              + n
              + " classes has the shape ["
              + n
              + ", "
              + n
              + "], not "
              + counts.shape());
    }
    double[] values = counts.toDoubles();
    long[][] rows = new long[n][n];
    for (int i = 0; i < values.length; i++) {
      rows[i / n][i % n] = Math.round(values[i]);
    }
    return of(classes, rows);
  }

  @Override
  public ConfusionMatrixChart titled(String heading) {
    return new ConfusionMatrixChart(look.titled(heading), classes, counts);
  }

  @Override
  public ConfusionMatrixChart sized(int width, int height) {
    return new ConfusionMatrixChart(look.sized(width, height), classes, counts);
  }

  @Override
  public String toSvg() {
    String note = note();
    Canvas canvas = new Canvas(look, KIND, description(note), List.of(note));
    int n = classes.size();
    double name = nameRoom();
    double left = Canvas.MARGIN + TITLE + name + GAP;
    double width = canvas.right() - BAR_ROOM - left;
    double height = canvas.bottom() - TITLE - canvas.top();
    double flat = Math.min(width, height - TITLE) / n;
    boolean isUpright = name + 4 > flat;
    double cell = isUpright ? Math.min(width, height - name - GAP) / n : flat;
    Grid grid = new Grid(left, canvas.top(), cell, cellText(cell));
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n; column++) {
        drawCell(canvas, grid, row, column);
      }
    }
    drawNames(canvas, grid, isUpright, name);
    drawShades(canvas, grid);
    return canvas.finish();
  }

  /// Where the cells are.
  ///
  /// @param cell the side of one
  /// @param text the size of the counts; 0 if they have no room
  private record Grid(double left, double top, double cell, double text) {
    double x(double column) {
      return left + column * cell;
    }

    double y(double row) {
      return top + row * cell;
    }
  }

  /// What the widest name takes, of what a name may take.
  private double nameRoom() {
    double most = Math.min(MOST_NAME, Math.min(look.width(), look.height()) / 5.0);
    return classes.stream()
        .mapToDouble(name -> Math.min(most, Style.TICK.width(Plain.line(name))))
        .max()
        .orElseThrow();
  }

  private double cellText(double cell) {
    double widest =
        Arrays.stream(counts)
            .flatMapToLong(Arrays::stream)
            .mapToDouble(count -> Font.SANS.width(Long.toString(count), 1))
            .max()
            .orElseThrow();
    double size = Math.min(MOST_TEXT, Math.min((cell - 3) / widest, cell * 0.6));
    return size < LEAST_TEXT ? 0 : Math.floor(size * 2) / 2;
  }

  private void drawCell(Canvas canvas, Grid grid, int row, int column) {
    long count = counts[row][column];
    double share = share(row, column);
    double shade = shade(share);
    double gap = grid.cell() > 12 ? 0.5 : 0;
    canvas.box(
        "cell",
        grid.x(column) + gap,
        grid.y(row) + gap,
        grid.cell() - 2 * gap,
        grid.cell() - 2 * gap,
        shade,
        "%s taken for %s: %s (%s %% of the row)"
            .formatted(classes.get(row), classes.get(column), count, percent(share)));
    if (grid.text() > 0) {
      canvas.text(
          count == 0 ? "zero" : textStyle(shade),
          Font.SANS,
          grid.text(),
          Long.toString(count),
          grid.cell(),
          grid.x(column + 0.5),
          grid.y(row + 0.5) + grid.text() * 0.36,
          Anchor.MIDDLE,
          false);
    }
  }

  /// How opaque a cell is.
  static double shade(double share) {
    return share == 0 ? 0 : LEAST_SHADE + (1 - LEAST_SHADE) * share;
  }

  /// The class of a count on a cell: what is read best.
  static String textStyle(double shade) {
    return shade < DEEP ? "on-pale" : "on-deep";
  }

  private double share(int row, int column) {
    double all = Arrays.stream(counts[row]).asDoubleStream().sum();
    return all == 0 ? 0 : counts[row][column] / all;
  }

  private static String percent(double share) {
    return Numbers.plain(100 * share);
  }

  private void drawNames(Canvas canvas, Grid grid, boolean isUpright, double room) {
    int n = classes.size();
    double end = grid.y(n);
    canvas.path(
        "frame",
        "M%s %sh%3$sv%3$sh-%3$sz"
            .formatted(
                Numbers.plain(grid.x(0)),
                Numbers.plain(grid.y(0)),
                Numbers.plain(n * grid.cell())));
    // of very many classes some are named
    int every = (int) Math.ceil(Style.TICK.size() / grid.cell());
    for (int i = 0; i < n; i += every) {
      String name = classes.get(i);
      canvas.text(Style.TICK, name, room, grid.left() - GAP, grid.y(i + 0.5) + 4, Anchor.END);
      if (isUpright) {
        canvas.upright(Style.TICK, name, room, grid.x(i + 0.5) + 4, end + GAP, Anchor.END);
      } else {
        canvas.text(Style.TICK, name, grid.cell(), grid.x(i + 0.5), end + 16, Anchor.MIDDLE);
      }
    }
    double side = n * grid.cell();
    double under = end + (isUpright ? room + GAP : TITLE) + 14;
    canvas.text(
        Style.AXIS,
        "predicted",
        side,
        grid.x(n / 2.0),
        Math.min(under, canvas.bottom()),
        Anchor.MIDDLE);
    canvas.upright(
        Style.AXIS, "actual", side, grid.left() - GAP - room - 10, grid.y(n / 2.0), Anchor.MIDDLE);
  }

  /// What the shades mean, from 0 to 100 % of a row, where that has room.
  private void drawShades(Canvas canvas, Grid grid) {
    double side = classes.size() * grid.cell();
    if (side < LEAST_BAR) {
      return;
    }
    double x = grid.left() + side + 18;
    int steps = 20;
    double step = side / steps;
    for (int i = 0; i < steps; i++) {
      double share = 1 - (i + 0.5) / steps;
      canvas.box(
          "cell",
          x,
          grid.top() + i * step,
          BAR,
          step,
          shade(share),
          percent(share) + " % of the row");
    }
    canvas.path(
        "frame",
        "M%s %sh%sv%sh-%sz"
            .formatted(
                Numbers.plain(x),
                Numbers.plain(grid.top()),
                Numbers.plain(BAR),
                Numbers.plain(side),
                Numbers.plain(BAR)));
    for (int part : new int[] {0, 50, 100}) {
      double y = grid.top() + side * (1 - part / 100.0);
      canvas.text(
          Style.TICK,
          part + " %",
          40,
          x + BAR + 5,
          Math.clamp(y + 4, grid.top() + 9, grid.top() + side),
          Anchor.START);
    }
  }

  private String note() {
    double all = Arrays.stream(counts).flatMapToLong(Arrays::stream).asDoubleStream().sum();
    double right =
        IntStream.range(0, classes.size()).mapToLong(i -> counts[i][i]).asDoubleStream().sum();
    return all == 0
        ? "no samples"
        : "%s of %s samples right: %s %%".formatted(whole(right), whole(all), percent(right / all));
  }

  private static String whole(double count) {
    return new BigDecimal(count).toPlainString();
  }

  private String description(String note) {
    int[] worst = {0, 0};
    long most = 0;
    for (int row = 0; row < classes.size(); row++) {
      for (int column = 0; column < classes.size(); column++) {
        if (row != column && counts[row][column] > most) {
          most = counts[row][column];
          worst = new int[] {row, column};
        }
      }
    }
    return KIND
        + " of "
        + classes.size()
        + " classes, "
        + note
        + "."
        + (most == 0
            ? ""
            : " Most often confused: "
                + Plain.line(classes.get(worst[0]))
                + " taken for "
                + Plain.line(classes.get(worst[1]))
                + ", "
                + most
                + " times.");
  }
}
