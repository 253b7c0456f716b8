package org.hypergrad.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/// Standard output, whose reader may leave before the end: `hypergrad train digits | head`. A
/// [PrintStream] alone would go on for nobody, since it swallows what the system says.
final class StandardOutput extends FilterOutputStream {
  /// What the shell says of a program that the signal SIGPIPE, number 13, has ended.
  private static final int BROKEN_PIPE = 128 + 13;

  StandardOutput(OutputStream out) {
    super(out);
  }

  /// Standard output of this program is such a one from now on.
  static void install() {
    System.setOut(
        new PrintStream(
            new StandardOutput(new FileOutputStream(FileDescriptor.out)),
            true,
            Charset.forName(System.getProperty("stdout.encoding"))));
  }

  /// Nothing can be written any more.
  static final class ClosedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private ClosedException(IOException cause) {
      super("cannot write to standard output: " + cause.getMessage(), cause);
    }

    /// Whether the reader has left, so that there is nobody to tell.
    boolean isQuiet() {
      return getCause().getMessage().contains("roken pipe");
    }

    /// As other programs end that cannot write.
    int exitCode() {
      return isQuiet() ? BROKEN_PIPE : 1;
    }
  }

  @Override
  public void write(int b) {
    try {
      out.write(b);
    } catch (IOException e) {
      throw new ClosedException(e);
    }
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      throw new ClosedException(e);
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new ClosedException(e);
    }
  }
}
