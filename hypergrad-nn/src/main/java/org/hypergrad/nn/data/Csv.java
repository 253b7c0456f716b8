package org.hypergrad.nn.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hypergrad.Tensor;

/// Data sets out of CSV files (RFC 4180, UTF-8): the first line names the columns, one column is
/// what is to be learnt, all others are numbers. Every cell must have a value; empty lines are
/// skipped.
///
/// The separator is a comma, a semicolon or a tab, whichever the first line has most of, unless it
/// is given.
public final class Csv {
  private Csv() {}

  /// Samples to classify: inputs are float32 of shape \[N, number of features\]; targets are int64,
  /// numbers of classes.
  ///
  /// The classes are the different values of the column `label`, in the order of the alphabet, or
  /// of the numbers if all are numbers.
  ///
  /// @throws IOException if the file cannot be read or a cell of it not be used; the message names
  ///   file, line and column
  /// @throws IllegalArgumentException if there is no column `label`
  public static TensorDataset load(Path file, String label) throws IOException {
    try (CsvFile csv = CsvFile.open(file)) {
      return classes(csv, label);
    }
  }

  /// The same for a given separator.
  ///
  /// @see #load(Path, String)
  public static TensorDataset load(Path file, String label, char separator) throws IOException {
    try (CsvFile csv = CsvFile.open(file, separator)) {
      return classes(csv, label);
    }
  }

  /// Samples with a number to predict: inputs as of [#load(Path, String)]; targets are float32 of
  /// shape \[N, 1\], the values of the column `target`.
  ///
  /// @throws IOException if the file cannot be read or a cell of it not be used; the message names
  ///   file, line and column
  /// @throws IllegalArgumentException if there is no column `target`
  public static TensorDataset loadRegression(Path file, String target) throws IOException {
    try (CsvFile csv = CsvFile.open(file)) {
      return regression(csv, target);
    }
  }

  /// The same for a given separator.
  ///
  /// @see #loadRegression(Path, String)
  public static TensorDataset loadRegression(Path file, String target, char separator)
      throws IOException {
    try (CsvFile csv = CsvFile.open(file, separator)) {
      return regression(csv, target);
    }
  }

  /// These columns alone, in this order, as float32 of shape \[N, number of columns\]: inputs for a
  /// network that was trained on columns of these names. Other columns may hold anything.
  ///
  /// @throws IOException if the file cannot be read or a cell of these columns is no number; the
  ///   message names file, line and column
  /// @throws IllegalArgumentException if there is no column of one of the names
  public static Tensor loadColumns(Path file, List<String> columns) throws IOException {
    try (CsvFile csv = CsvFile.open(file)) {
      int[] wanted = columns.stream().mapToInt(csv::column).toArray();
      List<float[]> rows = new ArrayList<>();
      while (csv.next()) {
        float[] row = new float[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
          row[i] = csv.number(wanted[i]);
        }
        rows.add(row);
      }
      return matrix(csv, rows);
    }
  }

  static TensorDataset classes(CsvFile csv, String label) throws IOException {
    int labelColumn = csv.column(label);
    List<float[]> inputs = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    while (csv.next()) {
      inputs.add(csv.numbersBut(labelColumn));
      labels.add(csv.text(labelColumn));
    }
    SortedMap<String, Integer> classes = numbered(labels);
    long[] targets = labels.stream().mapToLong(classes::get).toArray();
    return new TensorDataset(
        matrix(csv, inputs),
        Tensor.of(targets),
        DatasetInfo.ofTable(csv.columnsBut(labelColumn), List.copyOf(classes.keySet())));
  }

  private static SortedMap<String, Integer> numbered(List<String> labels) {
    boolean numbers = labels.stream().noneMatch(label -> Double.isNaN(CsvFile.parse(label)));
    SortedMap<String, Integer> classes =
        new TreeMap<>(
            numbers ? Comparator.comparingDouble(CsvFile::parse) : Comparator.naturalOrder());
    labels.forEach(label -> classes.putIfAbsent(label, 0));
    int next = 0;
    for (Map.Entry<String, Integer> entry : classes.entrySet()) {
      entry.setValue(next++);
    }
    return classes;
  }

  private static TensorDataset regression(CsvFile csv, String target) throws IOException {
    int targetColumn = csv.column(target);
    List<float[]> inputs = new ArrayList<>();
    List<float[]> targets = new ArrayList<>();
    while (csv.next()) {
      inputs.add(csv.numbersBut(targetColumn));
      targets.add(new float[] {csv.number(targetColumn)});
    }
    return new TensorDataset(
        matrix(csv, inputs),
        matrix(csv, targets),
        DatasetInfo.ofTable(csv.columnsBut(targetColumn), List.of()));
  }

  private static Tensor matrix(CsvFile csv, List<float[]> rows) throws IOException {
    if (rows.isEmpty()) {
      throw new IOException(csv.name() + " has no rows below its header");
    }
    return Tensor.of(rows.toArray(float[][]::new));
  }
}
