package org.hypergrad.nn.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// Keeps the history of a training in a file of comma-separated values, a line an epoch (Keras:
/// `CSVLogger`, Lightning: `CSVLogger`). The file is whole at every moment, and goes on where the
/// training goes on from a checkpoint.
///
/// @param file where; its folder must exist
public record CsvHistory(Path file) implements TrainingListener {
  @Override
  public void epochEnded(Training training) {
    try {
      training.history().writeCsv(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
