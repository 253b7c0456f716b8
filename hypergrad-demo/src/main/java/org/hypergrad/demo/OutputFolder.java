package org.hypergrad.demo;

import java.nio.file.Files;
import java.nio.file.Path;

/// A folder that the user wants files in. It need not be there yet.
///
/// @param option by which it was named
public record OutputFolder(String option, Path folder) {
  /// Refuses, before anything is computed, a folder that could not be written into later.
  public void check() {
    Path there = folder.toAbsolutePath().normalize();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there == null || !Files.isDirectory(there)) {
      throw new InvalidInputException(option + ": " + there + " is no folder");
    }
    if (!Files.isWritable(there)) {
      throw new InvalidInputException(option + ": cannot write into the folder " + there);
    }
  }
}
