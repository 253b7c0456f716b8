package org.hypergrad.bench;

import java.util.ArrayList;
import java.util.List;
import org.hypergrad.Generator;
import org.hypergrad.Tensor;

/// micrograd's demonstration over single numbers: 100 points of two moons, an MLP 2-16-16-1 with
/// ReLU, the SVM "max-margin" loss and L2 regularisation. One step is about 65,000 operations.
final class TwoMoons {
  private static final int[] SIZES = {2, 16, 16, 1};

  private final double[][] points = new double[100][2];
  private final double[] labels = new double[100];
  private final List<double[]> weights = new ArrayList<>(); // of each neuron, its bias last

  TwoMoons() {
    Generator generator = new Generator(1337);
    for (int i = 0; i < points.length; i++) {
      double angle = Math.PI * (i / 2) / (points.length / 2 - 1);
      boolean upper = i % 2 == 0;
      points[i][0] =
          (upper ? Math.cos(angle) : 1 - Math.cos(angle)) + 0.1 * generator.nextGaussian();
      points[i][1] =
          (upper ? Math.sin(angle) : 0.5 - Math.sin(angle)) + 0.1 * generator.nextGaussian();
      labels[i] = upper ? 1 : -1;
    }
    for (int layer = 1; layer < SIZES.length; layer++) {
      for (int neuron = 0; neuron < SIZES[layer]; neuron++) {
        double[] row = new double[SIZES[layer - 1] + 1];
        for (int k = 0; k < row.length - 1; k++) {
          row[k] = 2 * generator.nextDouble() - 1;
        }
        weights.add(row);
      }
    }
  }

  /// The operations of one forward pass, as [#loss] and [#minimalLoss] write them.
  int operations() {
    int perPoint = 2; // margin: 1 - y·s
    for (int layer = 1; layer < SIZES.length; layer++) {
      perPoint +=
          SIZES[layer] * 2 * SIZES[layer - 1] + (layer < SIZES.length - 1 ? SIZES[layer] : 0);
    }
    int parameters = weights.stream().mapToInt(row -> row.length).sum();
    return points.length * (perPoint + 2) + 1 + 2 * parameters + 2;
  }

  Tensor[][] parameters() {
    return weights.stream()
        .map(row -> {
          Tensor[] tensors = new Tensor[row.length];
          for (int k = 0; k < row.length; k++) {
            tensors[k] = Tensor.scalar(row[k]).requiresGrad(true);
          }
          return tensors;
        })
        .toArray(Tensor[][]::new);
  }

  Tensor loss(Tensor[][] parameters) {
    Tensor one = Tensor.scalar(1.0);
    Tensor total = Tensor.scalar(0.0);
    for (int i = 0; i < points.length; i++) {
      Tensor[] layer = {Tensor.scalar(points[i][0]), Tensor.scalar(points[i][1])};
      int neuron = 0;
      for (int depth = 1; depth < SIZES.length; depth++) {
        Tensor[] next = new Tensor[SIZES[depth]];
        for (int j = 0; j < next.length; j++) {
          Tensor[] row = parameters[neuron++];
          Tensor sum = row[layer.length];
          for (int k = 0; k < layer.length; k++) {
            sum = sum.add(row[k].mul(layer[k]));
          }
          next[j] = depth < SIZES.length - 1 ? sum.relu() : sum;
        }
        layer = next;
      }
      total = total.add(one.add(layer[0].mul(Tensor.scalar(-labels[i]))).relu());
    }
    Tensor squares = Tensor.scalar(0.0);
    for (Tensor[] row : parameters) {
      for (Tensor parameter : row) {
        squares = squares.add(parameter.mul(parameter));
      }
    }
    return total.mul(Tensor.scalar(1.0 / points.length)).add(squares.mul(Tensor.scalar(1e-4)));
  }

  /// The same on the minimal tape; gives the loss.
  double minimalStep() {
    MinimalTape tape = new MinimalTape();
    List<MinimalTape.Value[]> parameters = new ArrayList<>();
    for (double[] row : weights) {
      MinimalTape.Value[] values = new MinimalTape.Value[row.length];
      for (int k = 0; k < row.length; k++) {
        values[k] = tape.value(row[k]);
      }
      parameters.add(values);
    }
    MinimalTape.Value one = tape.value(1);
    MinimalTape.Value total = tape.value(0);
    for (int i = 0; i < points.length; i++) {
      MinimalTape.Value[] layer = {tape.value(points[i][0]), tape.value(points[i][1])};
      int neuron = 0;
      for (int depth = 1; depth < SIZES.length; depth++) {
        MinimalTape.Value[] next = new MinimalTape.Value[SIZES[depth]];
        for (int j = 0; j < next.length; j++) {
          MinimalTape.Value[] row = parameters.get(neuron++);
          MinimalTape.Value sum = row[layer.length];
          for (int k = 0; k < layer.length; k++) {
            sum = tape.add(sum, tape.mul(row[k], layer[k]));
          }
          next[j] = depth < SIZES.length - 1 ? tape.relu(sum) : sum;
        }
        layer = next;
      }
      total = tape.add(total, tape.relu(tape.add(one, tape.mul(layer[0], tape.value(-labels[i])))));
    }
    MinimalTape.Value squares = tape.value(0);
    for (MinimalTape.Value[] row : parameters) {
      for (MinimalTape.Value parameter : row) {
        squares = tape.add(squares, tape.mul(parameter, parameter));
      }
    }
    MinimalTape.Value loss =
        tape.add(
            tape.mul(total, tape.value(1.0 / points.length)), tape.mul(squares, tape.value(1e-4)));
    tape.backward(loss);
    return loss.data;
  }
}
