package org.hypergrad.nn.data;

import java.util.function.UnaryOperator;

/// Another data set whose batches are changed on their way out.
record MappedDataset(Dataset original, UnaryOperator<Batch> transform) implements Dataset {
  @Override
  public int size() {
    return original.size();
  }

  @Override
  public Batch batch(int... rows) {
    return transform.apply(original.batch(rows));
  }

  @Override
  public DatasetInfo info() {
    return original.info();
  }
}
