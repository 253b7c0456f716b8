package org.hypergrad.spi;

import org.hypergrad.DType;
import org.hypergrad.Storage;

/// Lends arrays for results while it is bound by [Storage#recycling], and learns of the storages
/// made from them.
public interface Recycler {
  /// An array of exactly `length` elements with arbitrary contents, or null if none is at hand.
  Object take(DType dtype, int length);

  /// Called for every storage made while this recycler is bound and large enough to be worth it.
  void made(Storage storage);
}
