package org.hypergrad.bench;

import static org.bytedeco.pytorch.global.torch.randn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.hypergrad.DType;
import org.hypergrad.Functional;
import org.hypergrad.Generator;
import org.hypergrad.Layout;
import org.hypergrad.Scope;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.Threads;
import org.hypergrad.nn.optim.SGD;
import org.hypergrad.spi.Kernels;

/// The same in float64, against libtorch, whose products of matrices are OpenBLAS's there.
final class Float64Bench {
  private final Report report;
  private final Scope scope = new Scope("bench");

  private Float64Bench(Report report) {
    this.report = report;
  }

  static void run(Report report) {
    torch.set_num_threads(1);
    new Float64Bench(report).all();
  }

  private void all() {
    for (int threads : new int[] {1, 2}) {
      Threads.setCount(threads);
      openblas_nolapack.blas_set_num_threads(threads);
      for (int size : new int[] {256, 512, 1024}) {
        report.time("dgemm %1$dx%1$dx%1$d".formatted(size), threads, () -> product(size));
      }
    }
    Threads.setCount(1);
    openblas_nolapack.blas_set_num_threads(1);
    compare("add", x -> x.add(x), x -> x.add(x));
    compare("exp", Tensor::exp, org.bytedeco.pytorch.Tensor::exp);
    compare("tanh", Tensor::tanh, org.bytedeco.pytorch.Tensor::tanh);
    compare("gelu", Functional::gelu, torch::gelu);
    compare("sum", Tensor::sum, org.bytedeco.pytorch.Tensor::sum);
    compare("softmax", x -> x.softmax(1), x -> x.softmax(1));
    report.time("MLP 784-256-128-10, batch 64, a step, float64", 1, this::mlp);
  }

  private static Tensor random(int... sizes) {
    return Tensor.randn(Generator.global(), DType.FLOAT64, Shape.of(sizes));
  }

  /// Into an array that is there.
  private static Meter.Pair product(int size) {
    Tensor a = random(size, size);
    Tensor b = random(size, size);
    Tensor c = random(size, size);
    Kernels<Object> kernels = Kernels.of(DType.FLOAT64);
    Layout layout = Layout.contiguous(Shape.of(1, size, size));
    Object arrayA = a.storage().array();
    Object arrayB = b.storage().array();
    Object arrayC = c.storage().array();
    var peerA = randn(size, size).to(ScalarType.Double);
    var peerB = randn(size, size).to(ScalarType.Double);
    var peerC = randn(size, size).to(ScalarType.Double);
    return Meter.measure(
        () -> kernels.gemm(arrayA, layout, arrayB, layout, arrayC, layout, false),
        () -> torch.mm_out(peerC, peerA, peerB).close());
  }

  private void compare(
      String name,
      UnaryOperator<Tensor> ours,
      Function<org.bytedeco.pytorch.Tensor, org.bytedeco.pytorch.Tensor> peer) {
    Tensor x = random(1024, 1024);
    org.bytedeco.pytorch.Tensor peerX = randn(1024, 1024).to(ScalarType.Double);
    Runnable fresh = () -> ours.apply(x);
    report.time(
        name + ", 1024x1024, float64",
        1,
        () -> Meter.measure(() -> scope.run(fresh), () -> peer.apply(peerX).close()));
  }

  private Meter.Pair mlp() {
    int[] sizes = {784, 256, 128, 10};
    List<Tensor> parameters = new ArrayList<>();
    for (int i = 1; i < sizes.length; i++) {
      double scale = 1 / Math.sqrt(sizes[i - 1]);
      parameters.add(random(sizes[i], sizes[i - 1]).mul(scale).requiresGrad(true));
      parameters.add(random(sizes[i]).mul(scale).requiresGrad(true));
    }
    Tensor inputs = random(64, sizes[0]);
    Tensor targets = Tensor.randint(Generator.global(), 0, 10, Shape.of(64));
    SGD optimizer = new SGD(parameters, 0.01, 0.9);
    Runnable step =
        () -> {
          optimizer.zeroGrad();
          Tensor x = inputs;
          for (int i = 0; i < parameters.size(); i += 2) {
            x = Functional.linear(x, parameters.get(i), parameters.get(i + 1));
            x = i < parameters.size() - 2 ? x.relu() : x;
          }
          Functional.crossEntropy(x, targets).backward();
          optimizer.step();
        };
    TorchMlp peer = new TorchMlp(ScalarType.Double, 64, sizes);
    return Meter.measure(() -> scope.run(step), peer::step);
  }
}
