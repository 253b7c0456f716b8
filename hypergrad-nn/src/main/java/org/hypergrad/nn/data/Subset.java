package org.hypergrad.nn.data;

import java.util.Arrays;

/// Some rows of another data set, in an order of its own.
final class Subset implements Dataset {
  private final Dataset whole;
  private final int[] rows;

  Subset(Dataset whole, int... rows) {
    Rows.check(whole.size(), rows);
    this.whole = whole;
    this.rows = rows.clone();
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public Batch batch(int... positions) {
    Rows.check(rows.length, positions);
    return whole.batch(Arrays.stream(positions).map(position -> rows[position]).toArray());
  }

  @Override
  public DatasetInfo info() {
    return whole.info();
  }
}
