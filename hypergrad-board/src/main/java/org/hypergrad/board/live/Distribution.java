package org.hypergrad.board.live;

import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Tensor;

/// How the numbers of a tensor are distributed.
///
/// @param low the least finite one
/// @param high the greatest finite one
/// @param mean of the finite ones
/// @param std their standard deviation
/// @param norm their Euclidean length
/// @param missing how many are NaN or infinite
/// @param counts how many finite ones lie in each of some equal intervals from low to high
record Distribution(
    double low, double high, double mean, double std, double norm, int missing, int[] counts) {
  private static final int BINS = 40;

  /// The distribution of the numbers of all these tensors together.
  static Distribution of(List<Tensor> tensors) {
    return of(tensors.size() == 1 ? numbers(tensors.getFirst()) : allNumbers(tensors));
  }

  private static double[] allNumbers(List<Tensor> tensors) {
    double[] all = new double[tensors.stream().mapToInt(Tensor::numel).sum()];
    int size = 0;
    for (Tensor tensor : tensors) {
      double[] some = numbers(tensor);
      System.arraycopy(some, 0, all, size, some.length);
      size += some.length;
    }
    return all;
  }

  private static double[] numbers(Tensor tensor) {
    if (tensor.dtype() != DType.FLOAT32) {
      return tensor.toDoubles();
    }
    float[] floats = tensor.toFloats();
    double[] numbers = new double[floats.length];
    for (int i = 0; i < floats.length; i++) {
      numbers[i] = floats[i];
    }
    return numbers;
  }

  private static Distribution of(double[] numbers) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double sum = 0;
    double squares = 0;
    int finite = 0;
    for (double number : numbers) {
      if (Double.isFinite(number)) {
        low = Math.min(low, number);
        high = Math.max(high, number);
        sum += number;
        squares += number * number;
        finite++;
      }
    }
    if (finite == 0) {
      return new Distribution(0, 0, 0, 0, 0, numbers.length, new int[0]);
    }
    double mean = sum / finite;
    double width = (high - low) / BINS;
    double deviations = 0;
    int[] counts = new int[width > 0 ? BINS : 1];
    for (double number : numbers) {
      if (Double.isFinite(number)) {
        deviations += (number - mean) * (number - mean);
        counts[width > 0 ? Math.min((int) ((number - low) / width), BINS - 1) : 0]++;
      }
    }
    return new Distribution(
        low,
        high,
        mean,
        Math.sqrt(deviations / finite),
        Math.sqrt(squares),
        numbers.length - finite,
        counts);
  }
}
