package org.hypergrad.optim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hypergrad.DType;
import org.hypergrad.GradMode;
import org.hypergrad.Scope;
import org.hypergrad.Tensor;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.OptimizerProvider;

/// A snapshot of an optimizer in the form of a checkpoint: tensors and plain texts under flat
/// names, as safetensors has them. The words are PyTorch's, and so are the numbers of the
/// parameters, which count through all groups.
///
/// @param tensors the state of the parameters: `state.0.exp_avg`
/// @param settings the options of the groups: `param_groups.0.lr` is `0.001`; and their parameters:
///   `param_groups.0.params` is `[0, 1]`
public record OptimizerState(Map<String, Tensor> tensors, Map<String, String> settings) {
  private static final String STATE = "state";
  private static final String GROUPS = "param_groups";
  private static final Attribute<List<Integer>> PARAMETERS = Attribute.integers("params");

  /// A snapshot of these tensors and texts; the maps are copied.
  public OptimizerState {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  static OptimizerState of(List<ParameterGroup> groups, Map<Tensor, ParameterState> states) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    Map<String, String> settings = new LinkedHashMap<>();
    int number = 0;
    for (int g = 0; g < groups.size(); g++) {
      ParameterGroup group = groups.get(g);
      String prefix = GROUPS + "." + g + ".";
      for (Attribute<?> option : group.options()) {
        if (group.get(option) != null) {
          settings.put(prefix + option.name(), group.get(option).toString());
        }
      }
      List<Integer> numbers = new ArrayList<>();
      for (Tensor parameter : group.parameters()) {
        ParameterState state = states.get(parameter);
        if (state != null) {
          String of = STATE + "." + number + ".";
          state.tensors().forEach((name, tensor) -> tensors.put(of + name, copy(tensor)));
        }
        numbers.add(number++);
      }
      settings.put(prefix + PARAMETERS.name(), numbers.toString());
    }
    return new OptimizerState(tensors, settings);
  }

  private static Tensor copy(Tensor tensor) {
    return Scope.keep(GradMode.off(tensor::clone));
  }

  /// The groups as they were, over the parameters of `groups`.
  ///
  /// @throws IllegalArgumentException if there is another number of groups or of parameters in one,
  ///   an option that the rule does not have, or none that it needs
  List<ParameterGroup> groups(List<ParameterGroup> groups, OptimizerProvider rule) {
    SortedMap<Integer, Map<String, String>> saved = new TreeMap<>();
    settings.forEach((key, text) -> {
      String[] words = words(key, GROUPS);
      saved
          .computeIfAbsent(Integer.valueOf(words[1]), _ -> new LinkedHashMap<>())
          .put(words[2], text);
    });
    if (saved.size() != groups.size() || saved.lastKey() != groups.size() - 1) {
      throw new IllegalArgumentException(
          "loaded state dict has a different number of parameter groups: "
              + saved.size()
              + ", here are "
              + groups.size());
    }
    List<ParameterGroup> result = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      ParameterGroup group = groups.get(g);
      int size = numbers(g).size();
      if (size != group.parameters().size()) {
        throw new IllegalArgumentException(
            "loaded state dict contains a parameter group that doesn't match the size of"
                + " optimizer's group: group "
                + g
                + " has "
                + size
                + " parameters, here it has "
                + group.parameters().size());
      }
      saved.get(g).remove(PARAMETERS.name());
      result.add(
          ParameterGroup.of(group.parameters(), parsed(saved.get(g), group))
              .complete(rule.options(), Attributes.NONE));
    }
    return result;
  }

  private List<Integer> numbers(int group) {
    String text = settings.get(GROUPS + "." + group + "." + PARAMETERS.name());
    if (text == null) {
      throw new IllegalArgumentException(
          "loaded state dict does not say which parameters are in group " + group);
    }
    return PARAMETERS.parse(text);
  }

  private static Attributes parsed(Map<String, String> settings, ParameterGroup group) {
    Attributes result = Attributes.NONE;
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      result = with(result, group.option(setting.getKey()), setting.getValue());
    }
    return result;
  }

  private static <T> Attributes with(Attributes attributes, Attribute<T> option, String text) {
    return attributes.with(option, option.parse(text));
  }

  /// The states as they were, by the parameters of `groups`.
  ///
  /// @throws IllegalArgumentException if a tensor belongs to no parameter, or does not fit its own
  Map<Tensor, ParameterState> states(List<ParameterGroup> groups, OptimizerProvider rule) {
    Map<Integer, Tensor> parameters = new LinkedHashMap<>();
    for (int g = 0; g < groups.size(); g++) {
      List<Integer> numbers = numbers(g);
      for (int i = 0; i < numbers.size(); i++) {
        parameters.put(numbers.get(i), groups.get(g).parameters().get(i));
      }
    }
    Map<Tensor, ParameterState> result = new IdentityHashMap<>();
    tensors.forEach((key, value) -> {
      String[] words = words(key, STATE);
      Tensor parameter = parameters.get(Integer.parseInt(words[1]));
      if (parameter == null) {
        throw new IllegalArgumentException(
            "loaded state dict has '" + key + "', but no parameter " + words[1]);
      }
      if (!rule.accepts(words[2], value, parameter)) {
        throw new IllegalArgumentException(
            "loaded state dict has '"
                + key
                + "' of shape "
                + value.shape()
                + " for a parameter of shape "
                + parameter.shape());
      }
      result
          .computeIfAbsent(parameter, ParameterState::new)
          .put(words[2], copy(converted(words[2], value, parameter.dtype())));
    });
    return result;
  }

  /// As PyTorch does it: averages take the type of the parameter, the number of steps keeps its
  /// own.
  private static Tensor converted(String name, Tensor value, DType dtype) {
    boolean converts = value.dtype().isFloating() && !name.equals(ParameterState.STEP);
    return converts ? value.to(dtype) : value;
  }

  private static String[] words(String key, String first) {
    String[] words = key.split("\\.", 3);
    if (words.length != 3 || !words[0].equals(first) || !words[1].matches("\\d{1,9}")) {
      throw new IllegalArgumentException(
          "loaded state dict has '" + key + "', where a name is like " + first + ".0.lr");
    }
    return words;
  }
}
