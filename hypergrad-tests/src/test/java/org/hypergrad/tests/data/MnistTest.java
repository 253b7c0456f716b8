package org.hypergrad.tests.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.hypergrad.tests.tensor.TensorAssert.assertThatTensor;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.nn.data.Batch;
import org.hypergrad.nn.data.Dataset;
import org.hypergrad.nn.data.Mnist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MnistTest {
  /// Two images of 1 x 3.
  private static final byte[] IMAGES = {
    0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 0, 51, (byte) 255, 1, 2, 3
  };

  private static final byte[] LABELS = {0, 0, 8, 1, 0, 0, 0, 2, 9, 4};

  @TempDir private Path folder;

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  @Test
  void pixels_become_numbers_from_0_to_1_and_labels_int64() throws IOException {
    write("train-images-idx3-ubyte", IMAGES);
    write("train-labels-idx1-ubyte", LABELS);
    Dataset mnist = Mnist.load(folder, true);
    assertThat(mnist.size()).isEqualTo(2);
    Batch batch = mnist.batch(1, 0);
    assertThatTensor(batch.inputs()).hasDType(DType.FLOAT32).hasShape(2, 3);
    assertThat(batch.inputs().toFloats())
        .containsExactly(1 / 255f, 2 / 255f, 3 / 255f, 0, 51 / 255f, 1);
    assertThatTensor(batch.targets()).hasDType(DType.INT64).hasValues(4, 9);
    assertThat(mnist.info().image()).contains(Shape.of(1, 3));
    assertThat(mnist.info().classes()).isEqualTo(Mnist.DIGITS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"t10k-%s-%s", "t10k-%s.%s"})
  void both_spellings_are_found_compressed_too(String spelling) throws IOException {
    write(spelling.formatted("images", "idx3-ubyte"), IMAGES);
    Path labels = folder.resolve(spelling.formatted("labels", "idx1-ubyte") + ".gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(labels))) {
      out.write(LABELS);
    }
    Dataset fashion = Mnist.load(folder, false, Mnist.FASHION);
    assertThat(fashion.batch(0).targets().itemLong()).isEqualTo(9);
    assertThat(fashion.info().classes().get(9)).isEqualTo("Ankle boot");
  }

  @Test
  void a_missing_file_is_named_with_its_spellings() throws IOException {
    write("train-images-idx3-ubyte", IMAGES);
    assertThatIOException()
        .isThrownBy(() -> Mnist.load(folder, true))
        .isInstanceOf(FileNotFoundException.class)
        .withMessageContainingAll(
            "train-labels-idx1-ubyte", "train-labels.idx1-ubyte.gz", folder.toString());
  }

  @Test
  void images_and_labels_must_be_as_many() throws IOException {
    write("train-images-idx3-ubyte", IMAGES);
    write("train-labels-idx1-ubyte", new byte[] {0, 0, 8, 1, 0, 0, 0, 1, 9});
    assertThatIOException()
        .isThrownBy(() -> Mnist.load(folder, true))
        .withMessageContainingAll("idx3-ubyte has 2 images", "idx1-ubyte has 1 labels");
  }

  @Test
  void files_in_the_place_of_each_other_are_refused() throws IOException {
    write("train-images-idx3-ubyte", LABELS);
    write("train-labels-idx1-ubyte", IMAGES);
    assertThatIOException()
        .isThrownBy(() -> Mnist.load(folder, true))
        .withMessageContainingAll(
            "train-images-idx3-ubyte should hold unsigned bytes in 3 dimensions",
            "uint8 of shape [2]");
  }

  @Test
  void a_label_without_a_class_is_refused() throws IOException {
    write("train-images-idx3-ubyte", IMAGES);
    write("train-labels-idx1-ubyte", LABELS);
    assertThatIOException()
        .isThrownBy(() -> Mnist.load(folder, true, List.of("a", "b", "c", "d", "e")))
        .withMessageContainingAll("train-labels-idx1-ubyte", "label 9 at index 0", "5 classes");
  }
}
