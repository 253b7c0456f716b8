package org.hypergrad.nn.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// Reads IDX files, the format of MNIST: two zero bytes, the element type, the number of
/// dimensions, their sizes, then the elements in row-major order, all numbers big-endian (Yann
/// LeCun's page "The MNIST database"; PyTorch: `read_sn3_pascalvincent_tensor` in
/// `torchvision/datasets/mnist.py`).
public final class Idx {
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;
  private static final int BUFFER = 1 << 16;

  private Idx() {}

  /// The tensor in a file, which may be compressed with gzip, whatever its name.
  ///
  /// Unsigned bytes become uint8; signed bytes, shorts and ints become int32; floats and doubles
  /// become float32 and float64.
  ///
  /// @throws IOException if it cannot be read, is no IDX file, or has fewer or more elements than
  ///   it says; the message names the file
  public static Tensor read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    }
  }

  /// The tensor that `in` holds; `name` is what messages call it.
  static Tensor read(InputStream in, String name) throws IOException {
    try {
      return tensor(decompressed(in));
    } catch (IOException e) {
      String reason = Objects.requireNonNullElse(e.getMessage(), "it ends too early");
      throw new IOException("Cannot read " + name + ": " + reason, e);
    }
  }

  private static InputStream decompressed(InputStream in) throws IOException {
    InputStream buffered = new BufferedInputStream(in, BUFFER);
    buffered.mark(2);
    boolean gzip = buffered.read() == GZIP_FIRST && buffered.read() == GZIP_SECOND;
    buffered.reset();
    return gzip ? new GZIPInputStream(buffered, BUFFER) : buffered;
  }

  private static Tensor tensor(InputStream in) throws IOException {
    byte[] magic = exactly(4, in, "the magic number");
    if (magic[0] != 0 || magic[1] != 0) {
      throw new IOException(
          "it is no IDX file, which begins with two bytes of 0: it begins with "
              + HexFormat.ofDelimiter(" ").formatHex(magic));
    }
    IdxType type = IdxType.of(magic[2]);
    Shape shape = shape(Byte.toUnsignedInt(magic[3]), in);
    byte[] elements = exactly((long) shape.numel() * type.bytes(), in, "the elements of " + shape);
    if (in.read() >= 0) {
      throw new IOException("bytes follow after the elements of " + shape);
    }
    return Tensor.of(type.storage(elements), Layout.contiguous(shape));
  }

  private static Shape shape(int rank, InputStream in) throws IOException {
    int[] sizes = new int[rank];
    byte[] bytes = exactly((long) rank * Integer.BYTES, in, "the sizes of " + rank + " dimensions");
    ByteBuffer.wrap(bytes).asIntBuffer().get(sizes);
    try {
      return Shape.of(sizes);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /// The next `length` bytes. Memory grows with what is there, not with what a damaged header says.
  private static byte[] exactly(long length, InputStream in, String what) throws IOException {
    if (length > Integer.MAX_VALUE) {
      throw new IOException(what + " take " + length + " bytes, more than a Java array can hold");
    }
    byte[] bytes = in.readNBytes((int) length);
    if (bytes.length < length) {
      throw new EOFException(
          "it ends after " + bytes.length + " of the " + length + " bytes of " + what);
    }
    return bytes;
  }
}
