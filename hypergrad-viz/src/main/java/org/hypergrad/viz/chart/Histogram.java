package org.hypergrad.viz.chart;

import static org.hypergrad.viz.svg.Numbers.plain;
import static org.hypergrad.viz.svg.Numbers.rounded;

import java.util.Arrays;
import java.util.List;
import org.hypergrad.Tensor;
import org.hypergrad.viz.chart.Canvas.Anchor;

/// How often values occur, as those of weights or gradients. What is NaN or infinite is counted
/// apart, and the chart says so.
public final class Histogram implements Chart {
  private static final String KIND = "Histogram";

  /// Bars wider than this leave a gap to the next.
  private static final double WIDE = 5;

  private final Look look;
  private final double[] sorted;
  private final int count;
  private final int bins;
  private final String title;

  private Histogram(Look look, double[] sorted, int count, int bins, String title) {
    this.look = look;
    this.sorted = sorted;
    this.count = count;
    this.bins = bins;
    this.title = title;
  }

  /// The histogram of these values, with as many bins as Freedman and Diaconis advise.
  public static Histogram of(double... values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    return new Histogram(Look.of(720, 380), sorted, values.length, Bins.advised(sorted), "value");
  }

  /// The histogram of all elements of a tensor.
  public static Histogram of(Tensor values) {
    return of(values.toDoubles());
  }

  /// With this many bins of equal width.
  ///
  /// @throws IllegalArgumentException if they are less than 1 or more than 1,000
  public Histogram bins(int number) {
    if (number < 1 || number > 1000) {
      throw new IllegalArgumentException("A histogram has from 1 to 1000 bins, not " + number);
    }
    return new Histogram(look, sorted, count, number, title);
  }

  /// With a title at the horizontal axis, in place of `value`.
  public Histogram axis(String horizontal) {
    return new Histogram(look, sorted, count, bins, horizontal);
  }

  @Override
  public Histogram titled(String heading) {
    return new Histogram(look.titled(heading), sorted, count, bins, title);
  }

  @Override
  public Histogram sized(int width, int height) {
    return new Histogram(look.sized(width, height), sorted, count, bins, title);
  }

  @Override
  public String toSvg() {
    Bins counted = Bins.of(sorted, bins);
    String note = note();
    Canvas canvas = new Canvas(look, KIND, KIND + " of " + note + ".", List.of(note));
    boolean isOne = counted.low() == counted.high();
    Scale x =
        isOne
            ? LinearScale.of(counted.low(), counted.high(), false)
            : new LinearScale(counted.low(), counted.high(), false);
    Scale y = new LinearScale(0, Math.max(1, counted.greatest()), true);
    Axes axes = Axes.fit(canvas, x, y, true, title, "count", 8);
    axes.draw(canvas);
    if (sorted.length == 0) {
      canvas.text(
          Style.NOTE,
          "no values",
          axes.width(),
          (axes.left() + axes.right()) / 2,
          (axes.top() + axes.bottom()) / 2,
          Anchor.MIDDLE);
    }
    canvas.open("bars");
    for (int i = 0; i < counted.counts().length; i++) {
      if (counted.counts()[i] > 0) {
        drawBar(canvas, counted, i, axes, isOne);
      }
    }
    canvas.close();
    return canvas.finish();
  }

  private void drawBar(Canvas canvas, Bins counted, int i, Axes axes, boolean isOne) {
    double middle = axes.x(counted.low());
    double half = axes.width() / 20;
    double left = isOne ? middle - half : axes.x(counted.edge(i));
    double right = isOne ? middle + half : axes.x(counted.edge(i + 1));
    double gap = right - left > WIDE ? 0.5 : 0;
    // a bin with something in it can be seen
    double top = Math.min(axes.y(counted.counts()[i]), axes.bottom() - 1);
    String d =
        "M%s %sV%sH%sV%sz"
            .formatted(
                plain(left + gap),
                plain(axes.bottom()),
                plain(top),
                plain(right - gap),
                plain(axes.bottom()));
    String where =
        isOne
            ? rounded(counted.low())
            : rounded(counted.edge(i)) + " to " + rounded(counted.edge(i + 1));
    canvas.path("bar", d, where + ": " + counted.counts()[i]);
  }

  private String note() {
    String values = count == 1 ? "1 value" : count + " values";
    if (sorted.length == 0) {
      return count == 0 ? "no values" : values + ", none of them finite";
    }
    double size = Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
    double unit = size > 0 ? size : 1;
    double mean = Arrays.stream(sorted).map(value -> value / unit).average().orElseThrow();
    double deviation =
        Math.sqrt(
            Arrays.stream(sorted)
                .map(value -> (value / unit - mean) * (value / unit - mean))
                .average()
                .orElseThrow());
    int missing = count - sorted.length;
    return values
        + (missing == 0 ? "" : ", " + missing + " of them not finite")
        + "; from "
        + rounded(sorted[0])
        + " to "
        + rounded(sorted[sorted.length - 1])
        + "; mean "
        + rounded(mean * unit)
        + ", standard deviation "
        + rounded(deviation * unit);
  }
}
