package org.hypergrad.bench;

import static org.bytedeco.pytorch.global.torch.randn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.global.torch;
import org.hypergrad.Functional;
import org.hypergrad.Scope;
import org.hypergrad.Tensor;
import org.hypergrad.Threads;

/// Operations on a million numbers against libtorch, through tensors, each with a new result. Ours
/// run as steps of a [Scope], as a training loop does; libtorch has an allocator that remembers.
final class ElementwiseBench {
  private final List<Ratio> ratios = new ArrayList<>();
  private final Tensor x = Tensor.randn(1024, 1024);
  private final Tensor y = Tensor.randn(1024, 1024);
  private final Tensor row = Tensor.randn(1024);
  private final org.bytedeco.pytorch.Tensor peerX = randn(1024, 1024);
  private final org.bytedeco.pytorch.Tensor peerY = randn(1024, 1024);
  private final org.bytedeco.pytorch.Tensor peerRow = randn(1024);
  private final Scope scope = new Scope("bench");

  private ElementwiseBench() {}

  static List<Ratio> run() {
    int before = Threads.count();
    Threads.setCount(1);
    torch.set_num_threads(1);
    try {
      return new ElementwiseBench().all();
    } finally {
      Threads.setCount(before);
    }
  }

  private List<Ratio> all() {
    compare("add", x -> x.add(y), x -> x.add(peerY));
    compare("mul", x -> x.mul(y), x -> x.mul(peerY));
    compare("add a row", x -> x.add(row), x -> x.add(peerRow));
    compare("exp", Tensor::exp, org.bytedeco.pytorch.Tensor::exp);
    compare("sum", Tensor::sum, org.bytedeco.pytorch.Tensor::sum);
    compare("softmax", x -> x.softmax(1), x -> x.softmax(1));
    compare("tanh", Tensor::tanh, org.bytedeco.pytorch.Tensor::tanh);
    compare("gelu", Functional::gelu, torch::gelu);
    compare("silu", Functional::silu, torch::silu);
    return ratios;
  }

  private void compare(
      String name,
      UnaryOperator<Tensor> ours,
      Function<org.bytedeco.pytorch.Tensor, org.bytedeco.pytorch.Tensor> peer) {
    Meter.Pair pair =
        Meter.measure(() -> scope.run(() -> ours.apply(x)), () -> free(peer.apply(peerX)));
    ratios.add(Ratio.ofMicroseconds("elementwise", name + ", 1024x1024", 1, pair));
  }

  private static void free(org.bytedeco.pytorch.Tensor result) {
    result.close();
  }
}
