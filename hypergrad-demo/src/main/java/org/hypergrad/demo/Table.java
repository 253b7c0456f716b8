package org.hypergrad.demo;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hypergrad.nn.train.TerminalText;

/// Rows of text in aligned columns, safe to print whatever the texts are.
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
  private final List<List<TerminalText>> rows = new ArrayList<>();

  /// An empty table with these columns.
  public Table(Column... columns) {
    this.columns = List.of(columns);
  }

  /// Adds a row with a cell for each column.
  public void row(String... cells) {
    rows.add(Stream.of(cells).map(TerminalText::of).toList());
  }

  /// Prints the headings and the rows.
  public void print(PrintWriter out) {
    List<TerminalText> headings =
        columns.stream().map(Column::heading).map(TerminalText::of).toList();
    int[] widths = new int[columns.size()];
    for (int c = 0; c < widths.length; c++) {
      widths[c] = headings.get(c).columns();
      for (List<TerminalText> row : rows) {
        widths[c] = Math.max(widths[c], row.get(c).columns());
      }
    }
    print(out, headings, widths, true);
    rows.forEach(row -> print(out, row, widths, false));
  }

  private void print(PrintWriter out, List<TerminalText> row, int[] widths, boolean heading) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      Column column = columns.get(c);
      String space = " ".repeat(widths[c] - row.get(c).columns());
      String cell = (heading ? Style.HEADING : column.style()).paint(row.get(c).text());
      boolean last = c == widths.length - 1;
      line.append(column.right() ? space + cell : last ? cell : cell + space)
          .append(last ? "" : GAP);
    }
    out.println(line.toString().stripTrailing());
  }
}
