package org.hypergrad.nn.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written is read again, to the bit, here and by Hugging Face's library.
class SafeTensorsTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("x.safetensors");
  }

  /// What `all-types.py` writes.
  private static Map<String, Tensor> allTypes() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put(
        "b.weight",
        Tensor.of(Shape.of(2, 3), new float[] {1, -2, 3.5f, 0, Float.POSITIVE_INFINITY, 1e-30f}));
    tensors.put("a.bias", Tensor.of(0.1f, -0.2f));
    tensors.put("ä", Tensor.scalar(0.1));
    tensors.put("index", Tensor.of(-1L, 1L << 62));
    tensors.put("small", Tensor.of(-7, 7));
    tensors.put("bytes", Tensor.of(Shape.of(3), new byte[] {0, (byte) 128, (byte) 255}));
    tensors.put("mask", Tensor.of(Shape.of(2, 1), new boolean[] {true, false}));
    tensors.put("empty", Tensor.zeros(0, 3));
    return tensors;
  }

  private static byte[] ofHuggingFace() throws IOException {
    try (InputStream in = SafeTensorsTest.class.getResourceAsStream("all-types.safetensors")) {
      return in.readAllBytes();
    }
  }

  private static void assertSame(Map<String, Tensor> actual, Map<String, Tensor> expected) {
    assertThat(actual.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
    expected.forEach((name, tensor) -> {
      assertThat(actual.get(name).dtype()).as(name).isEqualTo(tensor.dtype());
      assertThat(actual.get(name).shape()).as(name).isEqualTo(tensor.shape());
      assertThat(actual.get(name).storage().array()).as(name).isEqualTo(rowMajor(tensor));
    });
  }

  private static Object rowMajor(Tensor tensor) {
    return switch (tensor.dtype()) {
      case FLOAT64 -> tensor.toDoubles();
      case FLOAT32 -> tensor.toFloats();
      case INT64 -> tensor.toLongs();
      case BOOL -> tensor.toBooleans();
      default -> tensor.storage().array();
    };
  }

  @Test
  void a_file_of_hugging_face_is_read() throws IOException {
    Files.write(file, ofHuggingFace());
    SafeTensors read = SafeTensors.read(file);
    assertSame(read.tensors(), allTypes());
    assertThat(read.metadata()).containsExactly(Map.entry("format", "pt"));
  }

  @Test
  void the_file_written_is_that_of_hugging_face_byte_for_byte() throws IOException {
    new SafeTensors(allTypes(), Map.of("format", "pt")).write(file);
    assertThat(Files.readAllBytes(file)).isEqualTo(ofHuggingFace());
  }

  @Test
  void views_are_written_as_they_look() throws IOException {
    Tensor whole = Tensor.of(Shape.of(2, 3), new double[] {1, 2, 3, 4, 5, 6});
    Tensor transposed = Tensor.of(whole.storage(), whole.layout().transpose(0, 1));
    Tensor row = Tensor.of(whole.storage(), whole.layout().select(0, 1));
    SafeTensors.of(Map.of("transposed", transposed, "row", row)).write(file);
    Map<String, Tensor> read = SafeTensors.read(file).tensors();
    assertThat(read.get("transposed").shape()).isEqualTo(Shape.of(3, 2));
    assertThat(read.get("transposed").toDoubles()).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(read.get("row").toDoubles()).containsExactly(4, 5, 6);
  }

  @Test
  void large_tensors_keep_every_bit() throws IOException {
    Random random = new Random(5);
    int n = 100_003; // several pieces, and a rest
    double[] doubles = random.doubles(n).map(Math::log).toArray();
    float[] floats = new float[n];
    boolean[] booleans = new boolean[n];
    for (int i = 0; i < n; i++) {
      floats[i] = Float.intBitsToFloat(random.nextInt() & 0xff7fffff);
      booleans[i] = random.nextBoolean();
    }
    doubles[7] = Double.NaN;
    doubles[8] = -0.0;
    Map<String, Tensor> tensors =
        Map.of(
            "doubles",
            Tensor.of(doubles),
            "floats",
            Tensor.of(floats),
            "booleans",
            Tensor.of(booleans));
    SafeTensors.of(tensors).write(file);
    assertSame(SafeTensors.read(file).tensors(), tensors);
  }

  @Test
  void no_tensors_at_all_are_a_file_too() throws IOException {
    new SafeTensors(Map.of(), Map.of("note", "quotes \" and \\, ünïcode 🙂\n")).write(file);
    SafeTensors read = SafeTensors.read(file);
    assertThat(read.tensors()).isEmpty();
    assertThat(read.metadata()).containsEntry("note", "quotes \" and \\, ünïcode 🙂\n");
    assertThat(Files.size(file) % 8).isZero();
  }

  @Test
  void the_elements_begin_at_a_multiple_of_8_whatever_the_names() throws IOException {
    for (String name : new String[] {"a", "ab", "abc", "abcd", "abcdefgh"}) {
      SafeTensors.of(Map.of(name, Tensor.zeros(DType.FLOAT64, Shape.of(2)))).write(file);
      assertThat(Files.size(file) % 8).as(name).isZero();
      assertThat(SafeTensors.read(file).tensors()).containsOnlyKeys(name);
    }
  }

  @Test
  void the_name_of_the_metadata_is_refused_for_a_tensor() {
    assertThatThrownBy(() -> SafeTensors.of(Map.of("__metadata__", Tensor.zeros(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("__metadata__");
  }

  @Test
  void a_seal_tells_whether_a_byte_has_changed() throws IOException {
    SafeTensors plain = new SafeTensors(allTypes(), Map.of("a", "text"));
    assertThat(plain.isIntact()).isFalse();
    plain.sealed().write(file);
    SafeTensors read = SafeTensors.read(file);
    assertThat(read.isIntact()).isTrue();
    assertThat(read.sealed().metadata()).isEqualTo(read.metadata());
    assertThat(read.unsealed().metadata()).isEqualTo(plain.metadata());

    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    assertThat(SafeTensors.read(file).isIntact()).isFalse();
  }

  @Test
  void a_missing_file_is_said_to_be_missing() {
    assertThatThrownBy(() -> SafeTensors.read(file))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining(file.toString());
  }
}
