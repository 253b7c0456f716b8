package org.hypergrad.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.hypergrad.nn.data.IdxBytes.gzip;
import static org.hypergrad.nn.data.IdxBytes.idx;
import static org.hypergrad.nn.data.IdxBytes.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
  private static final int UNSIGNED_BYTE = 0x08;

  private static final byte[] MATRIX =
      idx(UNSIGNED_BYTE, new int[] {2, 3}, new byte[] {0, 1, 2, 3, 127, (byte) 255});

  @TempDir private Path folder;

  private Tensor read(byte[] bytes) throws IOException {
    return Idx.read(write(folder, "some.idx", bytes));
  }

  private void assertRefused(byte[] bytes, String... parts) throws IOException {
    Path file = write(folder, "some.idx", bytes);
    assertThatIOException()
        .isThrownBy(() -> Idx.read(file))
        .withMessageStartingWith("Cannot read " + file + ": ")
        .satisfies(refusal -> assertThat(refusal).hasMessageContainingAll(parts));
  }

  @Test
  void unsigned_bytes_are_read_in_their_shape() throws IOException {
    Tensor matrix = read(MATRIX);
    assertThat(matrix.dtype()).isEqualTo(DType.UINT8);
    assertThat(matrix.shape()).isEqualTo(Shape.of(2, 3));
    assertThat(matrix.toLongs()).containsExactly(0, 1, 2, 3, 127, 255);
  }

  @Test
  void a_compressed_file_is_known_by_its_first_bytes() throws IOException {
    assertThat(read(gzip(MATRIX)).toLongs()).containsExactly(0, 1, 2, 3, 127, 255);
    Path misnamed = write(folder, "not-compressed.gz", MATRIX);
    assertThat(Idx.read(misnamed).shape()).isEqualTo(Shape.of(2, 3));
  }

  @Test
  void signed_bytes_and_shorts_become_int32() throws IOException {
    Tensor bytes = read(idx(0x09, new int[] {2}, (byte) -128, (byte) 127));
    assertThat(bytes.dtype()).isEqualTo(DType.INT32);
    assertThat(bytes.toLongs()).containsExactly(-128, 127);
    Tensor shorts = read(idx(0x0B, new int[] {2}, (byte) 0x80, (byte) 0, (byte) 1, (byte) 2));
    assertThat(shorts.dtype()).isEqualTo(DType.INT32);
    assertThat(shorts.toLongs()).containsExactly(-32768, 258);
  }

  @Test
  void ints_floats_and_doubles_keep_their_type() throws IOException {
    Tensor ints = read(idx(0x0C, new int[] {1}, ByteBuffer.allocate(4).putInt(-70_000).array()));
    assertThat(ints.dtype()).isEqualTo(DType.INT32);
    assertThat(ints.toLongs()).containsExactly(-70_000);
    Tensor floats = read(idx(0x0D, new int[] {1}, ByteBuffer.allocate(4).putFloat(0.1f).array()));
    assertThat(floats.dtype()).isEqualTo(DType.FLOAT32);
    assertThat(floats.toFloats()).containsExactly(0.1f);
    Tensor doubles = read(idx(0x0E, new int[] {1}, ByteBuffer.allocate(8).putDouble(0.1).array()));
    assertThat(doubles.dtype()).isEqualTo(DType.FLOAT64);
    assertThat(doubles.toDoubles()).containsExactly(0.1);
  }

  @Test
  void dimensions_may_be_empty_or_none() throws IOException {
    assertThat(read(idx(UNSIGNED_BYTE, new int[] {0, 28, 28})).shape())
        .isEqualTo(Shape.of(0, 28, 28));
    assertThat(read(idx(UNSIGNED_BYTE, new int[0], (byte) 7)).itemLong()).isEqualTo(7);
  }

  @Test
  void a_file_that_ends_early_is_refused() throws IOException {
    assertRefused(
        Arrays.copyOf(MATRIX, MATRIX.length - 2),
        "it ends after 4 of the 6 bytes of the elements of [2, 3]");
    assertRefused(Arrays.copyOf(MATRIX, 9), "it ends after 5 of the 8 bytes of the sizes");
    assertRefused(Arrays.copyOf(MATRIX, 3), "it ends after 3 of the 4 bytes of the magic number");
    assertRefused(new byte[0], "it ends after 0 of the 4 bytes");
  }

  @Test
  void a_compressed_file_that_ends_early_or_is_damaged_is_refused() throws IOException {
    byte[] compressed = gzip(MATRIX);
    assertRefused(Arrays.copyOf(compressed, compressed.length - 9), "end of ZLIB input");
    assertRefused(Arrays.copyOf(compressed, 2), "it ends too early");
    byte[] damaged = compressed.clone();
    damaged[compressed.length - 8] ^= 1;
    assertRefused(damaged, "Corrupt GZIP trailer");
  }

  @Test
  void bytes_that_follow_are_refused() throws IOException {
    byte[] longer = Arrays.copyOf(MATRIX, MATRIX.length + 1);
    assertRefused(longer, "bytes follow after the elements of [2, 3]");
    assertRefused(gzip(longer), "bytes follow after the elements of [2, 3]");
  }

  @Test
  void other_files_are_refused() throws IOException {
    assertRefused("a,b\n1,2\n".getBytes(), "it is no IDX file", "61 2c 62 0a");
    assertRefused(idx(0x0A, new int[] {1}, (byte) 1), "elements are of type 0x0a", "0x0d (float)");
    assertThatIOException()
        .isThrownBy(() -> Idx.read(folder.resolve("absent")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void impossible_sizes_are_refused_before_memory_is_taken() throws IOException {
    assertRefused(idx(UNSIGNED_BYTE, new int[] {-1}), "negative dimension -1");
    assertRefused(idx(UNSIGNED_BYTE, new int[] {1 << 16, 1 << 16}), "more elements than");
    assertRefused(idx(0x0E, new int[] {1 << 30}), "8589934592 bytes");
    assertRefused(idx(UNSIGNED_BYTE, new int[] {Integer.MAX_VALUE}, (byte) 1), "it ends after 1");
  }
}
