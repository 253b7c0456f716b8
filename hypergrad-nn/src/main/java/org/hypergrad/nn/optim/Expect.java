package org.hypergrad.nn.optim;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.spi.Attribute;
import org.hypergrad.spi.Attributes;

/// Checks of what schedulers are given, in PyTorch's words.
final class Expect {
  private Expect() {}

  static void positive(String name, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException(
          "Expected positive integer " + name + ", but got " + value);
    }
  }

  /// Refuses options that are not known, or lack a required one.
  static void options(Attributes given, Attribute<?>... known) {
    for (Attribute<?> option : given.keys()) {
      if (!List.of(known).contains(option)) {
        throw new IllegalArgumentException(
            "There is no option '"
                + option.name()
                + "' here. The options are "
                + Arrays.stream(known).map(Attribute::name).collect(joining(", "))
                + ".");
      }
    }
    Arrays.stream(known).forEach(given::get); // fails for a required one that is missing
  }

  static String oneOf(Attribute<String> option, Attributes options, String... words) {
    String word = options.get(option);
    if (!List.of(words).contains(word)) {
      throw new IllegalArgumentException(
          option.name() + " must be one of " + String.join(", ", words) + ", instead got " + word);
    }
    return word;
  }

  /// As many values as the optimizer has groups; a single one stands for all.
  static List<Double> perGroup(
      Attribute<List<Double>> option, Attributes options, Optimizer optimizer) {
    List<Double> values = options.get(option);
    int groups = optimizer.groups().size();
    if (values.size() == 1) {
      return Collections.nCopies(groups, values.getFirst());
    }
    if (values.size() != groups) {
      throw new IllegalArgumentException(
          "expected " + groups + " values for " + option.name() + ", got " + values.size());
    }
    return List.copyOf(values);
  }

  /// A function for each group.
  static List<IntToDoubleFunction> lambdas(List<IntToDoubleFunction> lambdas, Optimizer optimizer) {
    int groups = optimizer.groups().size();
    if (lambdas.size() != groups) {
      throw new IllegalArgumentException(
          "Expected " + groups + " lr_lambdas, but got " + lambdas.size());
    }
    return List.copyOf(lambdas);
  }

  /// The optimizer that all these schedulers belong to.
  static Optimizer oneOptimizer(List<? extends Scheduler> schedulers) {
    if (schedulers.isEmpty()) {
      throw new IllegalArgumentException("There is no scheduler in the list");
    }
    for (int i = 1; i < schedulers.size(); i++) {
      if (schedulers.get(i).optimizer() != schedulers.getFirst().optimizer()) {
        throw new IllegalArgumentException(
            "expects all schedulers to belong to the same optimizer, but got schedulers at index 0"
                + " and "
                + i
                + " to be different");
      }
    }
    return schedulers.getFirst().optimizer();
  }
}
