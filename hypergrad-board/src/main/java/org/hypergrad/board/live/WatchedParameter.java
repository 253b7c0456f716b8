package org.hypergrad.board.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;

/// A parameter, or the single numbers of a block, which alone would have no distribution.
///
/// @param tensors one, or all of rank 0
record WatchedParameter(String name, List<Tensor> tensors) {
  /// All parameters of a network.
  static List<WatchedParameter> of(Block model) {
    Map<String, List<Tensor>> groups = new LinkedHashMap<>();
    model
        .namedParameters()
        .forEach((name, tensor) ->
            groups
                .computeIfAbsent(tensor.rank() == 0 ? block(name) : name, _ -> new ArrayList<>())
                .add(tensor));
    List<WatchedParameter> watched = new ArrayList<>();
    groups.forEach((name, tensors) -> watched.add(new WatchedParameter(name, tensors)));
    return watched;
  }

  /// The outermost block that a parameter is in.
  private static String block(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  ParameterStatistics statistics() {
    List<Tensor> grads = tensors.stream().map(Tensor::grad).filter(Objects::nonNull).toList();
    String size =
        tensors.size() == 1
            ? tensors.getFirst().shape().toString()
            : tensors.size() + " single numbers";
    return new ParameterStatistics(
        name, size, Distribution.of(tensors), grads.isEmpty() ? null : Distribution.of(grads));
  }
}
