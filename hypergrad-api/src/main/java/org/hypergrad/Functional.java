package org.hypergrad;

import static org.hypergrad.spi.StandardAttributes.EPS;
import static org.hypergrad.spi.StandardAttributes.NORMALIZED_SHAPE;
import static org.hypergrad.spi.StandardAttributes.P;
import static org.hypergrad.spi.StandardAttributes.PADDING_IDX;
import static org.hypergrad.spi.StandardAttributes.SCALE_GRAD_BY_FREQ;

import org.hypergrad.spi.Attributes;

/// The functions that networks are made of: activations, layers, losses (PyTorch:
/// `torch.nn.functional`).
public final class Functional extends LossFunctions {
  private Functional() {}

  /// x · weightᵀ + bias, for x of shape \[..., in\], weight \[out, in\] and bias \[out\] or null.
  public static Tensor linear(Tensor x, Tensor weight, Tensor bias) {
    if (bias == null || x.rank() < 2 || weight.rank() != 2) {
      Tensor product = x.matmul(weight.t());
      return bias == null ? product : product.add(bias);
    }
    if (x.rank() == 2) {
      return bias.addmm(x, weight.t());
    }
    Shape result = x.shape().with(-1, weight.size(0));
    return bias.addmm(x.flatten(0, -2), weight.t()).reshape(result); // a batch is one large product
  }

  /// The rows of a table at indices of any shape: a result of the shape of the indices, and one
  /// dimension more.
  ///
  /// @throws IndexOutOfBoundsException if there is no such row
  public static Tensor embedding(Tensor indices, Tensor table) {
    return table.apply(Core.EMBEDDING, indices);
  }

  /// [#embedding(Tensor, Tensor)] with a row that learns nothing, for what pads sentences to one
  /// length.
  ///
  /// @param paddingIdx the row whose gradient stays 0; negative counts from the end
  /// @param scaleGradByFreq whether the gradient of a row is divided by how often it was looked up
  public static Tensor embedding(
      Tensor indices, Tensor table, Integer paddingIdx, boolean scaleGradByFreq) {
    int rows = table.size(0);
    if (paddingIdx != null && (paddingIdx < -rows || paddingIdx >= rows)) {
      throw new IllegalArgumentException(
          "Padding_idx must be within num_embeddings: "
              + paddingIdx
              + " is not a row of a table of "
              + rows);
    }
    int padding = paddingIdx == null ? -1 : Math.floorMod(paddingIdx, rows);
    return table.apply(
        Core.EMBEDDING,
        indices,
        Attributes.of(PADDING_IDX, padding, SCALE_GRAD_BY_FREQ, scaleGradByFreq));
  }

  /// (x − mean) / √(variance + eps) · weight + bias, where mean and variance (with n in the
  /// denominator) are those of the last dimensions.
  ///
  /// @param normalizedShape the shape of these dimensions
  /// @param weight of this shape, or null for 1
  /// @param bias of this shape, or null for 0
  public static Tensor layerNorm(
      Tensor x, Shape normalizedShape, Tensor weight, Tensor bias, double eps) {
    Attributes settings = Attributes.of(NORMALIZED_SHAPE, normalizedShape, EPS, eps);
    return Tensor.apply(Core.LAYER_NORM, settings, x, weight, bias).getFirst();
  }

  /// Sets elements to 0 with probability `p` and divides the others by 1 − p, if training; else x
  /// itself.
  public static Tensor dropout(Tensor x, double p, boolean training) {
    if (p < 0 || p > 1) {
      throw new IllegalArgumentException(
          "dropout probability has to be between 0 and 1, but got " + p);
    }
    return training ? Tensor.apply(Core.DROPOUT, Attributes.of(P, p), x).getFirst() : x;
  }
}
