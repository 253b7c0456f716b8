package org.hypergrad;

import java.util.Arrays;
import java.util.function.Supplier;
import org.hypergrad.spi.Recycler;

/// The array behind one or more tensors: a tensor and its views share it, and with it the version
/// counter (PyTorch: `c10/core/StorageImpl.h`, and the counter of `c10/core/TensorImpl.h`).
///
/// While a [Recycler] is bound, the arrays of large results come from it and may go back to it. The
/// array then moves on and this object dies: a late use throws, it never reads another tensor's
/// numbers.
public final class Storage {
  /// Arrays shorter than this are left to the garbage collector, which is faster for them.
  private static final int RECYCLED_FROM = 256;

  /// Tells why an array is gone, to whoever asks for it. Few do, so the text is made only then.
  @FunctionalInterface
  public interface Obituary {
    /// What the error says: why the array is gone, and how to keep it.
    String text();
  }

  /// Who lends arrays, and in which thread: a scoped value also reaches the threads of a structured
  /// task scope, but the free arrays are for one thread at a time.
  private record Lender(Recycler recycler, Thread thread) {}

  private static final ScopedValue<Lender> LENDER = ScopedValue.newInstance();

  private final DType dtype;
  private final int length;

  /// The elements; once it is dead, what tells why.
  private Object array;

  private int version;
  private Recycler owner;
  private int holders;

  /// Whether a leaf has it as its gradient and nobody else was given it.
  private boolean belongsToLeaf;

  private Storage(DType dtype, int length, Object array) {
    this.dtype = dtype;
    this.length = length;
    this.array = array;
  }

  /// A storage over an array that the caller hands over: `double[]`, `float[]`, `long[]`, `int[]`,
  /// `byte[]` or `boolean[]`, as `dtype` says.
  public static Storage of(DType dtype, Object array) {
    if (array.getClass() != dtype.newArray(0).getClass()) {
      throw new IllegalArgumentException(
          "A storage of dtype " + dtype + " cannot hold a " + array.getClass().getSimpleName());
    }
    return new Storage(dtype, java.lang.reflect.Array.getLength(array), array);
  }

  /// A storage filled with zeros.
  public static Storage zeros(DType dtype, int length) {
    return allocate(dtype, length, true);
  }

  /// A storage whose numbers are arbitrary until they are written; for kernels that write every
  /// element.
  public static Storage uninitialized(DType dtype, int length) {
    return allocate(dtype, length, false);
  }

  private static Storage allocate(DType dtype, int length, boolean zeroed) {
    Recycler recycler = length < RECYCLED_FROM ? null : recycler();
    if (recycler == null) {
      return new Storage(dtype, length, dtype.newArray(length));
    }
    Object array = recycler.free().take(dtype, length);
    if (array == null) {
      array = dtype.newArray(length);
    } else if (zeroed) {
      clear(array);
    }
    Storage storage = new Storage(dtype, length, array);
    storage.owner = recycler;
    recycler.made(storage);
    return storage;
  }

  private static void clear(Object array) {
    switch (array) {
      case double[] doubles -> Arrays.fill(doubles, 0);
      case float[] floats -> Arrays.fill(floats, 0);
      case long[] longs -> Arrays.fill(longs, 0);
      case int[] ints -> Arrays.fill(ints, 0);
      case byte[] bytes -> Arrays.fill(bytes, (byte) 0);
      case boolean[] booleans -> Arrays.fill(booleans, false);
      default -> throw new AssertionError(array.getClass());
    }
  }

  /// Runs `task` with the arrays of its large results lent by `recycler`; by nobody if it is null.
  public static void recycling(Recycler recycler, Runnable task) {
    lending(recycler).run(task);
  }

  /// Runs `task` with the arrays of its large results lent by `recycler`, and returns what it
  /// returns.
  public static <T> T recycling(Recycler recycler, Supplier<T> task) {
    return lending(recycler).call(task::get);
  }

  private static ScopedValue.Carrier lending(Recycler recycler) {
    return ScopedValue.where(LENDER, new Lender(recycler, Thread.currentThread()));
  }

