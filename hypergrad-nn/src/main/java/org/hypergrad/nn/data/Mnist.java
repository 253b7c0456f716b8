package org.hypergrad.nn.data;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hypergrad.DType;
import org.hypergrad.Tensor;

/// MNIST, handwritten digits of 28 x 28 pixels, 60,000 for training and 10,000 for testing, and the
/// data sets that come in files of the same form and names, such as Fashion-MNIST (PyTorch:
/// `torchvision.datasets.MNIST`).
///
/// The files are not part of this library. What is loaded stays in bytes, 47 MB of them; a batch is
/// converted when it is handed out.
public final class Mnist {
  /// The classes of MNIST.
  public static final List<String> DIGITS =
      List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

  /// The classes of Fashion-MNIST.
  public static final List<String> FASHION =
      List.of(
          "T-shirt/top",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");

  private Mnist() {}

  /// The digits in a directory.
  ///
  /// @see #load(Path, boolean, List)
  public static Dataset load(Path directory, boolean train) throws IOException {
    return load(directory, train, DIGITS);
  }

  /// The training or the test part in a directory: `train-images-idx3-ubyte` and
  /// `train-labels-idx1-ubyte`, or `t10k-...`; also spelled `train-images.idx3-ubyte`, and with
  /// `.gz` behind.
  ///
  /// Inputs are float32 of shape \[N, height * width\], the pixels divided by 255; targets are
  /// int64.
  ///
  /// @throws IOException if a file is missing or damaged, or the two do not belong together
  public static Dataset load(Path directory, boolean train, List<String> classes)
      throws IOException {
    String part = train ? "train" : "t10k";
    Path imageFile = find(directory, part + "-images", "idx3-ubyte");
    Path labelFile = find(directory, part + "-labels", "idx1-ubyte");
    Tensor images = readBytes(imageFile, 3);
    Tensor labels = readBytes(labelFile, 1);
    if (images.size(0) != labels.size(0)) {
      throw new IOException(
          imageFile
              + " has "
              + images.size(0)
              + " images, but "
              + labelFile
              + " has "
              + labels.size(0)
              + " labels");
    }
    checkLabels(labelFile, labels, classes);
    DatasetInfo info = DatasetInfo.ofImages(images.size(1), images.size(2), classes);
    return new TensorDataset(images.flatten(1, -1), labels.to(DType.INT64), info)
        .map(batch -> batch.mapInputs(pixels -> pixels.to(DType.FLOAT32).div(255)));
  }

  private static Path find(Path directory, String name, String suffix)
      throws FileNotFoundException {
    List<String> spellings =
        List.of(
            name + "-" + suffix,
            name + "." + suffix,
            name + "-" + suffix + ".gz",
            name + "." + suffix + ".gz");
    for (String spelling : spellings) {
      Path file = directory.resolve(spelling);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    throw new FileNotFoundException(
        "There is no file " + String.join(" or ", spellings) + " in " + directory);
  }

  private static Tensor readBytes(Path file, int rank) throws IOException {
    Tensor read = Idx.read(file);
    if (read.dtype() != DType.UINT8 || read.rank() != rank) {
      throw new IOException(
          file
              + " should hold unsigned bytes in "
              + rank
              + " dimensions, but holds "
              + read.dtype()
              + " of shape "
              + read.shape());
    }
    return read;
  }

  private static void checkLabels(Path file, Tensor labels, List<String> classes)
      throws IOException {
    long[] values = labels.toLongs();
    for (int i = 0; i < values.length; i++) {
      if (values[i] >= classes.size()) {
        throw new IOException(
            file
                + " has the label "
                + values[i]
                + " at index "
                + i
                + ", but there are only "
                + classes.size()
                + " classes, counted from 0");
      }
    }
  }
}
