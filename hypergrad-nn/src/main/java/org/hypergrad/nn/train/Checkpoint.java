package org.hypergrad.nn.train;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.hypergrad.Tensor;
import org.hypergrad.nn.format.SafeTensors;

/// A training at one moment, as a file: what [Checkpoints] writes, and all that is needed to use
/// the network without training it further.
///
/// It is a safetensors file. The network is in it as `model.*`, so that other programs can read it
/// too; a checksum over all of it tells whether a byte has changed since.
///
/// @param file where it lies
/// @param content its tensors and texts
public record Checkpoint(Path file, SafeTensors content) {
  static final String MODEL = "model.";

  private static final String FORMAT = "format";
  private static final String FORMAT_1 = "org.hypergrad.nn.train 1";
  private static final String CHECKSUM = "crc32c";
  private static final String SETTINGS = "settings.";

  /// Reads a checkpoint.
  ///
  /// @throws java.nio.file.NoSuchFileException if there is none
  /// @throws IOException if it is damaged or not a checkpoint; the message names the file
  public static Checkpoint read(Path file) throws IOException {
    SafeTensors sealed = SafeTensors.read(file);
    Map<String, String> texts = new LinkedHashMap<>(sealed.metadata());
    String checksum = texts.remove(CHECKSUM);
    SafeTensors content = new SafeTensors(sealed.tensors(), texts);
    if (!FORMAT_1.equals(texts.get(FORMAT))) {
      throw new IOException(file + " is not a checkpoint of a training");
    }
    if (!checksum(content).equals(checksum)) {
      throw new IOException(file + " is damaged: it has changed since it was written");
    }
    return new Checkpoint(file, content);
  }

  /// A checkpoint of this state, with what the program notes about the network. The texts are in
  /// the order of their names, so that the same state is the same file.
  static Checkpoint of(Path file, SafeTensors state, Map<String, String> settings) {
    Map<String, String> texts = new TreeMap<>();
    texts.put(FORMAT, FORMAT_1);
    settings.forEach((name, value) -> texts.put(SETTINGS + name, value));
    texts.putAll(state.metadata());
    return new Checkpoint(file, new SafeTensors(state.tensors(), texts));
  }

  /// Writes the file, whole or not at all.
  void write() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>(content.metadata());
    texts.put(CHECKSUM, checksum(content));
    new SafeTensors(content.tensors(), texts).write(file);
  }

  private static String checksum(SafeTensors content) throws IOException {
    CRC32C crc = new CRC32C();
    content.writeTo(new CheckedOutputStream(OutputStream.nullOutputStream(), crc));
    return Long.toHexString(crc.getValue());
  }

  /// The same in another file.
  Checkpoint at(Path other) {
    return new Checkpoint(other, content);
  }

  /// The parameters and buffers of the network, for its `loadStateDict`.
  public Map<String, Tensor> model() {
    return tensors(MODEL);
  }

  /// What the program noted about the network with [Checkpoints#settings], to build it again.
  public Map<String, String> settings() {
    return texts(SETTINGS);
  }

  Map<String, Tensor> tensors(String prefix) {
    return under(prefix, content.tensors());
  }

  Map<String, String> texts(String prefix) {
    return under(prefix, content.metadata());
  }

  private static <T> Map<String, T> under(String prefix, Map<String, T> all) {
    Map<String, T> result = new LinkedHashMap<>();
    all.forEach((name, value) -> {
      if (name.startsWith(prefix)) {
        result.put(name.substring(prefix.length()), value);
      }
    });
    return result;
  }
}
