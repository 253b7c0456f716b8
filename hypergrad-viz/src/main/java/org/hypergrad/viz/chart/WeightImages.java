package org.hypergrad.viz.chart;

import static org.hypergrad.viz.svg.Numbers.plain;
import static org.hypergrad.viz.svg.Numbers.rounded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hypergrad.Tensor;
import org.hypergrad.viz.chart.Canvas.Anchor;

/// The rows of a matrix of weights as pictures: what each unit of a layer looks for in its input.
/// Blue is negative, vermillion positive, in one scale for all. The chart is as high as it has to
/// be, its height the most.
public final class WeightImages implements Chart {
  private static final String KIND = "Weights";
  private static final double BAR = 12;
  private static final double BAR_ROOM = 76;
  private static final double LEAST_BAR = 80;
  private static final double GAP = 8;
  private static final double NAME = 17;

  /// Pictures are no smaller than this: rather some are left out.
  private static final double LEAST_WIDTH = 16;

  private final Look look;
  private final double[][] rows;
  private final int height;
  private final int width;
  private final List<String> names;

  private WeightImages(Look look, double[][] rows, int height, int width, List<String> names) {
    this.look = look;
    this.rows = rows;
    this.height = height;
    this.width = width;
    this.names = names;
  }

  /// A square picture of each row: of 64 weights one of 8 x 8. Rows whose size is no square are
  /// drawn in one line, until [#shaped] says otherwise.
  ///
  /// @throws IllegalArgumentException if there is no weight, or rows differ in length
  public static WeightImages of(double[][] rows) {
    if (rows.length == 0 || rows[0].length == 0) {
      throw new IllegalArgumentException("There are no weights to draw");
    }
    int size = rows[0].length;
    if (Arrays.stream(rows).anyMatch(row -> row.length != size)) {
      throw new IllegalArgumentException("All rows have to be as long as the first: " + size);
    }
    int side = (int) Math.rint(Math.sqrt(size));
    double[][] copy = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    boolean isSquare = side * side == size;
    return new WeightImages(
        Look.of(720, 420), copy, isSquare ? side : 1, isSquare ? side : size, List.of());
  }

  /// A picture of each row of a matrix, as the weight of a linear layer is.
  ///
  /// @throws IllegalArgumentException if it is no matrix or empty
  public static WeightImages of(Tensor matrix) {
    return of(Rows.of("A picture for each row: the weights", matrix));
  }

  /// With pictures of this height and width, in pixels of the picture.
  ///
  /// @throws IllegalArgumentException if that is not the size of a row
  public WeightImages shaped(int pictureHeight, int pictureWidth) {
    if (pictureHeight < 1 || (long) pictureHeight * pictureWidth != rows[0].length) {
      throw new IllegalArgumentException(
          "shape '["
              + pictureHeight
              + ", "
              + pictureWidth
              + "]' is invalid for input of size "
              + rows[0].length
              + ": a picture has a pixel for each weight of a row");
    }
    return new WeightImages(look, rows, pictureHeight, pictureWidth, names);
  }

  /// With a name under each picture, as the classes that the last layer tells apart.
  ///
  /// @throws IllegalArgumentException if there are not as many as rows
  public WeightImages named(List<String> pictures) {
    if (pictures.size() != rows.length) {
      throw new IllegalArgumentException(
          pictures.size() + " names for " + rows.length + " pictures: each needs one");
    }
    return new WeightImages(look, rows, height, width, List.copyOf(pictures));
  }

  @Override
  public WeightImages titled(String heading) {
    return new WeightImages(look.titled(heading), rows, height, width, names);
  }

  @Override
  public WeightImages sized(int chartWidth, int chartHeight) {
    return new WeightImages(look.sized(chartWidth, chartHeight), rows, height, width, names);
  }

  /// Pictures side by side.
  ///
  /// @param scale pixels of the chart for one of the pictures
  private record Sheet(int columns, int shown, double scale) {}

