package org.hypergrad.optim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hypergrad.DType;
import org.hypergrad.Scope;
import org.hypergrad.Tensor;

/// What an optimizer keeps for one parameter from step to step, under PyTorch's names:
/// `momentum_buffer`, `exp_avg`, ... Empty until a rule asks for something.
public final class ParameterState {
  /// The name of the number of steps.
  static final String STEP = "step";

  private final Tensor parameter;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  ParameterState(Tensor parameter) {
    this.parameter = parameter;
  }

  /// The tensor of this name; zeros in the shape and type of the parameter at the first call.
  public Tensor zeros(String name) {
    Tensor kept = tensors.get(name);
    if (kept == null) {
      kept = Tensor.zeros(parameter.dtype(), parameter.shape());
      put(name, kept);
    }
    return kept;
  }

  /// The tensor of this name, or null if there is none yet.
  public Tensor get(String name) {
    return tensors.get(name);
  }

  /// Keeps a tensor, without its history.
  public void put(String name, Tensor tensor) {
    tensors.put(name, Scope.keep(tensor.requiresGrad() ? tensor.detach() : tensor));
  }

  /// Counts one step more, and gives its number: 1 at the first call. Kept as `step`, a number of
  /// float32 as in PyTorch.
  public long countStep() {
    Tensor before = tensors.get(STEP);
    long step = before == null ? 1 : (long) before.number() + 1;
    tensors.put(STEP, Tensor.scalar(DType.FLOAT32, step));
    return step;
  }

  /// All of it, by name.
  public Map<String, Tensor> tensors() {
    return Collections.unmodifiableMap(tensors);
  }
}
