package org.hypergrad.bench;

import java.util.List;
import org.hypergrad.Threads;

/// What a training step allocates on the heap, with a scope that uses memory again and without.
final class MemoryBench {
  private MemoryBench() {}

  static List<Ratio> run() {
    int before = Threads.count();
    Threads.setCount(1); // the bytes of one thread are counted
    try {
      Mlp mlp = new Mlp(64, 784, 256, 128, 10);
      Meter.Pair pair = Meter.measure(mlp::stepInScope, mlp::step);
      return List.of(
          Ratio.of(
              "memory",
              "MLP 784-256-128-10, a step in a scope, against one without",
              pair.ours().bytes() / 1024,
              pair.peer().bytes() / 1024,
              "KiB"));
    } finally {
      Threads.setCount(before);
    }
  }
}
