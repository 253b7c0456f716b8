package org.hypergrad.nn.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hypergrad.nn.format.AtomicFile;

/// All epochs of a training (Keras: `History`), immutable.
///
/// @param epochs the oldest first; all have the same names of values
public record History(List<EpochRecord> epochs) {
  /// No epoch yet.
  public static final History EMPTY = new History(List.of());

  private static final String EPOCH = "epoch";

  /// The list is copied.
  public History {
    epochs = List.copyOf(epochs);
  }

  /// These epochs and one more.
  public History with(EpochRecord epoch) {
    List<EpochRecord> more = new ArrayList<>(epochs);
    more.add(epoch);
    return new History(more);
  }

  /// How many epochs there are.
  public int size() {
    return epochs.size();
  }

  /// The latest epoch.
  ///
  /// @throws java.util.NoSuchElementException if there is none
  public EpochRecord last() {
    return epochs.getLast();
  }

  /// One value of every epoch: a curve.
  ///
  /// @throws java.util.NoSuchElementException if there is none with this name
  public double[] values(String name) {
    return epochs.stream().mapToDouble(epoch -> epoch.value(name)).toArray();
  }

  /// Comma-separated values: the names, then a line an epoch. The numbers are exact: [#ofCsv] gives
  /// the same history again.
  public String toCsv() {
    if (epochs.isEmpty()) {
      return EPOCH + "\n";
    }
    StringBuilder csv = new StringBuilder(EPOCH);
    last().values().keySet().forEach(name -> csv.append(',').append(name));
    csv.append('\n');
    for (EpochRecord epoch : epochs) {
      csv.append(epoch.epoch());
      epoch.values().values().forEach(value -> csv.append(',').append(value));
      csv.append('\n');
    }
    return csv.toString();
  }

  /// The history that [#toCsv] wrote.
  ///
  /// @throws IllegalArgumentException if it did not
  public static History ofCsv(String csv) {
    List<String[]> rows = csv.lines().map(line -> line.split(",")).toList();
    if (rows.isEmpty() || !rows.getFirst()[0].equals(EPOCH)) {
      throw new IllegalArgumentException("A history in CSV begins with the column " + EPOCH);
    }
    String[] names = rows.getFirst();
    return rows.stream()
        .skip(1)
        .map(row -> epoch(names, row))
        .collect(Collectors.collectingAndThen(Collectors.toList(), History::new));
  }

  private static EpochRecord epoch(String[] names, String[] row) {
    if (row.length != names.length) {
      throw new IllegalArgumentException(
          "A line of a history in CSV has " + row.length + " cells, but there are " + names.length);
    }
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 1; i < names.length; i++) {
      values.put(names[i], Double.valueOf(row[i]));
    }
    return new EpochRecord(Integer.parseInt(row[0]), values);
  }

  /// Writes [#toCsv] into a file, whole or not at all.
  public void writeCsv(Path file) throws IOException {
    byte[] csv = toCsv().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, out -> out.write(csv));
  }
}
