package org.hypergrad.demo.train;

import java.io.IOException;
import java.nio.file.Path;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.demo.InputFile;
import org.hypergrad.demo.InvalidInputException;
import org.hypergrad.nn.data.Batch;
import org.hypergrad.nn.data.Csv;
import org.hypergrad.nn.data.Dataset;
import org.hypergrad.nn.data.Digits;
import org.hypergrad.nn.data.Idx;

/// Reads samples as a network wants them.
///
/// @param config of the network
record SampleReader(ClassifierConfig config) {
  /// The samples in a file: a table if the network learnt from one, else pictures.
  ///
  /// @throws InvalidInputException if it cannot be read, or they are no samples for this network
  Tensor read(Path file) {
    new InputFile(file).check();
    try {
      return config.info().image().isEmpty()
          ? Csv.loadColumns(file, config.info().features())
          : pictures(file, config.info().image().get());
    } catch (IOException e) {
      throw InvalidInputException.of(e);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(e.getMessage(), e); // a column is missing
    }
  }

  private Tensor pictures(Path file, Shape size) throws IOException {
    Tensor pixels = Idx.read(file);
    if (pixels.rank() != 3 || pixels.size(1) != size.size(0) || pixels.size(2) != size.size(1)) {
      throw new IOException(
          file
              + " holds numbers of shape "
              + pixels.shape()
              + ", but the network takes pictures of "
              + size);
    }
    return pixels.flatten(1, -1).to(DType.FLOAT32).div(config.divisor());
  }

  /// Built-in digits by their numbers.
  ///
  /// @throws InvalidInputException if there is no such number, or the network learnt something else
  Batch digits(int... numbers) {
    if (!config.data().equals(DigitsCommand.NAME)) {
      throw new InvalidInputException(
          "--digits is for a network that learnt from the digits, but this one learnt from "
              + config.data());
    }
    Dataset digits = Digits.load();
    for (int number : numbers) {
      if (number < 0 || number >= digits.size()) {
        throw new InvalidInputException(
            "--digits are numbers from 0 to " + (digits.size() - 1) + ", but got " + number);
      }
    }
    return digits.batch(numbers);
  }
}
