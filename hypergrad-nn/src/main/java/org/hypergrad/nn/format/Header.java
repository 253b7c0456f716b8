package org.hypergrad.nn.format;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// The head of a safetensors file.
///
/// @param entries what is where, in the order of the elements
/// @param metadata free text by key
record Header(Map<String, Entry> entries, Map<String, String> metadata) {
  static final String METADATA = "__metadata__";
  static final String DTYPE = "dtype";
  static final String SHAPE = "shape";
  static final String OFFSETS = "data_offsets";

  /// Larger headers are refused, as by Hugging Face's library.
  static final int MAX_BYTES = 100_000_000;

  private static final int ALIGNMENT = 8;

  /// By falling alignment; inside of one, as Hugging Face's library has them.
  private static final List<DType> ORDER =
      List.of(DType.INT64, DType.FLOAT64, DType.FLOAT32, DType.INT32, DType.UINT8, DType.BOOL);

  /// One tensor.
  ///
  /// @param begin its first byte, counted from the end of the header
  /// @param end the byte after its last
  record Entry(DType dtype, Shape shape, long begin, long end) {}

  /// The header of a file with these tensors.
  static Header describing(Map<String, Tensor> tensors, Map<String, String> metadata) {
    Comparator<Map.Entry<String, Tensor>> order =
        Comparator.comparing(tensor -> ORDER.indexOf(tensor.getValue().dtype()));
    Map<String, Entry> entries = new LinkedHashMap<>();
    long[] end = {0};
    tensors.entrySet().stream()
        .sorted(order.thenComparing(Map.Entry.comparingByKey()))
        .forEach(named -> {
          Tensor tensor = named.getValue();
          long begin = end[0];
          end[0] += (long) tensor.numel() * tensor.dtype().bytes();
          entries.put(named.getKey(), new Entry(tensor.dtype(), tensor.shape(), begin, end[0]));
        });
    return new Header(entries, metadata);
  }

  /// The format's name of a type.
  static String code(DType dtype) {
    return switch (dtype) {
      case FLOAT64 -> "F64";
      case FLOAT32 -> "F32";
      case INT64 -> "I64";
      case INT32 -> "I32";
      case UINT8 -> "U8";
      case BOOL -> "BOOL";
    };
  }

  /// The head as it lies in the file: the length, the JSON, and spaces, so that the elements begin
  /// at a multiple of 8.
  ///
  /// @throws IllegalArgumentException if nobody could read a header of that length
  byte[] toBytes() throws IOException {
    byte[] json = toJson();
    int padded = Math.ceilDiv(json.length, ALIGNMENT) * ALIGNMENT;
    if (padded > MAX_BYTES) {
      throw new IllegalArgumentException(
          "The header of a safetensors file is limited to "
              + MAX_BYTES
              + " bytes, but names and metadata take "
              + padded
              + ". Shorten the metadata.");
    }
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.fill(bytes.array(), (byte) ' ');
    return bytes.putLong(padded).put(json).array();
  }

  private byte[] toJson() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes, JsonEncoding.UTF8)) {
      json.writeStartObject();
      if (!metadata.isEmpty()) {
        json.writeObjectFieldStart(METADATA);
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
          json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
      }
      for (Map.Entry<String, Entry> entry : entries.entrySet()) {
        write(entry.getKey(), entry.getValue(), json);
      }
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(String name, Entry entry, JsonGenerator json) throws IOException {
    int[] sizes = entry.shape().toArray();
    json.writeObjectFieldStart(name);
    json.writeStringField(DTYPE, code(entry.dtype()));
    json.writeFieldName(SHAPE);
    json.writeArray(sizes, 0, sizes.length);
    json.writeFieldName(OFFSETS);
    json.writeArray(new long[] {entry.begin(), entry.end()}, 0, 2);
    json.writeEndObject();
  }
}
