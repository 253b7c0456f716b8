package org.hypergrad.tests.viz;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hypergrad.viz.chart.Chart;
import org.hypergrad.viz.chart.ConfusionMatrixChart;
import org.hypergrad.viz.chart.DecisionBoundary;
import org.hypergrad.viz.chart.Histogram;
import org.hypergrad.viz.chart.LineChart;
import org.hypergrad.viz.chart.WeightImages;

/// A chart of each kind. Their numbers come from sums and products only, which are the same on
/// every machine.
final class Charts {
  private static final int EPOCHS = 40;

  private Charts() {}

  static Map<String, Chart> all() {
    Map<String, Chart> charts = new TreeMap<>();
    charts.put("chart-lines.svg", lines());
    charts.put(
        "chart-lines-logarithmic.svg", lines().logarithmic().titled("On a logarithmic axis"));
    charts.put("chart-histogram.svg", histogram());
    charts.put("chart-confusion.svg", confusion());
    charts.put("chart-boundary.svg", boundary());
    charts.put("chart-weights.svg", weights());
    return charts;
  }

  static LineChart lines() {
    Random random = new Random(1);
    double[] training = new double[EPOCHS];
    double[] validation = new double[EPOCHS];
    double[] plain = new double[EPOCHS];
    double left = 1;
    double slow = 1;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      training[epoch] = 2.2 * left + 0.03 + 0.02 * random.nextDouble();
      validation[epoch] = 2.2 * left + 0.16 + 0.03 * random.nextDouble() + 0.002 * epoch;
      plain[epoch] = 2 * slow + 0.3 + 0.05 * random.nextDouble();
      left *= 0.85;
      slow *= 0.94;
    }
    plain[20] = Double.NaN;
    plain[22] = Double.POSITIVE_INFINITY;
    return LineChart.of("training", training)
        .line("validation", validation)
        .line("without momentum", plain)
        .titled("How the loss fell")
        .axes("epoch", "cross-entropy loss");
  }

  static Histogram histogram() {
    Random random = new Random(2);
    double[] values =
        IntStream.range(0, 2000)
            .mapToDouble(i ->
                (i % 5 == 0 ? 1.5 : 0)
                    + random.nextDouble()
                    + random.nextDouble()
                    + random.nextDouble()
                    - 1.5)
            .toArray();
    values[7] = Double.NaN;
    return Histogram.of(values).titled("Weights of the first layer").axis("weight");
  }

  static ConfusionMatrixChart confusion() {
    Random random = new Random(3);
    long[][] counts = new long[10][10];
    for (int row = 0; row < counts.length; row++) {
      for (int column = 0; column < counts.length; column++) {
        counts[row][column] =
            row == column ? 150 + random.nextInt(40) : Math.max(0, random.nextInt(30) - 22);
      }
    }
    counts[4][9] = 63;
    counts[8][1] = 120;
    List<String> digits = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    return ConfusionMatrixChart.of(digits, counts).titled("Which digit was taken for which");
  }

  static DecisionBoundary boundary() {
    Random random = new Random(4);
    double[][] points = new double[150][];
    int[] classes = new int[points.length];
    double[][] centres = {{-1.2, -0.6}, {1.3, -0.8}, {0.1, 1.3}};
    for (int i = 0; i < points.length; i++) {
      classes[i] = i % 3;
      points[i] =
          new double[] {
            centres[i % 3][0]
                + 3 * (random.nextDouble() - random.nextDouble()) * random.nextDouble(),
            centres[i % 3][1]
                + 3 * (random.nextDouble() - random.nextDouble()) * random.nextDouble()
          };
    }
    return DecisionBoundary.ofProbabilities(points, classes, batch -> near(batch, centres))
        .named(List.of("setosa", "versicolor", "virginica"))
        .titled("Three classes")
        .axes("x₁", "x₂");
  }

  private static double[][] near(double[][] points, double[][] centres) {
    double[][] probabilities = new double[points.length][centres.length];
    for (int i = 0; i < points.length; i++) {
      double all = 0;
      for (int c = 0; c < centres.length; c++) {
        double x = points[i][0] - centres[c][0];
        double y = points[i][1] - centres[c][1];
        double distance = 0.2 + x * x + y * y;
        probabilities[i][c] = 1 / (distance * distance);
        all += probabilities[i][c];
      }
      for (int c = 0; c < centres.length; c++) {
        probabilities[i][c] /= all;
      }
    }
    return probabilities;
  }

  static WeightImages weights() {
    Random random = new Random(5);
    double[][] rows = new double[10][64];
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < 64; i++) {
        double x = i % 8 - 3.5;
        double y = i / 8 - 3.5;
        double across = (x * (row - 4.5) + y * (3 - row % 7)) / 6;
        rows[row][i] =
            (1 - across * across) / (1 + across * across) / (1 + (x * x + y * y) / 9)
                + 0.1 * random.nextDouble();
      }
    }
    return WeightImages.of(rows)
        .named(IntStream.range(0, 10).mapToObj(Integer::toString).toList())
        .titled("What the output layer looks for");
  }
}
