package org.hypergrad.nn.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hypergrad.DType;
import org.hypergrad.Shape;

/// Reads the head of a safetensors file and believes none of it: everything that later code relies
/// on is checked here (as `SafeTensors::read_metadata` of Hugging Face's `tensor.rs`).
final class HeaderReader {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Path file;
  private final Map<String, Header.Entry> entries = new LinkedHashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();

  HeaderReader(Path file) {
    this.file = file;
  }

  /// Reads up to the first element of a file of `size` bytes.
  Header read(InputStream in, long size) throws IOException {
    byte[] head = in.readNBytes(Long.BYTES);
    if (head.length < Long.BYTES) {
      throw malformed("it has " + head.length + " bytes, but begins with a number of 8");
    }
    long length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 0 || length > Header.MAX_BYTES) {
      throw malformed(
          "its header would have "
              + Long.toUnsignedString(length)
              + " bytes, more than the limit of "
              + Header.MAX_BYTES);
    }
    if (length > size - Long.BYTES) {
      throw malformed(
          "it ends inside of its header: " + size + " bytes, of at least " + (8 + length));
    }
    try (JsonParser json = JSON.createParser(in.readNBytes((int) length))) {
      readHeader(json);
    } catch (JsonProcessingException e) {
      throw malformed("its header is not the JSON that it should be: " + e.getOriginalMessage());
    }
    return new Header(inOrderOfElements(size - Long.BYTES - length), metadata);
  }

  private void readHeader(JsonParser json) throws IOException {
    expect(json, JsonToken.START_OBJECT, "its header");
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      if (name.equals(Header.METADATA)) {
        readMetadata(json);
      } else {
        entries.put(name, readEntry(json, name));
      }
    }
    if (json.nextToken() != null) {
      throw malformed("something follows the JSON of its header");
    }
  }

  private void readMetadata(JsonParser json) throws IOException {
    expect(json, JsonToken.START_OBJECT, Header.METADATA);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      expect(json, JsonToken.VALUE_STRING, Header.METADATA + "." + key);
      metadata.put(key, json.getText());
    }
  }

  private Header.Entry readEntry(JsonParser json, String name) throws IOException {
    String code = null;
    long[] sizes = null;
    long[] offsets = null;
    expect(json, JsonToken.START_OBJECT, quoted(name));
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      String place = quoted(name) + "." + field;
      switch (field) {
        case Header.DTYPE -> {
          expect(json, JsonToken.VALUE_STRING, place);
          code = json.getText();
        }
        case Header.SHAPE -> sizes = readNumbers(json, place);
        case Header.OFFSETS -> offsets = readNumbers(json, place);
        default -> {
          json.nextToken();
          json.skipChildren();
        }
      }
    }
    if (code == null || sizes == null || offsets == null || offsets.length != 2) {
      throw malformed(
          quoted(name) + " must have a dtype, a shape, and data_offsets of two numbers");
    }
    return entry(name, dtype(name, code), shape(name, sizes), offsets[0], offsets[1]);
  }

  private long[] readNumbers(JsonParser json, String place) throws IOException {
    expect(json, JsonToken.START_ARRAY, place);
    List<Long> numbers = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.VALUE_NUMBER_INT || json.getLongValue() < 0) {
        throw malformed(place + " must hold whole numbers from 0 on");
      }
      numbers.add(json.getLongValue());
    }
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  private DType dtype(String name, String code) throws IOException {
    for (DType dtype : DType.values()) {
      if (Header.code(dtype).equals(code)) {
        return dtype;
      }
    }
    throw malformed(
        quoted(name)
            + " has the dtype "
            + code
            + ", which does not exist here. Convert it to one of F64, F32, I64, I32, U8, BOOL"
            + " before you save it");
  }

  private Shape shape(String name, long[] sizes) throws IOException {
    try {
      return Shape.of(Arrays.stream(sizes).mapToInt(Math::toIntExact).toArray());
    } catch (ArithmeticException | IllegalArgumentException _) {
      throw malformed(
          quoted(name)
              + " has the shape "
              + Arrays.toString(sizes)
              + ", which is more than a tensor can hold");
    }
  }

  private Header.Entry entry(String name, DType dtype, Shape shape, long begin, long end)
      throws IOException {
    long bytes = (long) shape.numel() * dtype.bytes();
    if (end - begin != bytes) {
      throw malformed(
          quoted(name)
              + " has "
              + (end - begin)
              + " bytes, but "
              + Header.code(dtype)
              + " of shape "
              + shape
              + " takes "
              + bytes);
    }
    return new Header.Entry(dtype, shape, begin, end);
  }

  /// The entries by place, once it is sure that they cover `size` bytes without hole or overlap.
  private Map<String, Header.Entry> inOrderOfElements(long size) throws IOException {
    Comparator<Header.Entry> order =
        Comparator.comparingLong(Header.Entry::begin).thenComparingLong(Header.Entry::end);
    Map<String, Header.Entry> ordered = new LinkedHashMap<>();
    entries.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(order))
        .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    long covered = 0;
    for (Map.Entry<String, Header.Entry> entry : ordered.entrySet()) {
      long begin = entry.getValue().begin();
      if (begin != covered) {
        throw malformed(
            quoted(entry.getKey())
                + " begins at byte "
                + begin
                + (begin < covered ? ", inside of the tensor before it" : ", after a hole")
                + ": the one before it ends at "
                + covered);
      }
      covered = entry.getValue().end();
    }
    if (covered != size) {
      throw malformed(
          (covered > size ? "it is cut short: " : "something follows the last tensor: ")
              + size
              + " bytes of elements, where the header tells of "
              + covered);
    }
    return ordered;
  }

  private void expect(JsonParser json, JsonToken expected, String place) throws IOException {
    JsonToken token = json.nextToken();
    if (token != expected) {
      throw malformed(place + " must be a " + expected + " of JSON, but is " + token);
    }
  }

  private static String quoted(String name) {
    return "'" + name + "'";
  }

  private IOException malformed(String reason) {
    return new IOException(file + " is not a valid safetensors file: " + reason + ".");
  }
}
