package org.hypergrad;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hypergrad.spi.FreeArrays;
import org.hypergrad.spi.Recycler;

/// A step that is repeated, whose results are no longer needed when it ends: their memory is used
/// again in the next one, which saves most of the cost of large element-wise operations.
///
/// ```java
/// Scope step = new Scope("step");
/// for (Batch batch : loader) {
///   step.run(() -> {
///     Tensor loss = criterion.apply(model.apply(batch.inputs()), batch.targets());
///     optimizer.zeroGrad();
///     loss.backward();
///     optimizer.step();
///   });
/// }
/// ```
///
/// What outlives the step has to say so: [#keep] for any tensor; what [#call] returns, what
/// requires a gradient as a leaf, what reaches a `grad`, a hook or an optimizer's state stays by
/// itself. Every other result is dead after the step: it throws when it is read, and never shows
/// the numbers of another tensor.
///
/// The gradient of a leaf lives until the leaf forgets it. If nobody has asked for it by `grad()`
/// until then, and that is in a step, its memory too is used again.
///
/// A scope belongs to one thread while it runs: what others make meanwhile, also tasks that the
/// step forks, belongs to the garbage collector, as all results do outside of scopes. Nobody has to
/// close anything.
public final class Scope {
  /// How much may lie ready, in relation to the most that a step has used: the last batch of an
  /// epoch has sizes of its own.
  private static final int SLACK = 2;

  private final String name;
  private final FreeArrays free = new FreeArrays();
  private Thread runner;

  /// A scope.
  ///
  /// @param name what it is called in messages
  public Scope(String name) {
    this.name = name;
  }

  /// Runs a step and takes its results back.
  ///
  /// @throws IllegalStateException if a step of this scope is running
  public void run(Runnable step) {
    call(() -> {
      step.run();
      return null;
    });
  }

  /// Runs a step, takes its results back and returns what it returns; a tensor among them is kept
  /// if it is the value itself.
  ///
  /// @throws IllegalStateException if a step of this scope is running
  public <T> T call(Supplier<T> step) {
    enter();
    Step results = new Step();
    try {
      T value = Storage.recycling(results, step);
      if (value instanceof Tensor tensor) {
        keep(tensor);
      }
      return value;
    } finally {
      results.end();
      leave();
    }
  }

  private synchronized void enter() {
    if (runner != null) {
      throw new IllegalStateException(
          "A step of the scope '"
              + name
              + "' is already running, on "
              + runner.getName()
              + ": make a scope for each thread, and another one for a step within a step");
    }
    runner = Thread.currentThread();
  }

  private synchronized void leave() {
    runner = null;
  }

  /// Lets a tensor outlive the scopes it was made in, with all views of it; gives the tensor.
  public static Tensor keep(Tensor tensor) {
    tensor.escape();
    return tensor;
  }

  /// What the scope is called.
  public String name() {
    return name;
  }

  /// How much memory the scope has to do with, in bytes; tensors of less than 256 elements do not
  /// count.
  ///
  /// @param live in use by the running step: its results, and those of its backward passes that
  ///   were not taken back yet; 0 between two steps
  /// @param free ready to be used again
  /// @param reused how much was used again, in all steps so far
  /// @param peak the most that was in use at once, in all steps so far
  public record Usage(long live, long free, long reused, long peak) {}

  /// How much memory the scope has to do with; for the thread that runs it, or while none does.
  public Usage usage() {
    return new Usage(free.lentBytes(), free.bytes(), free.reusedBytes(), free.peakBytes());
  }

  /// The results of one step.
  private final class Step implements Recycler {
    private final List<Storage> made = new ArrayList<>();

    @Override
    public String name() {
      return "the scope '" + name + "'";
    }

    @Override
    public FreeArrays free() {
      return free;
    }

    @Override
    public void made(Storage storage) {
      made.add(storage);
    }

    void end() {
      for (Storage storage : made) {
        if (storage.owner() == this) {
          free.give(storage.dtype(), storage.release(this::obituary));
        }
      }
      made.clear();
      free.endStep();
      free.shrinkTo(SLACK * free.peakBytes());
    }

    private String obituary() {
      return "This tensor was a result of a step of "
          + name()
          + ", which has ended and used its memory again. To let it outlive the step, call"
          + " Scope.keep(tensor) in it, return it from the step, or take its numbers by"
          + " toDoubles().";
    }
  }
}
