package org.hypergrad.engine;

import java.util.ArrayList;
import java.util.List;
import org.hypergrad.Storage;
import org.hypergrad.Tensor;
import org.hypergrad.spi.FreeArrays;
import org.hypergrad.spi.Recycler;

/// Uses the arrays of one backward pass again: those of intermediate results as soon as the rule
/// that made them is done, those of gradients as soon as they were consumed. A storage is kept
/// while an input buffer holds it, or a view of it; it is left alone for good once it *escaped* to
/// a leaf, a hook or the caller.
final class Temporaries implements Recycler {
  private static final String OBITUARY =
      "This tensor was a temporary of a backward pass, which has ended and used its memory again."
          + " Return it from the rule. To keep its numbers, take toDoubles() in the rule, or"
          + " register a hook: what a hook is given or makes stays.";

  private final String name;
  private final FreeArrays free;
  private final int reusedBefore;
  private final List<Storage> made = new ArrayList<>(); // since the current rule began

  /// Takes arrays from, and leaves them to, the scope or pass that this one runs in; has its own
  /// where there is none.
  Temporaries() {
    Recycler outer = Storage.recycler();
    name = outer == null ? "a backward pass" : outer.name();
    free = outer == null ? new FreeArrays() : outer.free();
    reusedBefore = free.reused();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public FreeArrays free() {
    return free;
  }

  @Override
  public void made(Storage storage) {
    made.add(storage);
  }

  /// Notes that an input buffer refers to `gradient`.
  void hold(Tensor gradient) {
    if (isOurs(gradient)) {
      gradient.storage().hold(1);
    }
  }

  /// Notes that an input buffer no longer refers to `gradient`, whose array may be free now.
  void drop(Tensor gradient) {
    if (isOurs(gradient)) {
      gradient.storage().hold(-1);
      recycleIfFree(gradient.storage());
    }
  }

  /// Leaves `gradient` to whoever got it, also if it belongs to a scope around this pass.
  void escape(Tensor gradient) {
    if (gradient.hasStorage()) {
      gradient.storage().escape();
    }
  }

  /// Leaves everything made since the current rule began to whoever may have kept it.
  void escapeAllMade() {
    made.forEach(Storage::escape);
    made.clear();
  }

  /// Takes back what the rule made and handed to nobody.
  void ruleDone() {
    if (!made.isEmpty()) {
      made.forEach(this::recycleIfFree);
      made.clear();
    }
  }

  /// Whether one buffer alone holds `gradient`, all of its storage, in row-major order: it may be
  /// added to in place.
  boolean isExclusive(Tensor gradient) {
    return isOurs(gradient)
        && gradient.storage().holders() == 1
        && gradient.isContiguous()
        && gradient.storage().length() == gradient.numel();
  }

  private boolean isFree(Storage storage) {
    return storage.owner() == this && storage.holders() == 0;
  }

  private boolean isOurs(Tensor gradient) {
    return gradient.hasStorage() && gradient.storage().owner() == this;
  }

  private void recycleIfFree(Storage storage) {
    if (isFree(storage)) {
      free.give(storage.dtype(), storage.release(() -> OBITUARY));
    }
  }

  /// How many arrays this pass used again.
  int reused() {
    return free.reused() - reusedBefore;
  }
}
