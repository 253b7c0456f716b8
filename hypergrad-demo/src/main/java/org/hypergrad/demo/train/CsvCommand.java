package org.hypergrad.demo.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hypergrad.Generator;
import org.hypergrad.demo.InputFile;
import org.hypergrad.demo.InvalidInputException;
import org.hypergrad.nn.data.Csv;
import org.hypergrad.nn.data.Dataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hypergrad train csv FILE --label COLUMN`
@Command(
    name = "csv",
    description = "Learns to tell what stands in one column of a table by its other columns.")
final class CsvCommand extends ClassifierCommand {
  /// With fewer there would be nothing to test with.
  private static final int MIN_ROWS = 5;

  @Parameters(
      paramLabel = "FILE",
      description = "a table in CSV: names in the first line, then numbers but for the label")
  private Path file;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      required = true,
      description = "the name of the column with the classes")
  private String label;

  @Override
  Samples samples(Generator generator) throws IOException {
    Dataset all = load();
    if (all.info().classes().size() < 2 || all.info().features().isEmpty()) {
      throw new InvalidInputException(
          file + " needs two classes at least in the column \"" + label + "\", and other columns");
    }
    if (all.size() < MIN_ROWS) {
      throw new InvalidInputException(
          file + " has " + all.size() + " rows, too few: " + MIN_ROWS + " are the least");
    }
    return Samples.divided(file.getFileName().toString(), all, generator);
  }

  private Dataset load() throws IOException {
    new InputFile(file).check();
    try {
      return Csv.load(file, label);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("--label: " + e.getMessage(), e);
    }
  }

  @Override
  Hyperparameters defaults() {
    return Hyperparameters.usual(List.of(32, 16), 1e-2, 30, 32);
  }
}
