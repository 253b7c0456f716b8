package org.hypergrad.demo.train;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.hypergrad.Tensor;
import org.hypergrad.demo.Numbers;
import org.hypergrad.demo.Style;
import org.hypergrad.demo.Table;
import org.hypergrad.nn.train.TerminalText;

/// What a network makes of some samples, as a table.
///
/// @param classes their names
/// @param probabilities how likely each class is, of shape \[samples, classes\]
record Answers(List<String> classes, Tensor probabilities) {
  /// How many of the less likely classes a row shows.
  private static final int OTHERS = 2;

  private static final int LONGEST_NAME = 30;

  private static final Numbers NUMBERS = new Numbers(4);

  /// Prints a row for each sample.
  void print(PrintWriter out) {
    Table table =
        new Table(
            Table.Column.right("sample", Style.FAINT),
            Table.Column.left("class", Style.NAME),
            Table.Column.right("probability", Style.PLAIN),
            Table.Column.left("others", Style.FAINT));
    for (int i = 0; i < probabilities.size(0); i++) {
      table.row(cells(Integer.toString(i), i).toArray(String[]::new));
    }
    table.print(out);
  }

  /// Prints a row for each sample, under a number of its own and with the class that is right.
  void print(int[] numbers, long[] right, PrintWriter out) {
    Table table =
        new Table(
            Table.Column.right("digit", Style.FAINT),
            Table.Column.left("class", Style.NAME),
            Table.Column.right("probability", Style.PLAIN),
            Table.Column.left("others", Style.FAINT),
            Table.Column.left("it is", Style.GOOD));
    for (int i = 0; i < numbers.length; i++) {
      List<String> cells = cells(Integer.toString(numbers[i]), i);
      cells.add(name((int) right[i]));
      table.row(cells.toArray(String[]::new));
    }
    table.print(out);
  }

  private List<String> cells(String sample, int row) {
    double[] probability = probabilities.select(0, row).toDoubles();
    List<Integer> order =
        IntStream.range(0, probability.length)
            .boxed()
            .sorted(Comparator.comparingDouble(c -> -probability[c]))
            .toList();
    StringJoiner others = new StringJoiner(", ");
    for (int c : order.subList(1, Math.min(1 + OTHERS, order.size()))) {
      others.add(name(c) + " " + NUMBERS.number(probability[c]));
    }
    int best = order.getFirst();
    return new ArrayList<>(
        List.of(sample, name(best), NUMBERS.number(probability[best]), others.toString()));
  }

  private String name(int index) {
    return TerminalText.of(classes.get(index), LONGEST_NAME).text();
  }
}
