package org.hypergrad.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hypergrad.nn.format.AtomicFile;

/// A file that the user wants.
///
/// @param option by which it was named
public record OutputFile(String option, Path file) {
  /// Refuses, before anything is computed, what could not be written at the end.
  public void check() {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new InvalidInputException(option + ": cannot write into the folder " + folder);
    }
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(option + ": " + file + " is a folder");
    }
  }

  /// Writes it, whole or not at all.
  public void write(String text) {
    try {
      AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw InvalidInputException.of(e);
    }
  }
}
