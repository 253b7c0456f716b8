package org.hypergrad;

/// A seeded source of random numbers whose state can be kept and restored (PyTorch:
/// `torch.Generator`). The algorithm is xoshiro256++ (Blackman and Vigna, 2019), seeded by
/// SplitMix64, so one seed gives the same numbers everywhere. Safe for several threads.
public final class Generator {
  private static final Generator GLOBAL = new Generator(System.nanoTime() ^ 0x9E3779B97F4A7C15L);

  private long s0;
  private long s1;
  private long s2;
  private long s3;

  /// A generator that starts at `seed`.
  public Generator(long seed) {
    seed(seed);
  }

  /// The generator that is used where none is given.
  public static Generator global() {
    return GLOBAL;
  }

  /// Starts again at `seed` (PyTorch: `manual_seed`).
  public synchronized Generator seed(long seed) {
    long x = seed;
    s0 = splitMix(x += 0x9E3779B97F4A7C15L);
    s1 = splitMix(x += 0x9E3779B97F4A7C15L);
    s2 = splitMix(x += 0x9E3779B97F4A7C15L);
    s3 = splitMix(x + 0x9E3779B97F4A7C15L);
    return this;
  }

  private static long splitMix(long x) {
    long z = (x ^ x >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  /// The state: four numbers.
  public synchronized long[] state() {
    return new long[] {s0, s1, s2, s3};
  }

  /// Goes on from a state that [#state] gave.
  public synchronized void state(long[] state) {
    if (state.length != 4 || (state[0] | state[1] | state[2] | state[3]) == 0) {
      throw new IllegalArgumentException("A generator's state is four numbers, not all of them 0");
    }
    s0 = state[0];
    s1 = state[1];
    s2 = state[2];
    s3 = state[3];
  }

  /// 64 random bits.
  public synchronized long nextLong() {
    long result = Long.rotateLeft(s0 + s3, 23) + s0;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /// Uniform in [0, 1), a multiple of 2⁻⁵³.
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /// A whole number from 0 to `bound` (exclusive), all equally likely.
  public long nextLong(long bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException(
          "The bound of a random number must be positive, but was " + bound);
    }
    while (true) { // drop the incomplete last run of the range, so that no number is favoured
      long bits = nextLong() >>> 1;
      long value = bits % bound;
      if (bits - value + (bound - 1) >= 0) {
        return value;
      }
    }
  }

  /// Normal with mean 0 and variance 1, by Box and Muller.
  public synchronized double nextGaussian() {
    double radius = Math.sqrt(-2 * Math.log(1 - nextDouble()));
    return radius * Math.cos(2 * Math.PI * nextDouble());
  }
}
