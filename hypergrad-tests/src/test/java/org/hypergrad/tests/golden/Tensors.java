package org.hypergrad.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// Reads tensors as the golden vectors write them:
/// `{"shape":[2,3],"dtype":"float64","data":[...]}`.
final class Tensors {
  private static final Set<String> ABSENT = Set.of("int8", "int16");

  private Tensors() {}

  /// Whether a value is a tensor.
  static boolean isTensor(JsonNode json) {
    return json.has("shape") && json.has("dtype") && json.has("data");
  }

  /// A new tensor without history.
  static Tensor read(JsonNode json) {
    return Tensor.of(shape(json), values(json));
  }

  /// Its element type.
  static DType dtype(JsonNode json) {
    return dtype(json.get("dtype").textValue());
  }

  /// The element type with PyTorch's name.
  static DType dtype(String name) {
    if (ABSENT.contains(name)) {
      throw new UnsupportedCase("no element type " + name);
    }
    return DType.named(name);
  }

  /// Its sizes.
  static Shape shape(JsonNode json) {
    return Shape.of(ints(json.get("shape")));
  }

  /// Its elements, in an array of its type.
  static Object values(JsonNode json) {
    JsonNode data = json.get("data");
    int n = data.size();
    DType dtype = dtype(json);
    Object array = dtype.newArray(n);
    for (int i = 0; i < n; i++) {
      JsonNode value = data.get(i);
      switch (array) {
        case double[] doubles -> doubles[i] = real(value);
        case float[] floats ->
            floats[i] = value.isNumber() ? value.floatValue() : (float) real(value);
        case long[] longs -> longs[i] = value.longValue();
        case int[] ints -> ints[i] = value.intValue();
        case byte[] bytes -> bytes[i] = (byte) value.intValue();
        case boolean[] booleans -> booleans[i] = value.intValue() != 0;
        default -> throw new AssertionError(dtype);
      }
    }
    return array;
  }

  /// A number, or one of the strings `NaN`, `Infinity`, `-Infinity`.
  static double real(JsonNode value) {
    return value.isTextual() ? Double.parseDouble(value.textValue()) : value.doubleValue();
  }

  /// A list of whole numbers.
  static int[] ints(JsonNode list) {
    int[] ints = new int[list.size()];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = Math.toIntExact(list.get(i).longValue());
    }
    return ints;
  }
}
