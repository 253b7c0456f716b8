package org.hypergrad.autograd;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.hypergrad.HookHandle;
import org.hypergrad.Tensor;

/// What is called when a node runs, in this order: the tensor hooks of each input, `retainGrad`,
/// the node's pre-hooks, the node itself, for a leaf its post-accumulate hooks, the node's
/// post-hooks (PyTorch: `torch/csrc/autograd/function_hook.h`).
public final class NodeHooks {
  private record TensorHook(int inputNr, UnaryOperator<Tensor> hook) {}

  private record Retained(int inputNr, WeakReference<Tensor> tensor) {}

  private final List<TensorHook> tensorHooks = new CopyOnWriteArrayList<>();
  private final List<Retained> retained = new CopyOnWriteArrayList<>();
  private final List<UnaryOperator<List<Tensor>>> preHooks = new CopyOnWriteArrayList<>();
  private final List<BiFunction<List<Tensor>, List<Tensor>, List<Tensor>>> postHooks =
      new CopyOnWriteArrayList<>();
  private final List<Consumer<Tensor>> postAccumulateHooks = new CopyOnWriteArrayList<>();

  NodeHooks() {}

  /// Sees, and may replace, the gradient that arrives at one input; null from the hook leaves it as
  /// it is.
  public HookHandle addTensorHook(int inputNr, UnaryOperator<Tensor> hook) {
    return add(tensorHooks, new TensorHook(inputNr, hook));
  }

  /// Keeps the gradient that arrives at one input in the tensor's `grad`, as long as the tensor
  /// lives.
  public void retainGrad(int inputNr, Tensor tensor) {
    retained.add(new Retained(inputNr, new WeakReference<>(tensor)));
  }

  /// Sees, and may replace, the gradients of all inputs.
  public HookHandle addPreHook(UnaryOperator<List<Tensor>> hook) {
    return add(preHooks, hook);
  }

  /// Gets what the node computed and what it was given, and may replace the former.
  public HookHandle addPostHook(BiFunction<List<Tensor>, List<Tensor>, List<Tensor>> hook) {
    return add(postHooks, hook);
  }

  /// Is called with the leaf after its gradient was accumulated.
  public HookHandle addPostAccumulateHook(Consumer<Tensor> hook) {
    return add(postAccumulateHooks, hook);
  }

  private static <H> HookHandle add(List<H> hooks, H hook) {
    hooks.add(hook);
    return () -> hooks.removeIf(registered -> registered == hook);
  }

  /// The gradients after the tensor hooks, which see them whether the node runs or not; may change
  /// the array in place.
  public void before(Node node, Tensor[] gradients) {
    for (TensorHook registered : tensorHooks) {
      Tensor gradient = gradients[registered.inputNr];
      Tensor replaced = gradient == null ? null : registered.hook.apply(gradient);
      if (replaced != null) {
        gradients[registered.inputNr] = checked(replaced, gradient);
      }
    }
    for (Retained entry : retained) {
      Tensor tensor = entry.tensor.get();
      if (tensor != null && tensor.gradFn() == node && gradients[entry.inputNr] != null) {
        Tensor earlier = tensor.grad();
        Tensor gradient = gradients[entry.inputNr];
        tensor.setGrad(earlier == null ? gradient.clone() : earlier.add(gradient));
      }
    }
  }

  /// The gradients after the hooks of a node that is about to run; may change the array in place.
  public void beforeRun(Tensor[] gradients) {
    for (UnaryOperator<List<Tensor>> hook : preHooks) {
      replace(gradients, hook.apply(Arrays.asList(gradients.clone())));
    }
  }

  /// The computed gradients after the post-hooks; may change the array in place.
  public void after(Tensor[] computed, Tensor[] given) {
    for (var hook : postHooks) {
      replace(computed, hook.apply(Arrays.asList(computed.clone()), Arrays.asList(given.clone())));
    }
  }

  /// Runs the post-accumulate hooks of a leaf.
  public void afterAccumulation(Tensor leaf) {
    postAccumulateHooks.forEach(hook -> hook.accept(leaf));
  }

  /// Whether there is anything to call after the node ran.
  public boolean hasPostHooks() {
    return !postHooks.isEmpty();
  }

  private static void replace(Tensor[] gradients, List<Tensor> replaced) {
    if (replaced == null) {
      return;
    }
    if (replaced.size() != gradients.length) {
      throw new AutogradException(
          "hook has returned an incorrect number of values (got "
              + replaced.size()
              + ", but expected "
              + gradients.length
              + ")");
    }
    for (int i = 0; i < gradients.length; i++) {
      gradients[i] = replaced.get(i);
    }
  }

  private static Tensor checked(Tensor replaced, Tensor gradient) {
    if (!replaced.shape().equals(gradient.shape())) {
      throw new AutogradException(
          "hook has changed the size of value: it was given shape "
              + gradient.shape()
              + " and returned "
              + replaced.shape());
    }
    if (replaced.dtype() != gradient.dtype()) {
      throw new AutogradException(
          "hook has changed the type of value (was "
              + gradient.dtype()
              + " got "
              + replaced.dtype()
              + ")");
    }
    return replaced;
  }
}
