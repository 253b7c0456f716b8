package org.hypergrad.nn.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.hypergrad.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A damaged file is refused with one message, which names it and what is wrong.
class MalformedSafeTensorsTest {
  @TempDir private Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("damaged.safetensors"), bytes);
  }

  private static byte[] bytes(long headerLength, String header, int elements) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + json.length + elements)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(headerLength)
        .put(json)
        .array();
  }

  /// A file of this header and so many bytes of elements.
  private static byte[] bytes(String header, int elements) {
    return bytes(header.getBytes(StandardCharsets.UTF_8).length, header, elements);
  }

  private void assertRefused(byte[] bytes, String... words) throws IOException {
    Path file = file(bytes);
    assertThatThrownBy(() -> SafeTensors.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + " is not a valid safetensors file: ")
        .hasMessageContainingAll(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}                       | 7  | cut short
          {"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}                       | 9  | follows the last tensor
          {"x":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}                       | 8  | takes 12
          {"x":{"dtype":"F64","shape":[2],"data_offsets":[0,8]}}                       | 8  | takes 16
          {"x":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}                       | 8  | has -8 bytes
          {"x":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}                      | 12 | after a hole
          {"x":{"dtype":"F32","shape":[2],"data_offsets":[0]}}                         | 8  | two numbers
          {"x":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}                      | 8  | from 0 on
          {"x":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}}                     | 8  | whole numbers
          {"x":{"dtype":"F32","shape":2,"data_offsets":[0,8]}}                         | 8  | START_ARRAY
          {"x":{"dtype":"F32","shape":[2]}}                                            | 8  | must have a dtype, a shape
          {"x":{"shape":[2],"data_offsets":[0,8]}}                                     | 8  | must have a dtype, a shape
          {"x":{"dtype":"BF16","shape":[4],"data_offsets":[0,8]}}                      | 8  | 'x' has the dtype BF16
          {"x":{"dtype":"F32","shape":[4294967296],"data_offsets":[0,8]}}              | 8  | more than a tensor can hold
          {"x":{"dtype":"F32","shape":[65536,65536],"data_offsets":[0,17179869184]}}   | 8  | more than a tensor can hold
          {"x":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,8]}}    | 8  | out of range
          {"x":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"x":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}} | 2 | Duplicate
          {"x":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"y":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}} | 3 | inside of the tensor before it
          {"x":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"y":{"dtype":"U8","shape":[1],"data_offsets":[3,4]}} | 4 | after a hole
          {"__metadata__":{"epoch":3}}                                                 | 0  | __metadata__.epoch
          {"__metadata__":[]}                                                          | 0  | __metadata__
          []                                                                           | 0  | its header must be
          {"x":1}                                                                      | 0  | 'x' must be
          {} {}                                                                        | 0  | follows the JSON
          {"x":                                                                        | 0  | not the JSON
          {x:1}                                                                        | 0  | not the JSON
          """)
  void a_wrong_header_is_refused(String header, int elements, String words) throws IOException {
    assertRefused(bytes(header, elements), words);
  }

  @Test
  void an_empty_file_is_refused() throws IOException {
    assertRefused(new byte[0], "it has 0 bytes");
  }

  @Test
  void a_file_shorter_than_its_length_field_is_refused() throws IOException {
    assertRefused(new byte[7], "it has 7 bytes");
  }

  @Test
  void a_header_longer_than_the_file_is_refused() throws IOException {
    assertRefused(bytes(100, "{}", 0), "it ends inside of its header: 10 bytes, of at least 108");
  }

  @Test
  void a_header_beyond_the_limit_is_refused_before_it_is_read() throws IOException {
    assertRefused(bytes(100_000_001, "{}", 0), "100000001 bytes", "limit of 100000000");
    assertRefused(bytes(-1, "{}", 0), "18446744073709551615 bytes");
  }

  @Test
  void a_file_cut_anywhere_is_refused() throws IOException {
    Path whole = folder.resolve("whole.safetensors");
    new SafeTensors(
            Map.of("x", Tensor.of(1.0, 2.0), "y", Tensor.of(3f)), Map.of("key", "a value of it"))
        .write(whole);
    byte[] bytes = Files.readAllBytes(whole);
    for (int length = 0; length < bytes.length; length++) {
      assertRefused(Arrays.copyOf(bytes, length), "it ");
    }
  }

  @Test
  void random_damage_is_refused_or_harmless_but_never_another_exception() throws IOException {
    Path whole = folder.resolve("whole.safetensors");
    new SafeTensors(Map.of("x", Tensor.of(1.0, 2.0), "y", Tensor.of(3f)), Map.of("key", "value"))
        .write(whole);
    byte[] bytes = Files.readAllBytes(whole);
    Random random = new Random(3);
    for (int i = 0; i < 3000; i++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(bytes.length)] = (byte) random.nextInt();
      Path file = file(damaged);
      try {
        assertThat(SafeTensors.read(file).tensors()).isNotEmpty();
      } catch (IOException e) {
        assertThat(e).hasMessageStartingWith(file + " is not a valid safetensors file: ");
      }
    }
  }
}
