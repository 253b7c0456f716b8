package org.hypergrad.nn.data;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The flowers of R. A. Fisher's "The use of multiple measurements in taxonomic problems" (1936):
/// 150 irises of three species, measured in centimetres (UCI Machine Learning Repository,
/// doi:10.24432/C56C76, CC BY 4.0). Part of this library.
///
/// The numbers are Fisher's, as in R and scikit-learn. The copy at UCI differs from them in two
/// rows, the 35th (petal width 0.1 instead of 0.2) and the 38th (sepal width 3.1 instead of 3.6,
/// petal length 1.5 instead of 1.4).
public final class Iris {
  private Iris() {}

  /// All samples: inputs are float32 of shape \[150, 4\], targets are int64: 50 of each species.
  public static TensorDataset load() {
    String resource = "iris.csv";
    try (Reader reader =
        new InputStreamReader(Iris.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
      return Csv.classes(new CsvFile(resource, reader, ','), "species");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
