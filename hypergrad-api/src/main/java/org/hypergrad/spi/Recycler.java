package org.hypergrad.spi;

import org.hypergrad.Storage;

/// Lends arrays for results while it is bound by [Storage#recycling], and learns of the storages
/// made from them.
public interface Recycler {
  /// Who it is, in messages: `the scope 'step'`.
  String name();

  /// The arrays it has at hand.
  FreeArrays free();

  /// Called for every storage made while this recycler is bound and large enough to be worth it.
  void made(Storage storage);
}
