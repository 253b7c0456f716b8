package org.hypergrad.tests.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hypergrad.Tensor;

/// A computation drawn at random from a seed: results used several times, operations with several
/// outputs, views, and operands used twice by one operation. Its numbers stay small.
///
/// @param leaves what it starts from; not all of them need be used
/// @param results every tensor on the way, oldest first
record RandomComputation(List<Tensor> leaves, List<Tensor> results) {
  /// A computation of about `operations` operations on vectors of `length` numbers.
  static RandomComputation of(long seed, int operations, int length) {
    Random random = new Random(seed);
    List<Tensor> leaves = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      double[] values = random.doubles(length, -1, 1).toArray();
      leaves.add(Tensor.of(values).requiresGrad(true));
    }
    List<Tensor> results = new ArrayList<>(leaves);
    while (results.size() < operations + 3) {
      results.add(next(random, pick(random, results), pick(random, results)));
    }
    return new RandomComputation(leaves, List.copyOf(results.subList(3, results.size())));
  }

  /// Mostly a recent one, so that the graph gets deep.
  private static Tensor pick(Random random, List<Tensor> tensors) {
    int among = random.nextInt(4) == 0 ? tensors.size() : Math.min(6, tensors.size());
    return tensors.get(tensors.size() - 1 - random.nextInt(among));
  }

  private static Tensor next(Random random, Tensor a, Tensor b) {
    return switch (random.nextInt(11)) {
      case 0 -> a.add(b).mul(0.5);
      case 1 -> a.sub(b);
      case 2 -> a.mul(a);
      case 3 -> a.mul(b);
      case 4 -> a.tanh();
      case 5 -> a.sin();
      case 6 -> swapped(a, 1 + random.nextInt(a.numel() - 1));
      case 7 -> spliced(a, b, 1 + random.nextInt(a.numel() - 1));
      case 8 -> reversed(a);
      case 9 -> a.split(a.numel() - 1, 0).get(1).tanh().add(b);
      default -> a.view(1, a.numel()).t().sum(1);
    };
  }

  /// The two parts of a vector in the other order.
  private static Tensor swapped(Tensor a, int at) {
    List<Tensor> parts = a.split(List.of(at, a.numel() - at), 0);
    return Tensor.cat(parts.reversed(), 0);
  }

  /// The beginning of one vector and the end of another.
  private static Tensor spliced(Tensor a, Tensor b, int at) {
    return Tensor.cat(List.of(a.slice(0, 0, at, 1), b.slice(0, at, b.numel(), 1)), 0);
  }

  private static Tensor reversed(Tensor a) {
    return a.indexSelect(0, Tensor.arange(a.numel() - 1L, -1, -1));
  }

  /// One number that the last results determine.
  Tensor total() {
    int last = results.size() - 1;
    return IntStream.rangeClosed(Math.max(0, last - 2), last)
        .mapToObj(i -> results.get(i).sum())
        .reduce(Tensor::add)
        .orElseThrow();
  }
}
