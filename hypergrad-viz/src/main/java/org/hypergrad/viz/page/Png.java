package org.hypergrad.viz.page;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/// A picture of indexed colours in the format PNG (ISO/IEC 15948). Its bytes are stored, not
/// deflated: pictures are small, and other versions of zlib would give other bytes.
public final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte BITS = 8;
  private static final byte INDEXED = 3;
  private static final int MOST_STORED = 65_535;

  private Png() {}

  /// The bytes of a file.
  ///
  /// @param pixels the number of the colour of each, row by row
  /// @param colours red, green, blue and opacity of each, from 0 to 255; 256 at most
  public static byte[] of(int width, int height, byte[] pixels, int[][] colours) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    chunk(png, "IHDR", header.put(BITS).put(INDEXED).array());
    byte[] palette = new byte[3 * colours.length];
    byte[] opacities = new byte[colours.length];
    for (int i = 0; i < colours.length; i++) {
      for (int j = 0; j < 3; j++) {
        palette[3 * i + j] = (byte) colours[i][j];
      }
      opacities[i] = (byte) colours[i][3];
    }
    chunk(png, "PLTE", palette);
    chunk(png, "tRNS", opacities);
    byte[] lines = new byte[(width + 1) * height];
    for (int row = 0; row < height; row++) {
      // each line begins with the number of its filter, 0 for none
      System.arraycopy(pixels, row * width, lines, row * (width + 1) + 1, width);
    }
    chunk(png, "IDAT", zlib(lines));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    byte[] typed =
        ByteBuffer.allocate(4 + data.length)
            .put(type.getBytes(StandardCharsets.US_ASCII))
            .put(data)
            .array();
    CRC32 crc = new CRC32();
    crc.update(typed);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(typed);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  /// The bytes as a stream of stored blocks (RFC 1950 and 1951).
  private static byte[] zlib(byte[] bytes) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.writeBytes(new byte[] {0x78, 0x01});
    for (int at = 0; at < bytes.length; at += MOST_STORED) {
      int length = Math.min(MOST_STORED, bytes.length - at);
      stream.write(at + length == bytes.length ? 1 : 0);
      stream.writeBytes(
          new byte[] {(byte) length, (byte) (length >> 8), (byte) ~length, (byte) (~length >> 8)});
      stream.write(bytes, at, length);
    }
    Adler32 adler = new Adler32();
    adler.update(bytes);
    stream.writeBytes(ByteBuffer.allocate(4).putInt((int) adler.getValue()).array());
    return stream.toByteArray();
  }
}
