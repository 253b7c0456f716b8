package org.hypergrad.nn.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.hypergrad.DType;
import org.hypergrad.Storage;

/// The element types of IDX files.
enum IdxType {
  UNSIGNED_BYTE(0x08, Byte.BYTES),
  SIGNED_BYTE(0x09, Byte.BYTES),
  SHORT(0x0B, Short.BYTES),
  INT(0x0C, Integer.BYTES),
  FLOAT(0x0D, Float.BYTES),
  DOUBLE(0x0E, Double.BYTES);

  private final int code;
  private final int bytes;

  IdxType(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  /// The type that the third byte of a file names.
  static IdxType of(byte code) throws IOException {
    for (IdxType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new IOException(
        "it says that its elements are of type 0x"
            + HexFormat.of().toHexDigits(code)
            + ", but IDX has only 0x08 (unsigned byte), 0x09 (signed byte), 0x0b (short), 0x0c"
            + " (int), 0x0d (float) and 0x0e (double)");
  }

  /// Bytes an element takes.
  int bytes() {
    return bytes;
  }

  /// The big-endian elements as the storage of a tensor, in the smallest type that holds them all.
  Storage storage(byte[] bigEndian) {
    ByteBuffer buffer = ByteBuffer.wrap(bigEndian);
    int length = bigEndian.length / bytes;
    return switch (this) {
      case UNSIGNED_BYTE -> Storage.of(DType.UINT8, bigEndian);
      case SIGNED_BYTE -> {
        int[] widened = new int[length];
        for (int i = 0; i < length; i++) {
          widened[i] = bigEndian[i];
        }
        yield Storage.of(DType.INT32, widened);
      }
      case SHORT -> {
        int[] widened = new int[length];
        for (int i = 0; i < length; i++) {
          widened[i] = buffer.getShort();
        }
        yield Storage.of(DType.INT32, widened);
      }
      case INT -> {
        int[] ints = new int[length];
        buffer.asIntBuffer().get(ints);
        yield Storage.of(DType.INT32, ints);
      }
      case FLOAT -> {
        float[] floats = new float[length];
        buffer.asFloatBuffer().get(floats);
        yield Storage.of(DType.FLOAT32, floats);
      }
      case DOUBLE -> {
        double[] doubles = new double[length];
        buffer.asDoubleBuffer().get(doubles);
        yield Storage.of(DType.FLOAT64, doubles);
      }
    };
  }
}
