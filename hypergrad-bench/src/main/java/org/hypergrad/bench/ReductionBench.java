package org.hypergrad.bench;

import static org.bytedeco.pytorch.global.torch.randn;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.hypergrad.Functional;
import org.hypergrad.Scope;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// What looks at whole rows or columns, and what goes back through it, against libtorch: softmax,
/// normalization, variance, and activations beside them. All in a step of a [Scope].
final class ReductionBench {
  private final Report report;
  private final Scope scope = new Scope("bench");

  private ReductionBench(Report report) {
    this.report = report;
  }

  static void run(Report report) {
    torch.set_num_threads(1);
    new ReductionBench(report).all();
  }

  private void all() {
    forward("softmax along dim 0", 1024, 1024, x -> x.softmax(0), x -> x.softmax(0));
    forward("softmax", 65536, 10, x -> x.softmax(1), x -> x.softmax(1));
    forward("log_softmax", 1024, 1024, x -> x.logSoftmax(1), x -> x.log_softmax(1));
    forward("log_softmax", 65536, 10, x -> x.logSoftmax(1), x -> x.log_softmax(1));
    forward("var along dim 0", 1024, 1024, x -> x.var(1, false, 0), x -> x.var(0));
    forward("var along dim 1", 1024, 1024, x -> x.var(1, false, 1), x -> x.var(1));
    forward("std", 1024, 1024, Tensor::std, org.bytedeco.pytorch.Tensor::std);
    for (int[] s : new int[][] {{1024, 1024}, {768, 128}}) {
      forward("layer_norm", s[0], s[1], ours(s[1]), peer(s[1]));
      training("layer_norm", s[0], s[1], ours(s[1]), peer(s[1]));
    }
    training("softmax", 1024, 1024, x -> x.softmax(1), x -> x.softmax(1));
    training("softmax", 65536, 10, x -> x.softmax(1), x -> x.softmax(1));
    training("log_softmax", 1024, 1024, x -> x.logSoftmax(1), x -> x.log_softmax(1));
    training("gelu", 1024, 1024, Functional::gelu, torch::gelu);
    training("silu", 1024, 1024, Functional::silu, torch::silu);
    training("tanh", 1024, 1024, Tensor::tanh, org.bytedeco.pytorch.Tensor::tanh);
    training("sigmoid", 1024, 1024, Tensor::sigmoid, org.bytedeco.pytorch.Tensor::sigmoid);
    training("relu", 1024, 1024, Tensor::relu, org.bytedeco.pytorch.Tensor::relu);
  }

  private static UnaryOperator<Tensor> ours(int columns) {
    Shape shape = Shape.of(columns);
    Tensor weight = Tensor.ones(columns);
    Tensor bias = Tensor.zeros(columns);
    return x -> Functional.layerNorm(x, shape, weight, bias, 1e-5);
  }

  private static Function<org.bytedeco.pytorch.Tensor, org.bytedeco.pytorch.Tensor> peer(
      int columns) {
    long[] shape = {columns};
    TensorOptional weight = new TensorOptional(torch.ones(columns));
    TensorOptional bias = new TensorOptional(torch.zeros(columns));
    return x -> torch.layer_norm(x, shape, weight, bias, 1e-5, false);
  }

  private void forward(
      String name,
      int rows,
      int columns,
      UnaryOperator<Tensor> ours,
      Function<org.bytedeco.pytorch.Tensor, org.bytedeco.pytorch.Tensor> peer) {
    Tensor x = Tensor.randn(rows, columns);
    org.bytedeco.pytorch.Tensor peerX = randn(rows, columns);
    Runnable fresh = () -> ours.apply(x);
    report.time(
        name + ", " + rows + "x" + columns,
        1,
        () -> Meter.measure(() -> scope.run(fresh), () -> peer.apply(peerX).close()));
  }

  /// Forward, and backward from a gradient that is given.
  private void training(
      String name,
      int rows,
      int columns,
      UnaryOperator<Tensor> ours,
      Function<org.bytedeco.pytorch.Tensor, org.bytedeco.pytorch.Tensor> peer) {
    Tensor x = Tensor.randn(rows, columns).requiresGrad(true);
    Tensor gradient = Tensor.randn(rows, columns);
    Runnable step =
        () -> {
          x.zeroGrad(true);
          ours.apply(x).backward(gradient);
        };
    org.bytedeco.pytorch.Tensor peerX = randn(rows, columns).requires_grad_(true);
    org.bytedeco.pytorch.Tensor peerGradient = randn(rows, columns);
    Runnable peerStep =
        () -> {
          try (PointerScope _ = new PointerScope()) {
            peerX.mutable_grad().put(new org.bytedeco.pytorch.Tensor());
            peer.apply(peerX)
                .backward(
                    peerGradient,
                    new org.bytedeco.pytorch.BoolOptional(),
                    false,
                    new org.bytedeco.pytorch.TensorArrayRefOptional());
          }
        };
    report.time(
        name + ", " + rows + "x" + columns + ", forward and backward",
        1,
        () -> Meter.measure(() -> scope.run(step), peerStep));
  }
}
