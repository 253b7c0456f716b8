package org.hypergrad.nn.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.hypergrad.Tensor;

/// Named tensors and a few words about them, as a file in Hugging Face's [safetensors
/// format](https://github.com/huggingface/safetensors#format): what PyTorch's users exchange
/// weights in.
///
/// ```java
/// SafeTensors.of(model.stateDict()).write(Path.of("model.safetensors"));
/// model.loadStateDict(SafeTensors.read(Path.of("model.safetensors")).tensors());
/// ```
///
/// The file is 8 bytes that tell the length of the header (little-endian), the header in JSON, and
/// the elements. Tensors lie in it by falling alignment, then by name, as Hugging Face's own
/// library writes them.
///
/// @param tensors the tensors by name; those of a file are new ones without history
/// @param metadata free text by key
public record SafeTensors(Map<String, Tensor> tensors, Map<String, String> metadata) {
  private static final String SEAL = "crc32c";

  /// These tensors and words; later changes of the maps do not count.
  ///
  /// @throws IllegalArgumentException if a tensor has the name `__metadata__`, which the format
  ///   keeps for itself
  public SafeTensors {
    if (tensors.containsKey(Header.METADATA)) {
      throw new IllegalArgumentException(
          "A tensor cannot be named " + Header.METADATA + " in a safetensors file. Rename it.");
    }
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /// Tensors alone.
  public static SafeTensors of(Map<String, Tensor> tensors) {
    return new SafeTensors(tensors, Map.of());
  }

  // ---- a seal, which the format itself lacks

  /// The same with a checksum over all of it among the metadata, by which [#isIntact] sees later
  /// whether a byte has changed.
  public SafeTensors sealed() {
    Map<String, String> texts = new LinkedHashMap<>(unsealed().metadata);
    texts.put(SEAL, unsealed().checksum());
    return new SafeTensors(tensors, texts);
  }

  /// The same without a seal.
  public SafeTensors unsealed() {
    Map<String, String> texts = new LinkedHashMap<>(metadata);
    texts.remove(SEAL);
    return new SafeTensors(tensors, texts);
  }

  /// Whether it has a seal, and is what was sealed.
  public boolean isIntact() {
    return unsealed().checksum().equals(metadata.get(SEAL));
  }

  private String checksum() {
    CRC32C crc = new CRC32C();
    try {
      writeTo(new CheckedOutputStream(OutputStream.nullOutputStream(), crc));
    } catch (IOException e) {
      throw new AssertionError("nothing is written that could fail", e);
    }
    return Long.toHexString(crc.getValue());
  }

  // ---- files

  /// Writes the file, whole or not at all: see [AtomicFile].
  public void write(Path file) throws IOException {
    AtomicFile.write(file, this::writeTo);
  }

  /// Writes the bytes of the file. They depend on the content and on nothing else: the order of the
  /// metadata counts, that of the tensors does not.
  public void writeTo(OutputStream out) throws IOException {
    Header header = Header.describing(tensors, metadata);
    out.write(header.toBytes());
    for (String name : header.entries().keySet()) {
      Elements.write(tensors.get(name), out);
    }
  }

  /// Reads a file, every byte of which must be accounted for.
  ///
  /// @throws java.nio.file.NoSuchFileException if there is none
  /// @throws IOException if it is cut short, damaged, or has tensors of a type that does not exist
  ///   here; the message names the file and what is wrong with it
  public static SafeTensors read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      Header header = new HeaderReader(file).read(in, Files.size(file));
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      for (Map.Entry<String, Header.Entry> entry : header.entries().entrySet()) {
        tensors.put(
            entry.getKey(), Elements.read(entry.getValue().dtype(), entry.getValue().shape(), in));
      }
      return new SafeTensors(tensors, header.metadata());
    }
  }
}
