package org.hypergrad.nn.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hypergrad.Generator;
import org.hypergrad.Tensor;

/// Random parts of a data set by fractions (PyTorch: `random_split` in
/// `torch/utils/data/dataset.py`).
final class RandomSplit {
  private RandomSplit() {}

  static List<Dataset> of(Dataset whole, Generator generator, double... fractions) {
    int[] sizes = sizes(whole.size(), fractions);
    int[] order = order(generator, whole.size());
    List<Dataset> parts = new ArrayList<>();
    int start = 0;
    for (int size : sizes) {
      parts.add(whole.subset(Arrays.copyOfRange(order, start, start + size)));
      start += size;
    }
    return List.copyOf(parts);
  }

  /// The numbers 0 to n − 1 in random order.
  static int[] order(Generator generator, int n) {
    return Arrays.stream(Tensor.permutation(generator, n).toLongs())
        .mapToInt(Math::toIntExact)
        .toArray();
  }

  private static int[] sizes(int whole, double... fractions) {
    int[] sizes = new int[fractions.length];
    for (int i = 0; i < fractions.length; i++) {
      if (!(fractions[i] >= 0 && fractions[i] <= 1)) {
        throw new IllegalArgumentException(
            "Fraction at index " + i + " is not between 0 and 1: " + fractions[i]);
      }
      sizes[i] = (int) Math.floor(whole * fractions[i]);
    }
    double sum = Arrays.stream(fractions).sum();
    if (Math.abs(sum - 1) > 1e-9) {
      throw new IllegalArgumentException(
          "Sum of input lengths does not equal the length of the input dataset! The fractions "
              + Arrays.toString(fractions)
              + " must add up to 1, but make "
              + sum);
    }
    int left = whole - Arrays.stream(sizes).sum();
    for (int i = 0; i < left; i++) {
      sizes[i % sizes.length]++;
    }
    return sizes;
  }
}
