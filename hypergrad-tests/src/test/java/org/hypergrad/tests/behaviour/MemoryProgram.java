package org.hypergrad.tests.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hypergrad.Autograd;
import org.hypergrad.DType;
import org.hypergrad.GradMode;
import org.hypergrad.GradOptions;
import org.hypergrad.Scope;
import org.hypergrad.Tensor;

/// Steps of a scope drawn at random from a seed. Each computes forward and backward, holds some of
/// what it sees in every way a user may, and forgets its gradients; some steps have another scope
/// inside, some end with an exception.
final class MemoryProgram {
  /// What a step throws to end in the middle.
  static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final Random random;
  private final String name;
  private final Scope scope;
  private final Scope inner;
  private final HeldTensors held;
  private final List<Tensor> leaves = new ArrayList<>();

  /// A graph of the time before a step, to be gone back through after it.
  private record Pending(Tensor leaf, Tensor loss, double[] gradient) {}

  MemoryProgram(long seed) {
    random = new Random(seed);
    name = "step of " + seed;
    scope = new Scope(name);
    inner = new Scope("inner of " + seed);
    held = new HeldTensors("seed " + seed);
    for (int size : new int[] {300, 300, 420}) {
      leaves.add(uniform(size).requiresGrad(true));
    }
  }

  private Tensor uniform(int size) {
    DType dtype = random.nextBoolean() ? DType.FLOAT32 : DType.FLOAT64;
    return Tensor.of(random.doubles(size, -1, 1).toArray()).to(dtype);
  }

  /// Runs so many steps; after each, everything held is looked at.
  ///
  /// @return how many tensors were held to stay, and how many not
  int[] run(int steps) {
    for (int step = 0; step < steps; step++) {
      Pending pending = pending();
      try {
        Tensor returned = scope.call(this::step);
        held.keep("what the step returned", returned, random);
      } catch (Interrupted _) {
        leaves.forEach(leaf -> leaf.setGrad(null));
      }
      complete(pending);
      held.check(step);
    }
    return held.counts();
  }

  private Tensor step() {
    if (random.nextBoolean()) {
      forget();
    }
    Tensor result = forward(pick(), scope);
    interrupt();
    if (random.nextInt(3) == 0) {
      innerStep(result);
    }
    backward(result);
    interrupt();
    holdGradients();
    if (random.nextBoolean()) {
      forget();
    } else {
      leaves.forEach(leaf -> leaf.setGrad(null));
    }
    forward(pick(), scope); // writes over what is free now
    return result.detach().mul(2.0);
  }

  private Tensor pick() {
    return leaves.get(random.nextInt(leaves.size()));
  }

  private void interrupt() {
    if (random.nextInt(15) == 0) {
      throw new Interrupted();
    }
  }

  /// Some results, of which some are held.
  private Tensor forward(Tensor x, Scope in) {
    Tensor y = x;
    for (int i = 0; i < 8; i++) {
      y =
          switch (random.nextInt(4)) {
            case 0 -> y.mul(y.sin());
            case 1 -> y.add(x).tanh();
            case 2 -> y.view(y.numel() / 2, 2).t().reshape(y.numel());
            default -> y.tanh().exp().mul(0.3).sub(x);
          };
      hold(y, in);
    }
    return y;
  }

  private void hold(Tensor y, Scope in) {
    switch (random.nextInt(12)) {
      case 0 -> held.keep("a result that was kept", Scope.keep(y), random);
      case 1 -> {
        Scope.keep(y.narrow(0, 0, 5));
        held.keep("a result of which a view was kept", y, random);
      }
      case 2 -> held.holdWithoutKeeping("a result", y.mul(1.5), in.name());
      case 3 ->
          held.holdWithoutKeeping("a view of a result", y.mul(1.5).view(1, y.numel()), in.name());
      case 4 -> listen(y);
      case 5 -> {
        y.retainGrad();
        if (y.gradFn() != null) {
          y.gradFn()
              .editHooks()
              .addPreHook(gradients -> {
                gradients.forEach(g -> held.keep("a node hook's argument", g, random));
                return null;
              });
        }
      }
      default -> {}
    }
  }

  private void listen(Tensor y) {
    boolean replaces = random.nextBoolean();
    y.registerHook(g -> {
      held.keep("a hook's argument", g, random);
      Tensor made = g.mul(0.5);
      held.keep("what a hook made", made, random);
      return replaces ? made : null;
    });
  }

  private void innerStep(Tensor result) {
    Tensor returned =
        inner.call(() -> {
          Tensor y = forward(result, inner);
          held.holdWithoutKeeping("a result of the inner step", y.mul(3.0), inner.name());
          held.keep("a result kept in the inner step", Scope.keep(y.mul(4.0)), random);
          return y.mul(5.0);
        });
    held.keep("what the inner step returned", returned, random);
  }

  private void backward(Tensor result) {
    Tensor loss = result.square().sum().add(leaves.getFirst().sum());
    if (!loss.requiresGrad()) {
      return;
    }
    if (random.nextBoolean()) {
      GradOptions options = GradOptions.DEFAULT.retainGraph().allowUnused();
      for (Tensor gradient : Autograd.grad(List.of(loss), leaves, null, options)) {
        if (gradient != null) {
          held.keep("a gradient that grad() returned", gradient, random);
        }
      }
    }
    loss.backward(GradOptions.DEFAULT.retainGraph());
    if (random.nextBoolean()) {
      loss.backward();
    }
    if (result.retainsGrad() && result.grad() != null) {
      held.keep("a retained gradient", result.grad(), random);
    }
  }

  private void holdGradients() {
    for (Tensor leaf : leaves) {
      switch (random.nextInt(5)) {
        case 0 -> {
          if (leaf.grad() != null) {
            held.keep("the gradient of a leaf", leaf.grad(), random);
          }
        }
        case 1 -> leaf.lendGrad(g -> held.keep("a kept lent gradient", Scope.keep(g), random));
        case 2 -> leaf.lendGrad(g -> held.holdWithoutKeeping("a lent gradient", g, name));
        case 3 -> leaf.lendGrad(g -> held.holdWithoutKeeping("its view", g.view(1, -1), name));
        default -> GradMode.off(() -> leaf.lendGrad(g -> g.mul_(0.5)));
      }
    }
  }

  private void forget() {
    leaves.forEach(leaf -> leaf.zeroGrad(true));
  }

  private Pending pending() {
    Tensor x = uniform(300).requiresGrad(true);
    Tensor loss = x.sin().mul(x).mul(x.exp()).square().sum();
    GradOptions options = GradOptions.DEFAULT.retainGraph();
    Tensor gradient = Autograd.grad(List.of(loss), List.of(x), null, options).getFirst();
    return new Pending(x, loss, gradient.toDoubles());
  }

  private void complete(Pending pending) {
    scope.run(pending.loss::backward);
    assertThat(pending.leaf.grad().toDoubles())
        .as("%s: what a graph had saved", name)
        .isEqualTo(pending.gradient);
    held.keep("the gradient of a graph from outside", pending.leaf.grad(), random);
  }
}
