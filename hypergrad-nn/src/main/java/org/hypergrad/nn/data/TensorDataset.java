package org.hypergrad.nn.data;

import org.hypergrad.Tensor;

/// A data set that lies in two tensors: sample i is row i of both (PyTorch:
/// `torch.utils.data.TensorDataset`). A batch is a copy of its rows, without history.
public final class TensorDataset implements Dataset {
  private final Tensor inputs;
  private final Tensor targets;
  private final DatasetInfo info;

  /// Samples about which nothing is known but the numbers.
  ///
  /// @throws IllegalArgumentException if the tensors have not the same number of rows
  public TensorDataset(Tensor inputs, Tensor targets) {
    this(inputs, targets, DatasetInfo.NONE);
  }

  /// Samples and what they mean.
  ///
  /// @throws IllegalArgumentException if the tensors have not the same number of rows
  public TensorDataset(Tensor inputs, Tensor targets, DatasetInfo info) {
    if (inputs.rank() == 0 || targets.rank() == 0 || inputs.size(0) != targets.size(0)) {
      throw new IllegalArgumentException(
          "Size mismatch between tensors: inputs of shape "
              + inputs.shape()
              + " and targets of shape "
              + targets.shape()
              + " need a first dimension of the same size, which counts the samples");
    }
    this.inputs = inputs.contiguous().detach();
    this.targets = targets.contiguous().detach();
    this.info = info;
  }

  /// All inputs, one sample a row.
  public Tensor inputs() {
    return inputs;
  }

  /// All targets, one sample a row.
  public Tensor targets() {
    return targets;
  }

  @Override
  public int size() {
    return inputs.size(0);
  }

  @Override
  public Batch batch(int... rows) {
    return new Batch(Rows.gather(inputs, rows), Rows.gather(targets, rows));
  }

  @Override
  public DatasetInfo info() {
    return info;
  }
}
