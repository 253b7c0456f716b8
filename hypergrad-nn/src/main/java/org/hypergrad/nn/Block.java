package org.hypergrad.nn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hypergrad.DType;
import org.hypergrad.HookHandle;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// A part of a network, or all of it: parameters, buffers and further blocks, each under a name,
/// and a function of a tensor (PyTorch: `torch.nn.Module`, `torch/nn/modules/module.py`).
///
/// ```java
/// final class Net extends Block {
///   private final Linear hidden = child("hidden", new Linear(2, 16));
///   private final Linear output = child("output", new Linear(16, 1));
///
///   @Override
///   protected Tensor forward(Tensor x) {
///     return output.apply(hidden.apply(x).tanh());
///   }
/// }
/// ```
///
/// Authors override [#forward(Tensor)]; callers use [#apply(Tensor)], as in PyTorch they call
/// `net(x)`. Names are registered by the call that makes the part, and give PyTorch's names in
/// [#stateDict]: `hidden.weight`, `hidden.bias`, ...
public class Block implements UnaryOperator<Tensor> {
  private final Registered<Tensor> parameters = new Registered<>("parameter");
  private final Registered<Tensor> buffers = new Registered<>("buffer");
  private final Registered<Block> children = new Registered<>("block");
  private List<ForwardHook> hooks = List.of();
  private boolean training = true;

  /// For subclasses.
  protected Block() {}

  // ---- calling it

  /// The block's function of `input`, with its hooks.
  @Override
  public final Tensor apply(Tensor input) {
    if (hooks.isEmpty()) {
      return forward(input);
    }
    List<Tensor> inputs = List.of(input);
    hooks.forEach(hook -> hook.before(this, inputs));
    return observed(inputs, forward(input));
  }

  /// The block's function of two tensors, with its hooks; a loss takes (input, target).
  public final Tensor apply(Tensor first, Tensor second) {
    if (hooks.isEmpty()) {
      return forward(first, second);
    }
    List<Tensor> inputs = List.of(first, second);
    hooks.forEach(hook -> hook.before(this, inputs));
    return observed(inputs, forward(first, second));
  }

  private Tensor observed(List<Tensor> inputs, Tensor output) {
    hooks.forEach(hook -> hook.after(this, inputs, output));
    return output;
  }

  /// What the block computes of one tensor; to be overridden.
  protected Tensor forward(Tensor input) {
    throw notImplemented("one tensor", "forward(Tensor)");
  }

  /// What the block computes of two tensors; to be overridden where there are two.
  protected Tensor forward(Tensor first, Tensor second) {
    throw notImplemented("two tensors", "forward(Tensor, Tensor)");
  }

  private UnsupportedOperationException notImplemented(String arguments, String method) {
    return new UnsupportedOperationException(
        "Block ["
            + name()
            + "] is missing the required \"forward\" function of "
            + arguments
            + ": override "
            + method
            + ", or call it with what it takes.");
  }

  /// Has `hook` called around every [#apply] of this block (PyTorch: `register_forward_hook`).
  public final HookHandle forwardHook(ForwardHook hook) {
    List<ForwardHook> with = new ArrayList<>(hooks);
    with.add(hook);
    hooks = List.copyOf(with);
    return () -> {
      List<ForwardHook> without = new ArrayList<>(hooks);
      without.remove(hook);
      hooks = List.copyOf(without);
    };
  }

  // ---- registering its parts

  /// Registers a block under a name, which becomes part of the names of its parameters (PyTorch:
  /// `add_module`).
  ///
  /// @return the block
  /// @throws IllegalArgumentException if the name is empty, contains a dot or is taken, or the
  ///   block would contain itself
  protected final <B extends Block> B child(String name, B block) {
    if (block.blocks().contains(this)) {
      throw new IllegalArgumentException(
          "The block '" + name + "' of " + name() + " would contain itself");
    }
    children.put(name, block, parameters, buffers);
    block.namedTensors().forEach((path, tensor) -> tensor.name(name + "." + path));
    return block;
  }

