package org.hypergrad.demo;

import java.nio.file.Files;
import java.nio.file.Path;

/// A file that the user wants read.
public record InputFile(Path file) {
  /// Refuses a folder. Of one that is read as a file, the system says no more than `Is a
  /// directory`.
  public void check() {
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(file + " is a folder: give a file in it");
    }
  }
}
