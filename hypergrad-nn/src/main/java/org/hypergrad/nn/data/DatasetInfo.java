package org.hypergrad.nn.data;

import java.util.List;
import java.util.Optional;
import org.hypergrad.Shape;

/// What the numbers of a data set mean, as far as it is known: for tables, pictures and confusion
/// matrices. Subsets, splits and mapped data sets keep it.
///
/// @param features the names of the inputs' columns; empty if they have none
/// @param classes the names of the classes, by target; empty if the targets are no classes
/// @param image height x width of the picture that a sample is; empty if it is none
public record DatasetInfo(List<String> features, List<String> classes, Optional<Shape> image) {
  /// Nothing is known.
  public static final DatasetInfo NONE = new DatasetInfo(List.of(), List.of(), Optional.empty());

  /// The names are copied.
  ///
  /// @throws IllegalArgumentException if the shape of the picture is not a height and a width
  public DatasetInfo {
    features = List.copyOf(features);
    classes = List.copyOf(classes);
    if (image.isPresent() && image.get().rank() != 2) {
      throw new IllegalArgumentException(
          "the shape of a picture is [height, width], but got " + image.get());
    }
  }

  /// The columns of a table, and classes to tell apart.
  public static DatasetInfo ofTable(List<String> features, List<String> classes) {
    return new DatasetInfo(features, classes, Optional.empty());
  }

  /// Pictures, and classes to tell apart.
  public static DatasetInfo ofImages(int height, int width, List<String> classes) {
    return new DatasetInfo(List.of(), classes, Optional.of(Shape.of(height, width)));
  }
}