  /// Registers a tensor that training changes: from now on it requires a gradient (PyTorch:
  /// `register_parameter`). A null stands for a parameter that this block could have and has not,
  /// as the bias of a linear layer without one.
  ///
  /// @return the tensor
  /// @throws IllegalArgumentException if the name is empty, contains a dot or is taken, or if the
  ///   tensor is the result of a recorded operation or not of a floating type
  protected final Tensor parameter(String name, Tensor initial) {
    if (initial != null && !initial.isLeaf()) {
      throw new IllegalArgumentException(
          "Cannot assign non-leaf Tensor to parameter '"
              + name
              + "': it was computed by "
              + initial.gradFn().name()
              + ". Give its detach(), or compute it within GradMode.off().");
    }
    if (initial != null) {
      initial.requiresGrad(true);
    }
    parameters.put(name, initial, buffers, children);
    return initial == null ? null : initial.name(name);
  }

  /// Registers a tensor that belongs to the state but is not trained, as a running mean (PyTorch:
  /// `register_buffer`); null stands for an absent one.
  ///
  /// @return the tensor
  /// @throws IllegalArgumentException if the name is empty, contains a dot or is taken
  protected final Tensor buffer(String name, Tensor initial) {
    buffers.put(name, initial, parameters, children);
    return initial == null ? null : initial.name(name);
  }

  // ---- its parts

  /// All parameters, of its blocks too, each once.
  public final List<Tensor> parameters() {
    return List.copyOf(namedParameters().values());
  }

  /// All parameters by name, of its blocks too. One that stands in two places has its first name.
  public final Map<String, Tensor> namedParameters() {
    return named(block -> block.parameters);
  }

  /// All buffers by name, of its blocks too, each once.
  public final Map<String, Tensor> namedBuffers() {
    return named(block -> block.buffers);
  }

  private Map<String, Tensor> named(Function<Block, Registered<Tensor>> family) {
    Map<String, Tensor> result = new LinkedHashMap<>();
    Collection<Tensor> seen = Registered.identitySet();
    namedBlocks()
        .forEach((path, block) ->
            family
                .apply(block)
                .forEach((name, tensor) -> {
                  if (seen.add(tensor)) {
                    result.put(joined(path, name), tensor);
                  }
                }));
    return Collections.unmodifiableMap(result);
  }

  /// The blocks registered here, by name.
  public final Map<String, Block> children() {
    return children.present();
  }

  /// This block, under the empty name, and all blocks within, each once, outer before inner.
  public final Map<String, Block> namedBlocks() {
    Map<String, Block> result = new LinkedHashMap<>();
    collect("", result, Registered.identitySet());
    return Collections.unmodifiableMap(result);
  }

  private void collect(String path, Map<String, Block> result, Collection<Block> seen) {
    if (seen.add(this)) {
      result.put(path, this);
      children.forEach((name, block) -> block.collect(joined(path, name), result, seen));
    }
  }

  final Collection<Block> blocks() {
    return namedBlocks().values();
  }

  private static String joined(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  // ---- training and evaluating

  /// Puts it and its blocks into training mode, in which they are made; dropout is at work then.
  public final Block train() {
    return train(true);
  }

  /// Puts it and its blocks into evaluation mode.
  public final Block eval() {
    return train(false);
  }

  /// Puts it and its blocks into training mode or into evaluation mode.
  public final Block train(boolean training) {
    blocks().forEach(block -> block.mode(training));
    return this;
  }

  /// The mode of this block alone.
  final void mode(boolean training) {
    this.training = training;
  }

  /// Whether it is in training mode.
  public final boolean isTraining() {
    return training;
  }

  /// Has all parameters require a gradient, or none: a frozen part is not trained (PyTorch:
  /// `requires_grad_`).
  public final Block requiresGrad(boolean requiresGrad) {
    parameters().forEach(parameter -> parameter.requiresGrad(requiresGrad));
    return this;
  }

  /// Removes the gradients of all parameters (PyTorch: `zero_grad`).
  public final void zeroGrad() {
    parameters().forEach(parameter -> parameter.zeroGrad(true));
  }

  // ---- its state

  /// Every parameter and buffer by its name, without history and sharing the elements: what to save
  /// of a network. A tensor that stands in two places is there twice.
  public final Map<String, Tensor> stateDict() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    namedTensors().forEach((name, tensor) -> state.put(name, tensor.detach()));
    return Collections.unmodifiableMap(state);
  }

