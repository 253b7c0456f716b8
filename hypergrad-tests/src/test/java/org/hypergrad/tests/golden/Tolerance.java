package org.hypergrad.tests.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.hypergrad.DType;

/// How far a number may be from PyTorch's: |actual − expected| ≤ atol + rtol · |expected|.
///
/// @param rtol the part relative to the expected number
/// @param atol the absolute part
record Tolerance(double rtol, double atol) {
  private static final Tolerance FLOAT64 = new Tolerance(1e-7, 1e-7);
  private static final Tolerance FLOAT64_LOOSE = new Tolerance(1e-5, 1e-6);
  private static final Tolerance FLOAT32 = new Tolerance(1.3e-6, 1e-5);
  private static final Pattern LOOSE =
      Pattern.compile("linalg\\..*|.*cholesky.*|.*det(__.*)?|norm__nuc");
  private static final Pattern TENFOLD = Pattern.compile("lgamma|digamma|erfinv|special\\..*");

  /// For results of a case, as the README of the golden vectors says.
  ///
  /// @param file the operation, perhaps with its variant: `norm__nuc`
  /// @param kind which results: `outputs`, `grads` or `param_grads`
  static Tolerance of(String file, JsonNode fields, String kind) {
    Tolerance tolerance =
        fields.path("dtype").asText().equals(DType.FLOAT32.toString())
            ? FLOAT32
            : LOOSE.matcher(file).matches() ? FLOAT64_LOOSE : FLOAT64;
    return tolerance.adapted(file, fields, kind);
  }

  /// For second-order results, which are of float64.
  static Tolerance ofSecondOrder(String file, JsonNode fields) {
    return FLOAT64_LOOSE.adapted(file, fields, "grads");
  }

  /// The default for a type, where a case says nothing more.
  static Tolerance of(DType dtype) {
    return dtype == DType.FLOAT32 ? FLOAT32 : FLOAT64;
  }

  private Tolerance adapted(String file, JsonNode fields, String kind) {
    double factor = TENFOLD.matcher(file).matches() ? 10 : 1;
    JsonNode own = fields.path("tol");
    JsonNode error = fields.path("f32_error").path(kind);
    return new Tolerance(
        Math.max(factor * rtol, own.path("rtol").asDouble()),
        Math.max(factor * atol, own.path("atol").asDouble())
            + (error.isMissingNode() ? 0 : 4 * Tensors.real(error)));
  }

  /// Whether a number is near enough; not-a-number equals itself, infinities agree by sign.
  boolean accepts(double actual, double expected) {
    return actual == expected
        || Double.isNaN(actual) && Double.isNaN(expected)
        || Double.isFinite(expected)
            && Math.abs(actual - expected) <= atol + rtol * Math.abs(expected);
  }
}