  @Override
  public String toSvg() {
    double across = look.width() - 2 * Canvas.MARGIN - BAR_ROOM;
    double down = look.height() - 2 * Canvas.MARGIN;
    Sheet sheet = sheet(across, down - Canvas.topAfter(look, notes(0)));
    List<String> notes = notes(sheet.shown());
    double top = Canvas.topAfter(look, notes);
    sheet = sheet(across, down - top);
    double pitch = width * sheet.scale() + GAP;
    double rise = height * sheet.scale() + below();
    double used = Math.ceilDiv(sheet.shown(), sheet.columns()) * rise - GAP;
    double bottom = top + Math.max(used, LEAST_BAR) + Canvas.MARGIN;
    Look trimmed = look.sized(look.width(), Math.max(Look.LEAST, (int) Math.ceil(bottom)));
    Canvas canvas = new Canvas(trimmed, KIND, description(), notes);
    Diverging colours = Diverging.of(rows);
    for (int i = 0; i < sheet.shown(); i++) {
      double x = Canvas.MARGIN + i % sheet.columns() * pitch;
      double y = top + i / sheet.columns() * rise;
      draw(canvas, colours, i, x, y, sheet.scale());
    }
    double barX = Canvas.MARGIN + sheet.columns() * pitch - GAP + 18;
    drawBar(canvas, colours, barX, top, Math.max(used - below() + GAP, LEAST_BAR));
    return canvas.finish();
  }

  private double below() {
    return names.isEmpty() ? GAP : NAME + 5;
  }

  /// As many columns as make the pictures largest.
  private Sheet sheet(double roomAcross, double roomDown) {
    Sheet best = new Sheet(1, 1, 0);
    for (int columns = 1; columns <= rows.length; columns++) {
      int lines = Math.ceilDiv(rows.length, columns);
      double across = ((roomAcross + GAP) / columns - GAP) / width;
      double down = ((roomDown + GAP) / lines - below()) / height;
      double scale = Math.min(across, down);
      if (scale > best.scale()) {
        best = new Sheet(columns, rows.length, scale);
      }
    }
    if (best.scale() * width >= Math.min(LEAST_WIDTH, roomAcross / 2)) {
      return best;
    }
    double scale = LEAST_WIDTH / width;
    int columns = Math.max(1, (int) ((roomAcross + GAP) / (LEAST_WIDTH + GAP)));
    int lines = Math.max(1, (int) ((roomDown + GAP) / (height * scale + below())));
    return new Sheet(columns, Math.min(rows.length, columns * lines), scale);
  }

  private void draw(Canvas canvas, Diverging colours, int i, double x, double y, double scale) {
    double across = width * scale;
    double down = height * scale;
    String name = names.isEmpty() ? "row " + i : names.get(i);
    canvas.image(
        colours.picture(width, height, rows[i]), x, y, across, down, name + ": " + range(rows[i]));
    canvas.path(
        "frame", "M%s %sh%sv%sh-%3$sz".formatted(plain(x), plain(y), plain(across), plain(down)));
    if (!names.isEmpty()) {
      canvas.text(Style.TICK, name, across, x + across / 2, y + down + 14, Anchor.MIDDLE);
    }
  }

  private void drawBar(Canvas canvas, Diverging colours, double x, double y, double length) {
    canvas.image(colours.bar(), x, y, BAR, length, "the colours of values");
    canvas.path(
        "frame", "M%s %sh%sv%sh-%3$sz".formatted(plain(x), plain(y), plain(BAR), plain(length)));
    double[] values = {colours.most(), 0, -colours.most()};
    for (int i = 0; i < values.length; i++) {
      double at = Math.clamp(y + i * length / 2 + 4, y + 9, y + length);
      double room = canvas.right() + Canvas.MARGIN - 4 - x - BAR - 5;
      canvas.text(Style.TICK, rounded(values[i]), room, x + BAR + 5, at, Anchor.START);
    }
  }

  private List<String> notes(int shown) {
    List<String> notes = new ArrayList<>();
    if (shown < rows.length) {
      notes.add("the first " + shown + " of " + rows.length + " rows");
    }
    long missing =
        Arrays.stream(rows)
            .flatMapToDouble(Arrays::stream)
            .filter(v -> !Double.isFinite(v))
            .count();
    if (missing > 0) {
      notes.add(
          missing
              + " of "
              + (long) rows.length * rows[0].length
              + " weights not finite; NaN is grey");
    }
    return notes;
  }

  private String description() {
    return "%s pictures of %s x %s weights, from blue for negative to vermillion for positive; %s."
        .formatted(
            rows.length,
            height,
            width,
            range(Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray()));
  }

  private static String range(double[] values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    return finite.length == 0
        ? "no finite value"
        : "from "
            + rounded(Arrays.stream(finite).min().orElseThrow())
            + " to "
            + rounded(Arrays.stream(finite).max().orElseThrow());
  }
}
