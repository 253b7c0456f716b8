package org.hypergrad;

/// On how many threads one operation may compute (PyTorch: `torch.get_num_threads`,
/// `aten/src/ATen/Parallel.h`).
///
/// Kernels use them for large operands, together with the thread that calls. The number changes how
/// long a result takes, never a bit of it. At the start it is the number of processors, or what the
/// system property `hypergrad.threads` says.
public final class Threads {
  private static final String PROPERTY = "hypergrad.threads";

  private static volatile int count = initial();

  private Threads() {}

  private static int initial() {
    int processors = Runtime.getRuntime().availableProcessors();
    String property = System.getProperty(PROPERTY);
    int wanted = property == null ? processors : parsed(property);
    if (wanted > 0) {
      return wanted;
    }
    System.getLogger("org.hypergrad.kernels")
        .log(
            System.Logger.Level.WARNING,
            "-D{0}={1} is not a positive integer: computing on {2} threads, one a processor",
            PROPERTY,
            property,
            processors);
    return processors;
  }

  /// The number that a property says; 0 if it says none that is positive.
  static int parsed(String property) {
    try {
      return Math.max(0, Integer.parseInt(property.strip()));
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  /// How many threads compute one operation at most, the calling one included.
  public static int count() {
    return count;
  }

  /// Sets how many threads compute one operation at most (PyTorch: `torch.set_num_threads`); 1
  /// makes every call compute alone. It holds for the whole process, from the next operation on.
  ///
  /// @throws IllegalArgumentException if `count` is not positive
  public static void setCount(int count) {
    if (count < 1) {
      throw new IllegalArgumentException(
          "set_num_threads expects a positive integer, but got "
              + count
              + ". With 1, only the calling thread computes.");
    }
    Threads.count = count;
  }
}
