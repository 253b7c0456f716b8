package org.hypergrad.nn.data;

import java.util.List;
import java.util.stream.IntStream;
import org.hypergrad.DType;
import org.hypergrad.Generator;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.Storage;
import org.hypergrad.Tensor;

/// Points in the plane, scattered around simple curves: problems that train in a second and can be
/// looked at (scikit-learn: `sklearn.datasets.make_moons` and its like).
///
/// Inputs have the shape \[N, 2\] and are float32 unless another type is given. Targets are int64:
/// one class after the other, of sizes that differ by 1 at most. `noise` is the standard deviation
/// of what is added to each coordinate. All methods throw an IllegalArgumentException if there are
/// no samples, the noise is negative or the type is not a floating one.
public final class Synthetic {
  /// The radius of the inner circle; the outer one's is 1.
  private static final double INNER_RADIUS = 0.8;

  private static final double SPIRAL_TURNS = 1.75;

  /// The centres of blobs lie between −10 and 10.
  private static final double BLOB_RANGE = 10;

  private Synthetic() {}

  /// Two half circles that reach into each other, `outer` and `inner` (scikit-learn: `make_moons`
  /// with `shuffle=False`).
  public static TensorDataset moons(int samples, double noise, Generator generator) {
    return moons(samples, noise, generator, DType.FLOAT32);
  }

  /// Two half circles that reach into each other, in a type of your choice.
  public static TensorDataset moons(int samples, double noise, Generator generator, DType dtype) {
    return scatter(
        List.of("outer", "inner"),
        (moon, i, count) -> {
          double angle = Math.PI * i / Math.max(count - 1, 1);
          return moon == 0
              ? new Point(Math.cos(angle), Math.sin(angle))
              : new Point(1 - Math.cos(angle), 0.5 - Math.sin(angle));
        },
        samples,
        noise,
        generator,
        dtype);
  }

  /// A circle inside another, `outer` and `inner`, of radius 1 and 0.8 (scikit-learn:
  /// `make_circles` with `shuffle=False`).
  public static TensorDataset circles(int samples, double noise, Generator generator) {
    return circles(samples, noise, generator, DType.FLOAT32);
  }

  /// A circle inside another, in a type of your choice.
  public static TensorDataset circles(int samples, double noise, Generator generator, DType dtype) {
    return scatter(
        List.of("outer", "inner"),
        (circle, i, count) -> Point.polar(circle == 0 ? 1 : INNER_RADIUS, 2 * Math.PI * i / count),
        samples,
        noise,
        generator,
        dtype);
  }

  /// Two spirals wound into each other, `first` and `second`, from the centre to radius 1 in one
  /// and three quarters of a turn.
  public static TensorDataset spirals(int samples, double noise, Generator generator) {
    return spirals(samples, noise, generator, DType.FLOAT32);
  }

  /// Two spirals wound into each other, in a type of your choice.
  public static TensorDataset spirals(int samples, double noise, Generator generator, DType dtype) {
    return scatter(
        List.of("first", "second"),
        (spiral, i, count) -> {
          double radius = (i + 1.0) / count;
          return Point.polar(radius, Math.PI * (2 * SPIRAL_TURNS * radius + spiral));
        },
        samples,
        noise,
        generator,
        dtype);
  }

  /// Clouds around random centres between −10 and 10 (scikit-learn: `make_blobs` with
  /// `shuffle=False`).
  ///
  /// @throws IllegalArgumentException if there is not a centre
  public static TensorDataset blobs(int samples, int centers, double noise, Generator generator) {
    return blobs(samples, centers, noise, generator, DType.FLOAT32);
  }

  /// Clouds around random centres, in a type of your choice.
  ///
  /// @throws IllegalArgumentException if there is not a centre
  public static TensorDataset blobs(
      int samples, int centers, double noise, Generator generator, DType dtype) {
    if (centers <= 0) {
      throw new IllegalArgumentException("blobs need a center at least, but got " + centers);
    }
    List<Point> places =
        IntStream.range(0, centers)
            .mapToObj(_ ->
                new Point(
                    BLOB_RANGE * (2 * generator.nextDouble() - 1),
                    BLOB_RANGE * (2 * generator.nextDouble() - 1)))
            .toList();
    return scatter(
        IntStream.range(0, centers).mapToObj(Integer::toString).toList(),
        (blob, _, _) -> places.get(blob),
        samples,
        noise,
        generator,
        dtype);
  }

  private record Point(double x, double y) {
    static Point polar(double radius, double angle) {
      return new Point(radius * Math.cos(angle), radius * Math.sin(angle));
    }
  }

  /// Where sample `i` of the `count` of a class lies before the noise.
  private interface Curve {
    Point at(int target, int i, int count);
  }

  private static TensorDataset scatter(
      List<String> classes,
      Curve curve,
      int samples,
      double noise,
      Generator generator,
      DType dtype) {
    if (samples <= 0 || !(noise >= 0) || !dtype.isFloating()) {
      throw new IllegalArgumentException(
          "Expected a positive number of samples, a noise that is not negative and a floating"
              + " dtype, but got "
              + samples
              + ", "
              + noise
              + " and "
              + dtype);
    }
    Storage inputs = Storage.zeros(dtype, 2 * samples);
    long[] targets = new long[samples];
    for (int target = 0; target < classes.size(); target++) {
      int start = start(target, samples, classes);
      int end = start(target + 1, samples, classes);
      for (int row = start; row < end; row++) {
        Point point = curve.at(target, row - start, end - start);
        inputs.set(2 * row, point.x + noise * generator.nextGaussian());
        inputs.set(2 * row + 1, point.y + noise * generator.nextGaussian());
        targets[row] = target;
      }
    }
    return new TensorDataset(
        Tensor.of(inputs, Layout.contiguous(Shape.of(samples, 2))),
        Tensor.of(targets),
        DatasetInfo.ofTable(List.of("x", "y"), classes));
  }

  private static int start(int target, int samples, List<String> classes) {
    return (int) ((long) samples * target / classes.size());
  }
}
