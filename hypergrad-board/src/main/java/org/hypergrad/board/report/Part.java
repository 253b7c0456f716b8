package org.hypergrad.board.report;

import java.util.List;

/// What a section of a report is made of.
sealed interface Part {
  /// A paragraph.
  record Text(String text) implements Part {}

  /// Lines that are to be copied as they are.
  record Code(String text) implements Part {}

  /// Rows of cells under a header.
  record Table(List<String> header, List<List<String>> rows) implements Part {
    public Table {
      header = List.copyOf(header);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<String> row : rows) {
        if (row.size() != header.size()) {
          throw new IllegalArgumentException(
              "A row has " + row.size() + " cells, but the table " + header.size() + " columns");
        }
      }
    }
  }

  /// One chart, or several views of the same of which the reader chooses one.
  record Figure(String caption, List<View> views) implements Part {}

  /// A chart as SVG.
  ///
  /// @param name what the reader chooses it by
  record View(String name, String svg) {}

  /// A graph that moves, zooms and folds, as HTML.
  record Graph(String caption, String viewer) implements Part {}

  /// Small pictures side by side.
  record Pictures(List<Picture> pictures) implements Part {}
}
