package org.hypergrad.nn.format;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/// Writes a file whole or not at all: whoever looks at any moment, also after a crash, finds the
/// old content or the new one, never a part of it.
///
/// The content goes into a temporary file in the same folder, is forced to the disk, and then takes
/// the name in one step. A failure removes the temporary file; a killed program leaves it behind,
/// for [#removeLeftovers].
public final class AtomicFile {
  private static final String TEMPORARY = ".tmp";

  private AtomicFile() {}

  /// What writes the bytes of a file.
  @FunctionalInterface
  public interface Content {
    /// Writes all bytes; does not close the stream.
    void writeTo(OutputStream out) throws IOException;
  }

  /// Writes `content` and puts it in the place of `file`, whose folder must exist.
  ///
  /// @throws IOException if that fails; `file` is then as it was
  public static void write(Path file, Content content) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + TEMPORARY);
    try {
      // not a FileChannel, which an interrupt of the thread would close
      try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
        content.writeTo(out);
        out.getFD().sync();
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (Throwable failure) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException second) {
        failure.addSuppressed(second);
      }
      throw failure;
    }
  }

  /// Deletes what a killed program left unfinished in a folder. Nobody may be writing there.
  public static void removeLeftovers(Path folder) throws IOException {
    try (DirectoryStream<Path> leftovers =
        Files.newDirectoryStream(folder, "*.????????-????-????-????-????????????" + TEMPORARY)) {
      for (Path leftover : leftovers) {
        Files.delete(leftover);
      }
    }
  }
}
