package org.hypergrad.nn.data;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hypergrad.Generator;

/// Goes through a data set batch by batch (PyTorch: `torch.utils.data.DataLoader`); each `for` loop
/// over it is an epoch:
///
/// ```java
/// DataLoader loader = new DataLoader(training, 32).shuffle(new Generator(42));
/// for (Batch batch : loader) { ... }
/// ```
///
/// [#state] says where it stands, also in the middle of an epoch. After [#state(long\[\])] the next
/// loop goes on from there with the very same batches (torchdata: `StatefulDataLoader`). A loader
/// belongs to one thread.
public final class DataLoader implements Iterable<Batch> {
  /// How many numbers of a state say how far the loader is, and how many are a generator's.
  private static final int PROGRESS = 3;

  private static final int GENERATOR = 4;

  private static final long[] UNSHUFFLED = {};

  private final Dataset dataset;
  private final int batchSize;
  private Generator generator;
  private boolean dropLast;

  private int epochs;
  private Epoch epoch;
  private boolean resuming;

  /// Batches of `batchSize` samples, in the order of the data set; the last batch of an epoch has
  /// what is left.
  ///
  /// @throws IllegalArgumentException if the batch size is not positive
  public DataLoader(Dataset dataset, int batchSize) {
    if (batchSize <= 0) {
      throw new IllegalArgumentException(
          "batch_size should be a positive integer value, but got batch_size=" + batchSize);
    }
    this.dataset = dataset;
    this.batchSize = batchSize;
  }

  /// Gives every epoch a new random order, drawn when it begins. To be called before the first.
  ///
  /// @throws IllegalStateException if an epoch has begun
  public DataLoader shuffle(Generator generator) {
    checkNotBegun("shuffle");
    this.generator = generator;
    return this;
  }

  /// Leaves out the last batch of an epoch if it is not full. To be called before the first epoch.
  ///
  /// @throws IllegalStateException if an epoch has begun
  public DataLoader dropLast(boolean dropLast) {
    checkNotBegun("drop_last");
    this.dropLast = dropLast;
    return this;
  }

  private void checkNotBegun(String attribute) {
    if (epoch != null) {
      throw new IllegalStateException(
          "'"
              + attribute
              + "' attribute should not be set after DataLoader is initialized: an epoch has begun."
              + " Make a new DataLoader.");
    }
  }

  /// Where the samples come from.
  public Dataset dataset() {
    return dataset;
  }

  /// How many samples a batch has, perhaps except the last one of an epoch.
  public int batchSize() {
    return batchSize;
  }

  /// How many batches an epoch has (PyTorch: `len(loader)`).
  public int size() {
    return dropLast ? dataset.size() / batchSize : Math.ceilDiv(dataset.size(), batchSize);
  }

  /// How many epochs have begun.
  public int epochs() {
    return epochs;
  }

  /// How many samples of the current epoch are still to be handed out; without those of a last
  /// batch that is left out.
  public int remaining() {
    return epoch == null ? 0 : epoch.remaining();
  }

  /// Begins an epoch; the first time after [#state(long\[\])], goes on with the one that was
  /// interrupted, if one was.
  @Override
  public Iterator<Batch> iterator() {
    if (!resuming || !epoch.hasNext()) {
      epoch = new Epoch(drawingState(), order(generator), 0);
      epochs++;
    }
    resuming = false;
    return epoch;
  }

  private long[] drawingState() {
    return generator == null ? UNSHUFFLED : generator.state();
  }

  private int[] order(Generator generator) {
    return generator == null
        ? IntStream.range(0, dataset.size()).toArray()
        : RandomSplit.order(generator, dataset.size());
  }

  /// Where it stands: how many epochs have begun, how many samples of the current one were handed
  /// out, the size of the data set; if it shuffles, then the state of the generator now, and the
  /// one from which the order of the current epoch was drawn.
  public long[] state() {
    long[] progress = {epochs, epoch == null ? 0 : epoch.position, dataset.size()};
    long[] drawnFrom = epoch == null ? drawingState() : epoch.drawnFrom;
    return Stream.of(progress, drawingState(), drawnFrom).flatMapToLong(LongStream::of).toArray();
  }

  /// Goes on from a state that [#state] gave, of a loader over the same data set.
  ///
  /// @throws IllegalArgumentException if it is the state of a loader over another number of
  ///   samples, or of one that shuffles while this one does not, or the reverse
  public void state(long[] state) {
    int length = generator == null ? PROGRESS : PROGRESS + 2 * GENERATOR;
    if (state.length != length) {
      throw new IllegalArgumentException(
          "The state of a DataLoader that "
              + (generator == null ? "does not shuffle" : "shuffles")
              + " is "
              + length
              + " numbers, but got "
              + state.length
              + ". Set shuffle as it was when the state was taken.");
    }
    long begun = state[0];
    long position = state[1];
    long size = state[2];
    if (size != dataset.size() || position < 0 || position > size || begun != (int) begun) {
      throw new IllegalArgumentException(
          "This is not the state of a DataLoader over these "
              + dataset.size()
              + " samples: epoch "
              + begun
              + ", sample "
              + position
              + " of "
              + size);
    }
    Generator drawing = null;
    long[] drawnFrom = UNSHUFFLED;
    if (generator != null) {
      drawnFrom = Arrays.copyOfRange(state, PROGRESS + GENERATOR, length);
      drawing = new Generator(0);
      drawing.state(drawnFrom);
      generator.state(Arrays.copyOfRange(state, PROGRESS, PROGRESS + GENERATOR));
    }
    epochs = (int) begun;
    resuming = epochs > 0;
    epoch = resuming ? new Epoch(drawnFrom, order(drawing), (int) position) : null;
  }

  /// One way through all samples.
  private final class Epoch implements Iterator<Batch> {
    private final long[] drawnFrom;
    private final int[] order;
    private int position;

    private Epoch(long[] drawnFrom, int[] order, int position) {
      this.drawnFrom = drawnFrom;
      this.order = order;
      this.position = position;
    }

    @Override
    public boolean hasNext() {
      return remaining() > 0;
    }

    int remaining() {
      int rest = order.length - position;
      return dropLast ? rest - rest % batchSize : rest;
    }

    @Override
    public Batch next() {
      if (!hasNext()) {
        throw new NoSuchElementException("This epoch has no more batches");
      }
      int end = position + Math.min(batchSize, order.length - position);
      Batch batch = dataset.batch(Arrays.copyOfRange(order, position, end));
      position = end;
      return batch;
    }
  }
}
