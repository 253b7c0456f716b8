package org.hypergrad.nn;

import org.hypergrad.Shape;

/// One of the two sides of a weight \[out, in, ...\]: how many numbers each output is made of, or
/// how many each input goes into (PyTorch: the `mode` of `torch.nn.init`).
public enum Fan {
  /// The inputs of each output: keeps the variance on the way forward.
  IN,
  /// The outputs of each input: keeps the variance on the way back.
  OUT;

  /// How many there are; the elements of a convolution's kernel count each.
  ///
  /// @throws IllegalArgumentException if the weight has fewer than two dimensions
  public int of(Shape weight) {
    if (weight.rank() < 2) {
      throw new IllegalArgumentException(
          "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions, as this"
              + " one of shape "
              + weight);
    }
    int kernel = 1;
    for (int d = 2; d < weight.rank(); d++) {
      kernel *= weight.size(d);
    }
    return weight.size(this == IN ? 1 : 0) * kernel;
  }
}
