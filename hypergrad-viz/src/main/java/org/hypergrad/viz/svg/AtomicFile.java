package org.hypergrad.viz.svg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/// Writes a file whole or not at all: a page that shows it again and again never sees a part.
public final class AtomicFile {
  private AtomicFile() {}

  /// Writes the text beside `file`, then moves it into its place in one step.
  ///
  /// @throws IOException if that fails; `file` is then as it was
  public static void write(Path file, String text) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.writeString(temporary, text);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
