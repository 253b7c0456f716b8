package org.hypergrad.nn.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.hypergrad.Tensor;
import org.hypergrad.nn.format.SafeTensors;

/// A training at one moment, as a file: what [Checkpoints] writes, and all that is needed to use
/// the network without training it further.
///
/// It is a safetensors file. The network is in it as `model.*`, so that other programs can read it
/// too; a seal tells whether a byte has changed since.
///
/// @param file where it lies
/// @param content its tensors and texts
public record Checkpoint(Path file, SafeTensors content) {
  static final String MODEL = "model.";

  private static final String FORMAT = "format";
  private static final String FORMAT_1 = "org.hypergrad.nn.train 1";
  private static final String SETTINGS = "settings.";

  /// Reads a checkpoint.
  ///
  /// @throws java.nio.file.NoSuchFileException if there is none
  /// @throws IOException if it is damaged or not a checkpoint; the message names the file
  public static Checkpoint read(Path file) throws IOException {
    SafeTensors sealed = SafeTensors.read(file);
    if (!FORMAT_1.equals(sealed.metadata().get(FORMAT))) {
      throw new IOException(file + " is not a checkpoint of a training");
    }
    if (!sealed.isIntact()) {
      throw new IOException(file + " is damaged: it has changed since it was written");
    }
    return new Checkpoint(file, sealed.unsealed());
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
    content.sealed().write(file);
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
