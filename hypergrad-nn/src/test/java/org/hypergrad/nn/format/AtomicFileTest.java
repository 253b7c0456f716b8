package org.hypergrad.nn.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file appears whole or not at all.
class AtomicFileTest {
  @TempDir private Path folder;

  @Test
  void a_file_is_replaced() throws IOException {
    Path file = folder.resolve("notes.txt");
    AtomicFile.write(file, out -> out.write("old".getBytes()));
    AtomicFile.write(file, out -> out.write("new".getBytes()));
    assertThat(file).hasContent("new");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void until_the_last_byte_the_old_content_is_seen() throws IOException {
    Path file = folder.resolve("notes.txt");
    Files.writeString(file, "old");
    AtomicFile.write(
        file,
        out -> {
          out.write("new".getBytes());
          out.flush();
          assertThat(file).hasContent("old");
        });
    assertThat(file).hasContent("new");
  }

  @Test
  void a_failure_leaves_the_old_content_and_nothing_else() throws IOException {
    Path file = folder.resolve("notes.txt");
    Files.writeString(file, "old");
    IOException full = new IOException("No space left on device");
    assertThatThrownBy(() ->
            AtomicFile.write(
                file,
                out -> {
                  out.write(1);
                  throw full;
                }))
        .isSameAs(full);
    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryContaining("glob:**notes.txt");
    assertThat(Files.list(folder)).hasSize(1);
  }

  @Test
  void an_interrupted_thread_still_writes() throws IOException {
    Path file = folder.resolve("notes.txt");
    Thread.currentThread().interrupt();
    AtomicFile.write(file, out -> out.write("whole".getBytes()));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(file).hasContent("whole");
  }

  @Test
  void leftovers_of_a_killed_program_are_removed_and_nothing_else() throws IOException {
    Path leftover = folder.resolve("a.safetensors.01234567-89ab-cdef-0123-456789abcdef.tmp");
    Path other = folder.resolve("mine.tmp");
    Files.writeString(leftover, "part");
    Files.writeString(other, "kept");
    AtomicFile.removeLeftovers(folder);
    assertThat(leftover).doesNotExist();
    assertThat(other).exists();
  }
}
