package org.hypergrad.spi;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hypergrad.DType;

/// Arrays that nobody uses at the moment, by type and length. For one thread at a time.
public final class FreeArrays {
  private record Size(DType dtype, int length) {
    long bytes() {
      return (long) dtype.bytes() * length;
    }
  }

  /// Those asked for longest ago come first.
  private final Map<Size, ArrayDeque<Object>> arrays = new LinkedHashMap<>(16, 0.75f, true);

  private long bytes;
  private long lentBytes;
  private long peakBytes;
  private long reusedBytes;
  private int reused;

  /// Nothing yet.
  public FreeArrays() {}

  /// An array of exactly `length` elements with arbitrary contents, or null if none is at hand:
  /// then the caller makes one. It counts as lent until it is given back.
  public Object take(DType dtype, int length) {
    Size size = new Size(dtype, length);
    lentBytes += size.bytes();
    peakBytes = Math.max(peakBytes, lentBytes);
    ArrayDeque<Object> ofSize = arrays.get(size);
    Object array = ofSize == null ? null : ofSize.poll();
    if (array != null) {
      bytes -= size.bytes();
      reusedBytes += size.bytes();
      reused++;
    }
    return array;
  }

  /// Takes an array back that was lent and that nobody refers to any more.
  public void give(DType dtype, Object array) {
    lentBytes -= (long) dtype.bytes() * Array.getLength(array);
    add(dtype, array);
  }

  /// Takes in another array that nobody refers to any more.
  public void add(DType dtype, Object array) {
    Size size = new Size(dtype, Array.getLength(array));
    arrays.computeIfAbsent(size, _ -> new ArrayDeque<>()).push(array);
    bytes += size.bytes();
  }

  /// Leaves what is still lent to those who have it: it does not come back.
  public void endStep() {
    lentBytes = 0;
  }

  /// Leaves arrays to the garbage collector, those of the sizes asked for longest ago first, until
  /// they take no more than `limit` bytes.
  public void shrinkTo(long limit) {
    Iterator<Map.Entry<Size, ArrayDeque<Object>>> oldest = arrays.entrySet().iterator();
    while (bytes > limit && oldest.hasNext()) {
      var entry = oldest.next();
      bytes -= entry.getKey().bytes() * entry.getValue().size();
      oldest.remove();
    }
  }

  /// The bytes of the arrays at hand.
  public long bytes() {
    return bytes;
  }

  /// The bytes of the arrays that are lent.
  public long lentBytes() {
    return lentBytes;
  }

  /// The most bytes that were lent at once, so far.
  public long peakBytes() {
    return peakBytes;
  }

  /// The bytes of all arrays that were used again so far.
  public long reusedBytes() {
    return reusedBytes;
  }

  /// How many arrays were used again so far.
  public int reused() {
    return reused;
  }
}
