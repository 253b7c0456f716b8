package org.hypergrad.tests.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hypergrad.Tensor;

/// Tensors that somebody holds while the memory of others is used again: those that stay, whose
/// numbers must not change by a bit, and those that were not kept, which must not be readable.
final class HeldTensors {
  private record Kept(String what, Tensor tensor, double[] numbers) {}

  private record Stale(String what, Tensor tensor, String scope) {}

  private final String program;
  private final List<Kept> kept = new ArrayList<>();
  private final List<Stale> stale = new ArrayList<>();

  /// @param program what holds them, for messages
  HeldTensors(String program) {
    this.program = program;
  }

  /// Holds a tensor that is to stay, or a view of it.
  void keep(String what, Tensor tensor, Random random) {
    Tensor held =
        switch (random.nextInt(3)) {
          case 0 -> tensor.view(tensor.numel());
          case 1 -> tensor.detach();
          default -> tensor;
        };
    kept.add(new Kept(what, held, held.toDoubles()));
  }

  /// Holds a tensor that ends with a step of `scope`.
  void holdWithoutKeeping(String what, Tensor tensor, String scope) {
    stale.add(new Stale(what, tensor, scope));
  }

  /// Fails if a number changed, or if something ended can be read.
  void check(int step) {
    for (Kept entry : kept) {
      assertThat(entry.tensor.toDoubles())
          .as("%s, step %d: %s", program, step, entry.what)
          .isEqualTo(entry.numbers);
    }
    for (Stale entry : stale) {
      String message = messageOf(entry.tensor);
      assertThat(message)
          .as("%s, step %d: %s", program, step, entry.what)
          .contains("scope '" + entry.scope + "'");
    }
  }

  /// What reading the tensor throws.
  private static String messageOf(Tensor tensor) {
    try {
      return "no exception, but " + tensor.toDoubles()[0];
    } catch (IllegalStateException e) {
      return e.getMessage();
    }
  }

  /// How many were held to stay, and how many not.
  int[] counts() {
    return new int[] {kept.size(), stale.size()};
  }
}
