package org.hypergrad.nn.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hypergrad.Tensor;

/// Which classes are taken for which others: a row for each actual class, a column for each
/// predicted one. What outputs and targets may be is told at [Accuracy].
///
/// As a single number it is the balanced accuracy, the mean recall of the classes that occur.
public final class ConfusionMatrix implements Metric {
  private static final int WIDEST_CELL = 20;
  private static final String GAP = "  ";

  private final List<String> classes;
  private final long[][] counts;

  /// A matrix of zeros for classes with these names, in the order of their numbers.
  public ConfusionMatrix(List<String> classes) {
    this.classes = List.copyOf(classes);
    this.counts = new long[classes.size()][classes.size()];
  }

  @Override
  public String name() {
    return "balanced_accuracy";
  }

  /// @throws IllegalArgumentException if the shapes do not fit, or a class has no name
  @Override
  public void update(Tensor output, Tensor target) {
    Classes pairs = Classes.of(output, target);
    long[] predicted = pairs.predicted().toLongs();
    long[] actual = pairs.actual().toLongs();
    check(predicted);
    check(actual);
    for (int i = 0; i < actual.length; i++) {
      counts[(int) actual[i]][(int) predicted[i]]++;
    }
  }

  private void check(long[] numbers) {
    for (long number : numbers) {
      if (number < 0 || number >= classes.size()) {
        throw new IllegalArgumentException(
            "There is a class " + number + ", but the matrix has names for " + classes.size());
      }
    }
  }

  /// How many samples of class `actual` were taken for `predicted`.
  public long count(int actual, int predicted) {
    return counts[actual][predicted];
  }

  /// The fraction of right ones among the answers `index`; NaN if it was never given.
  public double precision(int index) {
    long answers = 0;
    for (long[] row : counts) {
      answers += row[index];
    }
    return (double) counts[index][index] / answers;
  }

  /// The fraction of samples of class `index` that were found; NaN if there were none.
  public double recall(int index) {
    return (double) counts[index][index] / Arrays.stream(counts[index]).sum();
  }

  @Override
  public double value() {
    double sum = 0;
    int occurring = 0;
    for (int c = 0; c < counts.length; c++) {
      if (!Double.isNaN(recall(c))) {
        sum += recall(c);
        occurring++;
      }
    }
    return sum / occurring;
  }

  @Override
  public void reset() {
    for (long[] row : counts) {
      Arrays.fill(row, 0);
    }
  }

  @Override
  public double[] state() {
    return Arrays.stream(counts).flatMapToLong(Arrays::stream).mapToDouble(n -> n).toArray();
  }

  @Override
  public void state(double[] state) {
    int size = counts.length;
    if (state.length != size * size) {
      throw new IllegalArgumentException(
          "The state of a confusion matrix of "
              + size
              + " classes is "
              + size * size
              + " counts, but got "
              + state.length);
    }
    for (int i = 0; i < state.length; i++) {
      counts[i / size][i % size] = (long) state[i];
    }
  }

  /// A table: a row for each actual class with its counts and its recall, the precision of each
  /// predicted class below; `-` where there is nothing to divide by. Whatever the classes are
  /// called, it is safe to print and stays aligned; of long names there is the beginning.
  @Override
  public String toString() {
    List<List<TerminalText>> rows = new ArrayList<>();
    rows.add(row("", classes::get, "recall"));
    for (int c = 0; c < counts.length; c++) {
      long[] row = counts[c];
      rows.add(row(classes.get(c), p -> Long.toString(row[p]), fraction(recall(c))));
    }
    rows.add(row("precision", p -> fraction(precision(p)), ""));
    int[] widths = new int[counts.length + 2];
    for (List<TerminalText> row : rows) {
      Arrays.setAll(widths, i -> Math.max(widths[i], row.get(i).columns()));
    }
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
  }

  private List<TerminalText> row(String first, IntFunction<String> cell, String last) {
    Stream<String> cells = IntStream.range(0, counts.length).mapToObj(cell);
    return Stream.of(Stream.of(first), cells, Stream.of(last))
        .flatMap(Function.identity())
        .map(text -> TerminalText.of(text, WIDEST_CELL))
        .toList();
  }

  private static String fraction(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String line(List<TerminalText> row, int[] widths) {
    StringBuilder line = new StringBuilder(row.getFirst().left(widths[0]));
    for (int i = 1; i < widths.length; i++) {
      line.append(GAP).append(row.get(i).right(widths[i]));
    }
    return line.toString().stripTrailing();
  }
}
