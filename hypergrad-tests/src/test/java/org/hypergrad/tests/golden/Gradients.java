package org.hypergrad.tests.golden;

import static org.hypergrad.tests.golden.Comparison.assertGradientAgrees;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hypergrad.Autograd;
import org.hypergrad.GradOptions;
import org.hypergrad.Tensor;

/// Gradients of several tensors, of which some require none, and their comparison.
final class Gradients {
  private Gradients() {}

  /// One gradient per input; null for those that require none.
  static List<Tensor> of(
      List<Tensor> roots, List<Tensor> inputs, List<Tensor> upstream, GradOptions options) {
    List<Tensor> result = new ArrayList<>(Collections.nCopies(inputs.size(), null));
    List<Tensor> wanted = inputs.stream().filter(Tensor::requiresGrad).toList();
    if (roots.isEmpty() || wanted.isEmpty()) {
      return result;
    }
    List<Tensor> gradients = Autograd.grad(roots, wanted, upstream, options);
    int next = 0;
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).requiresGrad()) {
        result.set(i, gradients.get(next++));
      }
    }
    return result;
  }

  /// Compares gradients with those of a case.
  ///
  /// @param what how a message names them, before their number
  /// @param of the tensors whose gradients they are
  static void assertAgree(
      String what, List<Tensor> actual, JsonNode expected, List<Tensor> of, Tolerance tolerance) {
    assertCount(what, actual.size(), expected);
    for (int i = 0; i < actual.size(); i++) {
      assertGradientAgrees(what + i, actual.get(i), expected.get(i), of.get(i), tolerance);
    }
  }

  /// Compares how many there are.
  static void assertCount(String what, int actual, JsonNode expected) {
    if (actual != expected.size()) {
      throw new AssertionError(what + ": expected " + expected.size() + " of them, got " + actual);
    }
  }
}
