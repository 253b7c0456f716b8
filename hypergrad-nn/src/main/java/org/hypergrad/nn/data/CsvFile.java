package org.hypergrad.nn.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A CSV file whose first line names the columns, read row by row. Its errors say where.
final class CsvFile implements Closeable {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char[] SEPARATORS = {',', ';', '\t'};

  private final String name;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final List<String> columns;
  private CsvRecord row;

  /// Reads the header; `name` is what messages call the file.
  CsvFile(String name, Reader text, char separator) throws IOException {
    this.name = name;
    this.reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(withoutMark(new BufferedReader(text)));
    this.records = reader.iterator();
    if (!advance()) {
      throw new IOException(name + " is empty: its first line should name the columns");
    }
    this.columns = row.getFields().stream().map(String::strip).toList();
    checkColumns();
  }

  /// A file whose separator is the one of comma, semicolon and tab that its first line has most of.
  static CsvFile open(Path file) throws IOException {
    String header;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      do {
        header = lines.readLine();
      } while (header != null && header.isBlank());
    } catch (CharacterCodingException e) {
      throw notText(file.toString(), e);
    }
    char separator = SEPARATORS[0];
    for (char candidate : SEPARATORS) {
      if (header != null && count(candidate, header) > count(separator, header)) {
        separator = candidate;
      }
    }
    return open(file, separator);
  }

  private static long count(char separator, String header) {
    String unquoted = header.replaceAll("\"[^\"]*\"", "");
    return unquoted.chars().filter(c -> c == separator).count();
  }

  static CsvFile open(Path file, char separator) throws IOException {
    Reader text = Files.newBufferedReader(file);
    try {
      return new CsvFile(file.toString(), text, separator);
    } catch (IOException | RuntimeException e) {
      text.close();
      throw e;
    }
  }

  private static Reader withoutMark(Reader text) throws IOException {
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  private void checkColumns() throws IOException {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      if (column.isEmpty()) {
        throw new IOException(where() + ": column " + (i + 1) + " has no name");
      }
      if (!seen.add(column)) {
        throw new IOException(where() + ": two columns have the name \"" + column + "\"");
      }
    }
  }

  /// What messages call the file.
  String name() {
    return name;
  }

  /// Which column has this name.
  int column(String wanted) {
    int column = columns.indexOf(wanted);
    if (column < 0) {
      throw new IllegalArgumentException(
          name + " has no column \"" + wanted + "\". Its columns are " + quoted(columns));
    }
    return column;
  }

  private static String quoted(List<String> names) {
    return names.stream().collect(Collectors.joining("\", \"", "\"", "\""));
  }

  /// The names of all columns but one.
  List<String> columnsBut(int one) {
    List<String> others = new ArrayList<>(columns);
    others.remove(one);
    return others;
  }

  /// Goes to the next row that is not blank; false if there is none.
  boolean next() throws IOException {
    if (!advance()) {
      return false;
    }
    if (row.getFieldCount() != columns.size()) {
      throw new IOException(
          where()
              + ": the row has "
              + row.getFieldCount()
              + " cells, but the header names "
              + columns.size()
              + " columns");
    }
    return true;
  }

  private boolean advance() throws IOException {
    try {
      row = records.hasNext() ? records.next() : null;
      return row != null;
    } catch (CsvParseException e) {
      throw new IOException(name + ": " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof CharacterCodingException coding
          ? notText(name, coding)
          : e.getCause();
    }
  }

  private static IOException notText(String name, CharacterCodingException cause) {
    return new IOException(name + " is no text in UTF-8", cause);
  }

  /// A cell of the current row, without space around it.
  String text(int column) throws IOException {
    String cell = row.getField(column).strip();
    if (cell.isEmpty()) {
      throw new IOException(where(column) + ": the value is missing");
    }
    return cell;
  }

  /// A cell of the current row as a number.
  float number(int column) throws IOException {
    String cell = text(column);
    float number = (float) parse(cell);
    if (!Float.isFinite(number)) {
      throw new IOException(
          where(column)
              + ": '"
              + cell
              + (Float.isNaN(number) ? "' is not a number" : "' is too large for float32"));
    }
    return number;
  }

  /// All cells of the current row but one, as numbers.
  float[] numbersBut(int one) throws IOException {
    float[] numbers = new float[columns.size() - 1];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(i < one ? i : i + 1);
    }
    return numbers;
  }

  /// The number that a cell spells; NaN if it is none. Java's `Infinity` and `1.5f` are none.
  static double parse(String cell) {
    if (Character.isLetter(cell.charAt(cell.length() - 1))) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }

  private String where() {
    return name + ", line " + row.getStartingLineNumber();
  }

  private String where(int column) {
    return where() + ", column \"" + columns.get(column) + '"';
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
