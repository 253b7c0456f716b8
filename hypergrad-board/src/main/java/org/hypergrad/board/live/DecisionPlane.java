package org.hypergrad.board.live;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.hypergrad.DType;
import org.hypergrad.GradMode;
import org.hypergrad.Tensor;
import org.hypergrad.nn.data.Batch;
import org.hypergrad.nn.data.Dataset;

/// Samples of two numbers each, and who says what class other points would be.
final class DecisionPlane {
  /// More would cover each other.
  private static final int MOST_POINTS = 1000;

  /// What lies around the outermost points, as a part of their range.
  private static final double AROUND = 0.08;

  private final UnaryOperator<Tensor> classifier;
  private final DType dtype;
  private final double[] points; // x, y, x, y, ...
  private final long[] classes;
  private final List<String> names;
  private final List<String> axes;
  private final double[] x;
  private final double[] y;

  /// @param classifier gives for points \[n, 2\] the probabilities \[n, classes\], or \[n, 1\] that
  ///   of class 1
  /// @throws IllegalArgumentException if the samples are not of two numbers each, or there are none
  DecisionPlane(Dataset data, UnaryOperator<Tensor> classifier) {
    if (data.size() == 0) {
      throw new IllegalArgumentException(
          "There are no samples to draw a decision boundary between");
    }
    int shown = Math.min(data.size(), MOST_POINTS);
    Batch samples =
        data.batch(
            IntStream.range(0, shown).map(i -> (int) ((long) i * data.size() / shown)).toArray());
    Tensor inputs = samples.inputs();
    if (inputs.rank() != 2 || inputs.size(1) != 2) {
      throw new IllegalArgumentException(
          "A decision boundary is drawn for samples of two numbers, [n, 2], but these are "
              + inputs.shape());
    }
    this.classifier = classifier;
    this.dtype = inputs.dtype();
    this.points = inputs.toDoubles();
    this.classes =
        samples.targets().dtype().isFloating()
            ? samples.targets().flatten().gt(0).to(DType.INT64).toLongs()
            : samples.targets().flatten().toLongs();
    this.names = data.info().classes();
    this.axes = data.info().features();
    this.x = range(0);
    this.y = range(1);
  }

  private double[] range(int coordinate) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = coordinate; i < points.length; i += 2) {
      low = Math.min(low, points[i]);
      high = Math.max(high, points[i]);
    }
    double around = high > low ? AROUND * (high - low) : 1;
    return new double[] {low - around, high + around};
  }

  /// Asks for the middle of every cell of a grid.
  DecisionField field(int cells) {
    double[][] middles = new double[cells * cells][];
    for (int i = 0; i < middles.length; i++) {
      middles[i] =
          new double[] {at(x, (i % cells + 0.5) / cells), at(y, 1 - (i / cells + 0.5) / cells)};
    }
    Tensor asked = Tensor.of(middles).to(dtype);
    Tensor answers = GradMode.off(() -> classifier.apply(asked));
    double[] probabilities = answers.toDoubles();
    short[] bytes = new short[probabilities.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (short) Math.round(Math.clamp(probabilities[i], 0.0, 1.0) * 255);
    }
    return new DecisionField(cells, probabilities.length / middles.length, bytes);
  }

  private static double at(double[] range, double part) {
    return range[0] * (1 - part) + range[1] * part;
  }

  /// The coordinates of the samples: x, y, x, y and so on.
  double[] points() {
    return points;
  }

  /// The class of each sample.
  long[] classes() {
    return classes;
  }

  /// The names of the classes, if they have any.
  List<String> names() {
    return names;
  }

  /// The names of the two coordinates, if they have any.
  List<String> axes() {
    return axes;
  }

  /// From where to where the plane is shown.
  double[] x() {
    return x;
  }

  /// From where to where the plane is shown, from the bottom up.
  double[] y() {
    return y;
  }
}
