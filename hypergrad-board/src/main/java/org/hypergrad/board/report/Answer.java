package org.hypergrad.board.report;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hypergrad.Tensor;

/// What a network says of one sample.
///
/// @param sample its number in the data set
/// @param actual the number of its class
/// @param probabilities of each class, according to the network
record Answer(int sample, int actual, double[] probabilities) {
  /// The likeliest class; of several the first.
  int predicted() {
    return IntStream.range(0, probabilities.length)
        .reduce((a, b) -> probabilities[b] > probabilities[a] ? b : a)
        .orElseThrow();
  }

  /// Of the likeliest class.
  double probability() {
    return probabilities[predicted()];
  }

  boolean isRight() {
    return predicted() == actual;
  }

  /// A row of probabilities for each sample. Outputs of shape \[n, classes\] are scores, of which
  /// softmax makes probabilities; outputs of shape \[n\] or \[n, 1\] are logits of a yes-or-no
  /// question.
  static double[][] probabilities(Tensor output) {
    boolean isBinary = output.rank() < 2 || output.size(1) == 1;
    double[] values = (isBinary ? output.sigmoid() : output.softmax(1)).toDoubles();
    int n = output.size(0);
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      int classes = values.length / n;
      rows[i] =
          isBinary
              ? new double[] {1 - values[i], values[i]}
              : Arrays.copyOfRange(values, i * classes, (i + 1) * classes);
    }
    return rows;
  }
}
