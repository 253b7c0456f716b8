package org.hypergrad.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `hypergrad ... | head`
class StandardOutputTest {
  private final StringWriter err = new StringWriter();

  /// A reader that leaves after some bytes.
  private static final class Reader extends OutputStream {
    private final String reason;
    private int left;

    Reader(int bytes, String reason) {
      this.left = bytes;
      this.reason = reason;
    }

    @Override
    public void write(int b) throws IOException {
      if (left-- <= 0) {
        throw new IOException(reason);
      }
    }
  }

  private int run(Reader reader, String... words) {
    PrintStream out = new PrintStream(new StandardOutput(reader), true, StandardCharsets.UTF_8);
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"train iris --epochs=1000000", "ops", "graph x*2 x=1", "--help", "--version", ""})
  void the_program_ends_quietly_when_its_reader_has_left(String command) {
    String[] words = command.isEmpty() ? new String[0] : command.split(" ");
    assertThat(run(new Reader(20, "Broken pipe"), words)).isEqualTo(141);
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"train iris --epochs=1000000", "--help"})
  void a_full_disk_is_an_error(String command) {
    assertThat(run(new Reader(20, "No space left on device"), command.split(" "))).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly("hypergrad: cannot write to standard output: No space left on device");
  }
}
