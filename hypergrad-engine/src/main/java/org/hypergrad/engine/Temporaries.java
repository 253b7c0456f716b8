package org.hypergrad.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hypergrad.DType;
import org.hypergrad.Storage;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Recycler;

/// Uses the arrays of one backward pass again: those of intermediate results as soon as the rule
/// that made them is done, those of gradients as soon as they were consumed. A storage is kept
/// while an input buffer holds it, or a view of it; it is left alone for good once it *escaped* to
/// a leaf, a hook or the caller.
final class Temporaries implements Recycler {
  private record Size(DType dtype, int length) {}

  private final Map<Size, ArrayDeque<Object>> free = new HashMap<>();
  private final List<Storage> made = new ArrayList<>(); // since the current rule began
  private int reused;

  @Override
  public Object take(DType dtype, int length) {
    ArrayDeque<Object> arrays = free.get(new Size(dtype, length));
    Object array = arrays == null ? null : arrays.poll();
    reused += array == null ? 0 : 1;
    return array;
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

  /// Leaves `gradient` to whoever got it.
  void escape(Tensor gradient) {
    if (isOurs(gradient)) {
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
    // a 0-d tensor's number lives inside it: asking for its storage would make one
    return gradient.rank() > 0 && gradient.storage().owner() == this;
  }

  private void recycleIfFree(Storage storage) {
    if (isFree(storage)) {
      Size size = new Size(storage.dtype(), storage.length());
      free.computeIfAbsent(size, _ -> new ArrayDeque<>()).push(storage.release());
    }
  }

  /// How many arrays were used again.
  int reused() {
    return reused;
  }
}
