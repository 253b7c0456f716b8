package org.hypergrad.nn.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.hypergrad.DType;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.Storage;
import org.hypergrad.Tensor;

/// The elements of a tensor as little-endian bytes in row-major order, a piece at a time.
final class Elements {
  private static final int PIECE_BYTES = 1 << 16;

  private Elements() {}

  static void write(Tensor tensor, OutputStream out) throws IOException {
    Object array = rowMajor(tensor);
    int first = tensor.isContiguous() ? tensor.layout().offset() : 0;
    ByteBuffer piece = newPiece();
    int bytes = tensor.dtype().bytes();
    int count;
    for (int done = 0; done < tensor.numel(); done += count) {
      count = Math.min(PIECE_BYTES / bytes, tensor.numel() - done);
      put(array, first + done, count, piece);
      out.write(piece.array(), 0, count * bytes);
    }
  }

  static Tensor read(DType dtype, Shape shape, InputStream in) throws IOException {
    Object array = dtype.newArray(shape.numel());
    ByteBuffer piece = newPiece();
    int bytes = dtype.bytes();
    int count;
    for (int done = 0; done < shape.numel(); done += count) {
      count = Math.min(PIECE_BYTES / bytes, shape.numel() - done);
      if (in.readNBytes(piece.array(), 0, count * bytes) < count * bytes) {
        throw new EOFException("the file became shorter while it was read");
      }
      get(piece, array, done, count);
    }
    return Tensor.of(Storage.of(dtype, array), Layout.contiguous(shape));
  }

  private static ByteBuffer newPiece() {
    return ByteBuffer.allocate(PIECE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// The array of a contiguous tensor, else a packed copy.
  private static Object rowMajor(Tensor tensor) {
    Object array = tensor.storage().array();
    if (tensor.isContiguous()) {
      return array;
    }
    Object packed = tensor.dtype().newArray(tensor.numel());
    int[] next = {0};
    tensor.layout().forEachPlace(place -> System.arraycopy(array, place, packed, next[0]++, 1));
    return packed;
  }

  private static void put(Object array, int start, int count, ByteBuffer piece) {
    switch (array) {
      case double[] doubles -> piece.asDoubleBuffer().put(doubles, start, count);
      case float[] floats -> piece.asFloatBuffer().put(floats, start, count);
      case long[] longs -> piece.asLongBuffer().put(longs, start, count);
      case int[] ints -> piece.asIntBuffer().put(ints, start, count);
      case byte[] bytes -> piece.put(0, bytes, start, count);
      case boolean[] booleans -> {
        for (int i = 0; i < count; i++) {
          piece.put(i, (byte) (booleans[start + i] ? 1 : 0));
        }
      }
      default -> throw new AssertionError(array.getClass());
    }
  }

  private static void get(ByteBuffer piece, Object array, int start, int count) {
    switch (array) {
      case double[] doubles -> piece.asDoubleBuffer().get(doubles, start, count);
      case float[] floats -> piece.asFloatBuffer().get(floats, start, count);
      case long[] longs -> piece.asLongBuffer().get(longs, start, count);
      case int[] ints -> piece.asIntBuffer().get(ints, start, count);
      case byte[] bytes -> piece.get(0, bytes, start, count);
      case boolean[] booleans -> {
        for (int i = 0; i < count; i++) {
          booleans[start + i] = piece.get(i) != 0;
        }
      }
      default -> throw new AssertionError(array.getClass());
    }
  }
}
