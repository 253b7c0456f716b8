package org.hypergrad;

import java.util.List;

/// Extreme values along a dimension, and where they stand (PyTorch: `torch.return_types.max`).
///
/// @param values the values
/// @param indices their positions along the dimension, of int64
public record ValuesAndIndices(Tensor values, Tensor indices) {
  static ValuesAndIndices of(List<Tensor> outputs) {
    return new ValuesAndIndices(outputs.get(0), outputs.get(1));
  }
}
