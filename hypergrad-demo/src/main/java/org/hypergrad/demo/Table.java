package org.hypergrad.demo;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// Rows of text in aligned columns.
public final class Table {
  /// A column.
  public record Column(String heading, Style style, boolean right) {
    /// A column of texts, which begin below each other.
    public static Column left(String heading, Style style) {
      return new Column(heading, style, false);
    }

    /// A column of numbers, which end below each other.
    public static Column right(String heading, Style style) {
      return new Column(heading, style, true);
    }
  }

  private static final String GAP = "   ";

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /// An empty table with these columns.
  public Table(Column... columns) {
    this.columns = List.of(columns);
  }

  /// Adds a row with a cell for each column.
  public void row(String... cells) {
    rows.add(List.of(cells));
  }

  /// Prints the headings and the rows.
  public void print(PrintWriter out) {
    int[] widths = new int[columns.size()];
    for (int c = 0; c < widths.length; c++) {
      widths[c] = columns.get(c).heading().length();
      for (List<String> row : rows) {
        widths[c] = Math.max(widths[c], row.get(c).length());
      }
    }
    print(out, columns.stream().map(Column::heading).toList(), widths, true);
    rows.forEach(row -> print(out, row, widths, false));
  }

  private void print(PrintWriter out, List<String> row, int[] widths, boolean heading) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      Column column = columns.get(c);
      String space = " ".repeat(widths[c] - row.get(c).length());
      String cell = (heading ? Style.HEADING : column.style()).paint(row.get(c));
      boolean last = c == widths.length - 1;
      line.append(column.right() ? space + cell : last ? cell : cell + space)
          .append(last ? "" : GAP);
    }
    out.println(line.toString().stripTrailing());
  }
}
