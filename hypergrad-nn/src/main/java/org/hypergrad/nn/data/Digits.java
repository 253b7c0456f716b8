package org.hypergrad.nn.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.hypergrad.DType;
import org.hypergrad.Tensor;

/// 1,797 handwritten digits of 8 x 8 pixels: the test part of "Optical Recognition of Handwritten
/// Digits" (E. Alpaydin and C. Kaynak, 1998, UCI Machine Learning Repository, doi:10.24432/C50P49,
/// CC BY 4.0), in the order of scikit-learn's `load_digits`. Part of this library.
public final class Digits {
  private Digits() {}

  /// All samples: inputs are float32 of shape \[1797, 64\], pixels from 0 to 16, row by row;
  /// targets are int64, the digit. Divide by 16 to have them between 0 and 1.
  public static TensorDataset load() {
    Tensor images = read("digits-images-idx3-ubyte.gz");
    Tensor labels = read("digits-labels-idx1-ubyte.gz");
    return new TensorDataset(
        images.flatten(1, -1).to(DType.FLOAT32),
        labels.to(DType.INT64),
        DatasetInfo.ofImages(images.size(1), images.size(2), Mnist.DIGITS));
  }

  private static Tensor read(String resource) {
    try (InputStream in = Digits.class.getResourceAsStream(resource)) {
      return Idx.read(in, resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
