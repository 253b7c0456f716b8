package org.hypergrad.nn.scalar;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hypergrad.Tensor;

/// Between lists of numbers and tensors of one dimension.
final class Scalars {
  private Scalars() {}

  static List<Tensor> of(double... values) {
    return Arrays.stream(values).mapToObj(Tensor::scalar).toList();
  }

  static List<Tensor> of(Tensor vector) {
    if (vector.rank() != 1) {
      throw new IllegalArgumentException(
          "A scalar network takes one sample at a time, a tensor of shape [inputs], not of shape "
              + vector.shape());
    }
    return IntStream.range(0, vector.numel()).mapToObj(i -> vector.select(0, i)).toList();
  }
}
