package org.hypergrad.bench;

import static org.bytedeco.pytorch.global.torch.randn;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.global.torch;
import org.hypergrad.Functional;
import org.hypergrad.Scope;
import org.hypergrad.Tensor;

/// Operations on a million numbers against libtorch, through tensors, each with a new result. In a
/// step of a [Scope], as in a training loop, ours has memory that it used before, as libtorch's
/// allocator has; outside, the garbage collector brings and takes it.
final class ElementwiseBench {
  private final Report report;
  private final Tensor x = Tensor.randn(1024, 1024);
  private final Tensor y = Tensor.randn(1024, 1024);
  private final Tensor row = Tensor.randn(1024);
  private final org.bytedeco.pytorch.Tensor peerX = randn(1024, 1024);
  private final org.bytedeco.pytorch.Tensor peerY = randn(1024, 1024);
  private final org.bytedeco.pytorch.Tensor peerRow = randn(1024);
  private final Scope scope = new Scope("bench");

  private ElementwiseBench(Report report) {
    this.report = report;
  }

  static void run(Report report) {
    torch.set_num_threads(1);
    new ElementwiseBench(report).all();
  }

  private void all() {
    compare("add", x -> x.add(y), x -> x.add(peerY));
    compare("mul", x -> x.mul(y), x -> x.mul(peerY));
    compare("add a row", x -> x.add(row), x -> x.add(peerRow));
    compare("exp", Tensor::exp, org.bytedeco.pytorch.Tensor::exp);
    compare("sum", Tensor::sum, org.bytedeco.pytorch.Tensor::sum);
    compare("softmax", x -> x.softmax(1), x -> x.softmax(1));
    compare("tanh", Tensor::tanh, org.bytedeco.pytorch.Tensor::tanh);
    compare("gelu", Functional::gelu, torch::gelu);
    compare("silu", Functional::silu, torch::silu);
    compare("pow 2.5", x -> x.pow(2.5), x -> x.pow(new Scalar(2.5)));
  }

  private void compare(
      String name,
      UnaryOperator<Tensor> ours,
      Function<org.bytedeco.pytorch.Tensor, org.bytedeco.pytorch.Tensor> peer) {
    Runnable fresh = () -> ours.apply(x);
    Runnable inScope = () -> scope.run(fresh);
    Runnable libtorch = () -> peer.apply(peerX).close();
    report.time(name + ", 1024x1024", 1, () -> Meter.measure(inScope, libtorch));
    report.time(name + ", 1024x1024, no scope", 1, () -> Meter.measure(fresh, libtorch));
  }
}
