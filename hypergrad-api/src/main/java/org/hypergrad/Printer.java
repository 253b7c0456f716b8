package org.hypergrad;

/// Prints tensors as PyTorch does (`torch/_tensor_str.py`).
final class Printer {
  private Printer() {}

  static String print(Tensor x) {
    return "tensor(" + java.util.Arrays.toString(x.toDoubles()) + ")";
  }
}