  /// The recycler that lends arrays in this thread, or null.
  public static Recycler recycler() {
    Lender lender = LENDER.isBound() ? LENDER.get() : null;
    return lender == null || lender.thread != Thread.currentThread() ? null : lender.recycler;
  }

  /// The element type.
  public DType dtype() {
    return dtype;
  }

  /// How many elements the array has.
  public int length() {
    return length;
  }

  /// The array itself, not a copy.
  ///
  /// @throws IllegalStateException if the array was recycled
  public Object array() {
    Object current = array;
    if (current instanceof Obituary obituary) {
      throw new IllegalStateException(obituary.text());
    }
    return current;
  }

  /// Whether the array was recycled: every use throws.
  public boolean isDead() {
    return array instanceof Obituary;
  }

  /// How much memory the elements take.
  public long bytes() {
    return (long) dtype.bytes() * length;
  }

  /// How often an in-place operation has changed the numbers.
  public int version() {
    return version;
  }

  /// Records that the numbers changed.
  public void bumpVersion() {
    version++;
  }

  /// The recycler that may take the array back, or null once it escaped or if it never had one.
  public Recycler owner() {
    return owner;
  }

  /// How many places of the owner's still hold this storage.
  public int holders() {
    return holders;
  }

  /// Adds `change` to [#holders]; for the owner.
  public void hold(int change) {
    holders += change;
  }

  /// Leaves the array to the garbage collector for good: something outside the recycler's sight may
  /// now refer to it.
  public void escape() {
    owner = null;
    belongsToLeaf = false;
  }

  /// Hands an array that could be taken back over to a leaf, as its gradient: [#forgotten] gives it
  /// back, unless it escapes before.
  void becomeGradient() {
    belongsToLeaf = owner != null;
    owner = null;
  }

  /// Lets the array of a gradient that its leaf has forgotten be used again, if nobody else was
  /// given it and somebody lends arrays here.
  void forgotten() {
    Recycler here = recycler();
    if (belongsToLeaf && here != null) {
      here.free().add(dtype, release(() -> obituary(here)));
    }
  }

  private static String obituary(Recycler recycler) {
    return "This tensor was the gradient of a leaf, which has forgotten it (zeroGrad); "
        + recycler.name()
        + " has used its memory again. To let it outlive that, ask the leaf for its grad(), or call"
        + " Scope.keep(tensor) on the gradient that was lent.";
  }

  /// Takes the array away; for the owner. Every later use of this storage throws.
  ///
  /// @param obituary what the error says then
  public Object release(Obituary obituary) {
    Object released = array();
    array = obituary;
    escape();
    return released;
  }

  /// The element at `place` as a double.
  public double getDouble(int place) {
    return switch (array()) {
      case double[] doubles -> doubles[place];
      case float[] floats -> floats[place];
      default -> getLong(place);
    };
  }

  /// The element at `place` as a long; a fraction is cut off.
  public long getLong(int place) {
    return switch (array()) {
      case double[] doubles -> (long) doubles[place];
      case float[] floats -> (long) floats[place];
      case long[] longs -> longs[place];
      case int[] ints -> ints[place];
      case byte[] bytes -> bytes[place] & 0xff;
      case boolean[] booleans -> booleans[place] ? 1 : 0;
      case Object other -> throw new AssertionError(other.getClass());
    };
  }

  /// Writes a number at `place`, converted to the element type; does not raise the version.
  public void set(int place, double value) {
    switch (array()) {
      case double[] doubles -> doubles[place] = value;
      case float[] floats -> floats[place] = (float) value;
      case long[] longs -> longs[place] = (long) value;
      case int[] ints -> ints[place] = (int) (long) value;
      case byte[] bytes -> bytes[place] = (byte) (long) value;
      case boolean[] booleans -> booleans[place] = value != 0;
      case Object other -> throw new AssertionError(other.getClass());
    }
  }

  /// Writes a whole number at `place`, converted to the element type; does not raise the version.
  public void set(int place, long value) {
    if (array() instanceof long[] longs) {
      longs[place] = value;
    } else {
      set(place, (double) value);
    }
  }
}