  final Map<String, Tensor> namedTensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    collectTensors("", tensors);
    return tensors;
  }

  private void collectTensors(String path, Map<String, Tensor> tensors) {
    parameters.forEach((name, tensor) -> tensors.put(joined(path, name), tensor));
    buffers.forEach((name, tensor) -> tensors.put(joined(path, name), tensor));
    children.forEach((name, block) -> block.collectTensors(joined(path, name), tensors));
  }

  /// Copies the numbers of `state` into the parameters and buffers of the same names, converted to
  /// their types.
  ///
  /// @throws IllegalArgumentException if a name is missing or unexpected, or a shape differs;
  ///   nothing was changed then
  public final void loadStateDict(Map<String, Tensor> state) {
    loadStateDict(state, true);
  }

  /// [#loadStateDict(Map)], which if not `strict` takes what fits by name and says what is missing
  /// or was not expected. A shape that differs is an error also then.
  public final IncompatibleKeys loadStateDict(Map<String, Tensor> state, boolean strict) {
    Map<String, Tensor> own = namedTensors();
    IncompatibleKeys keys = IncompatibleKeys.between(own, state);
    List<String> errors = strict ? keys.sentences() : new ArrayList<>();
    own.forEach((name, tensor) -> {
      Tensor saved = state.get(name);
      if (saved != null && !saved.shape().equals(tensor.shape())) {
        errors.add(
            "size mismatch for "
                + name
                + ": copying a param with shape "
                + saved.shape()
                + " from checkpoint, the shape in current model is "
                + tensor.shape()
                + ".");
      }
    });
    if (!errors.isEmpty()) {
      StringJoiner message = new StringJoiner("\n\t");
      message.add("Error(s) in loading state_dict for " + name() + ":");
      errors.forEach(message::add);
      throw new IllegalArgumentException(message.toString());
    }
    own.forEach((name, tensor) -> {
      if (state.containsKey(name)) {
        tensor.detach().copy_(state.get(name));
      }
    });
    return keys;
  }

  // ---- looking at it

  /// A table of the blocks within, the shapes of their outputs for an input of float32 of this
  /// shape, and the numbers of their parameters.
  public final Summary summary(Shape input) {
    return summary(input, DType.FLOAT32);
  }

  /// A table of the blocks within, the shapes of their outputs for an input of this shape and type,
  /// and the numbers of their parameters.
  public final Summary summary(Shape input, DType dtype) {
    return Summary.of(this, Tensor.zeros(dtype, input));
  }

  /// What kind of block it is: the simple name of its class.
  public String name() {
    String name = getClass().getSimpleName();
    return name.isEmpty() ? "Block" : name;
  }

  /// The settings to print between the brackets: `in_features=2, out_features=1, bias=True`
  /// (PyTorch: `extra_repr`).
  protected String settings() {
    return "";
  }

  /// As PyTorch prints it, blocks within indented.
  @Override
  public String toString() {
    if (children.present().isEmpty()) {
      return name() + "(" + settings() + ")";
    }
    StringBuilder text = new StringBuilder(name()).append("(").append(settings());
    children.forEach((name, block) ->
        text.append("\n  (")
            .append(name)
            .append("): ")
            .append(block.toString().replace("\n", "\n  ")));
    return text.append("\n)").toString();
  }
}
