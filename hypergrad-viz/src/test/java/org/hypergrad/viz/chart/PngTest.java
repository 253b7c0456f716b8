package org.hypergrad.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.hypergrad.viz.page.Png;
import org.junit.jupiter.api.Test;

/// Pictures as a reader of PNG finds them.
class PngTest {
  private static final int[][] COLOURS = {{1, 2, 3, 4}, {250, 251, 252, 253}};

  /// The chunks by their types, their checksums checked.
  private static Map<String, byte[]> chunks(byte[] png) {
    ByteBuffer in = ByteBuffer.wrap(png);
    assertThat(in.getLong()).isEqualTo(0x89504E470D0A1A0AL);
    Map<String, byte[]> chunks = new LinkedHashMap<>();
    while (in.hasRemaining()) {
      byte[] data = new byte[in.getInt()];
      byte[] type = new byte[4];
      in.get(type).get(data);
      CRC32 crc = new CRC32();
      crc.update(type);
      crc.update(data);
      assertThat(in.getInt()).isEqualTo((int) crc.getValue());
      chunks.put(new String(type, StandardCharsets.US_ASCII), data);
    }
    return chunks;
  }

  private static byte[] inflated(byte[] bytes, int size) throws DataFormatException {
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(bytes);
      byte[] result = new byte[size + 1];
      int length = inflater.inflate(result);
      assertThat(inflater.finished()).isTrue();
      return Arrays.copyOf(result, length);
    }
  }

  @Test
  void a_picture_has_its_size_its_colours_and_its_pixels() throws DataFormatException {
    Map<String, byte[]> chunks = chunks(Png.of(3, 2, new byte[] {0, 1, 0, 1, 1, 0}, COLOURS));
    assertThat(chunks.keySet()).containsExactly("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    assertThat(chunks.get("IHDR")).containsExactly(0, 0, 0, 3, 0, 0, 0, 2, 8, 3, 0, 0, 0);
    assertThat(chunks.get("PLTE")).containsExactly(1, 2, 3, 250, 251, 252);
    assertThat(chunks.get("tRNS")).containsExactly(4, 253);
    assertThat(inflated(chunks.get("IDAT"), 8)).containsExactly(0, 0, 1, 0, 0, 1, 1, 0);
  }

  @Test
  void a_large_picture_takes_several_blocks() throws DataFormatException {
    byte[] pixels = new byte[300 * 500];
    new Random(1).nextBytes(pixels);
    byte[] lines = inflated(chunks(Png.of(300, 500, pixels, COLOURS)).get("IDAT"), 301 * 500);
    assertThat(lines).hasSize(301 * 500);
    assertThat(Arrays.copyOfRange(lines, 301 * 499 + 1, 301 * 500))
        .isEqualTo(Arrays.copyOfRange(pixels, 300 * 499, 300 * 500));
  }

  @Test
  void colours_diverge_from_clear_at_zero() throws DataFormatException {
    byte[] png = new Diverging(2).picture(5, 1, -2, 0, 2, Double.NEGATIVE_INFINITY, Double.NaN);
    Map<String, byte[]> chunks = chunks(png);
    byte[] pixels = inflated(chunks.get("IDAT"), 6);
    byte[] opacities = chunks.get("tRNS");
    assertThat(pixels[1]).isEqualTo(pixels[4]).isNotEqualTo(pixels[3]);
    assertThat(opacities[pixels[1]]).isEqualTo((byte) 255);
    assertThat(opacities[pixels[2]]).isZero();
    assertThat(opacities[pixels[3]]).isEqualTo((byte) 255);
    byte[] palette = chunks.get("PLTE");
    int grey = 3 * pixels[5];
    assertThat(palette[grey]).isEqualTo(palette[grey + 1]).isEqualTo(palette[grey + 2]);
  }
}
