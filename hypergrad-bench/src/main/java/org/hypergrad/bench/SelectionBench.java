package org.hypergrad.bench;

import static org.bytedeco.pytorch.global.torch.randn;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.hypergrad.DType;
import org.hypergrad.Functional;
import org.hypergrad.Generator;
import org.hypergrad.Scope;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// What chooses, finds, moves and converts elements, and computes little or nothing, and what is
/// done with whole numbers, against libtorch; in steps of a [Scope], as in a training loop.
final class SelectionBench {
  private static final int VOCABULARY = 10_000;
  private static final int WIDTH = 128;
  private static final int TOKENS = 4096;
  private static final int SIDE = 1024;

  private final Report report;
  private final Scope scope = new Scope("bench");
  private final Tensor x = Tensor.randn(SIDE, SIDE);
  private final org.bytedeco.pytorch.Tensor peerX = randn(SIDE, SIDE);

  private SelectionBench(Report report) {
    this.report = report;
  }

  static void run(Report report) {
    torch.set_num_threads(1);
    SelectionBench bench = new SelectionBench(report);
    bench.embedding(VOCABULARY);
    bench.embedding(10);
    bench.indices();
    bench.places();
    bench.masks();
    bench.casts();
    bench.copies();
    bench.integers();
  }

  private static Tensor integers(int below, int... sizes) {
    return Tensor.randint(Generator.global(), 0, below, Shape.of(sizes));
  }

  private static org.bytedeco.pytorch.Tensor peerIntegers(int below, long... sizes) {
    return torch.randint(below, sizes, new TensorOptions(ScalarType.Long));
  }

  private void embedding(int distinct) {
    Tensor table = Tensor.randn(VOCABULARY, WIDTH);
    Tensor index = integers(distinct, TOKENS);
    Tensor g = Tensor.randn(TOKENS, WIDTH);
    org.bytedeco.pytorch.Tensor peerTable = randn(VOCABULARY, WIDTH);
    org.bytedeco.pytorch.Tensor peerIndex = peerIntegers(distinct, TOKENS);
    org.bytedeco.pytorch.Tensor peerG = randn(TOKENS, WIDTH);
    String sizes = ", %d of %d x %d".formatted(TOKENS, distinct, WIDTH);
    compare(
        "embedding" + sizes,
        () -> Functional.embedding(index, table),
        () -> torch.embedding(peerTable, peerIndex));
    compare(
        "gradient of embedding" + sizes,
        () -> Tensor.zeros(VOCABULARY, WIDTH).indexAdd(0, index, g),
        () -> torch.embedding_dense_backward(peerG, peerIndex, VOCABULARY, -1, false));
    Tensor leaf = table.detach().requiresGrad(true);
    org.bytedeco.pytorch.Tensor peerLeaf = peerTable.detach().requires_grad_(true);
    compare(
        "embedding, forward and backward" + sizes,
        () -> {
          leaf.setGrad(null);
          Functional.embedding(index, leaf).sum().backward();
        },
        () -> {
          peerLeaf.mutable_grad().reset();
          torch.embedding(peerLeaf, peerIndex).sum().backward();
        });
  }

  private void indices() {
    Tensor rows = integers(SIDE, SIDE);
    Tensor index = integers(SIDE, SIDE, SIDE);
    org.bytedeco.pytorch.Tensor peerRows = peerIntegers(SIDE, SIDE);
    org.bytedeco.pytorch.Tensor peerIndex = peerIntegers(SIDE, SIDE, SIDE);
    compare("index_select of rows", x -> x.indexSelect(0, rows), x -> x.index_select(0, peerRows));
    compare(
        "index_select of columns", x -> x.indexSelect(1, rows), x -> x.index_select(1, peerRows));
    compare("gather along 0", x -> x.gather(0, index), x -> x.gather(0, peerIndex));
    compare("gather along 1", x -> x.gather(1, index), x -> x.gather(1, peerIndex));
    compare(
        "scatter_add along 1", x -> x.scatterAdd(1, index, x), x -> x.scatter_add(1, peerIndex, x));
  }

  private void places() {
    for (int dim = 0; dim < 2; dim++) {
      int along = dim;
      compare(
          "argmax along " + dim,
          x -> x.argmax(along, false),
          x -> x.argmax(new LongOptional(along), false));
      compare(
          "max along %d with indices".formatted(dim),
          () -> x.max(along, false),
          () -> peerX.max(along, false));
    }
    compare("argmax", Tensor::argmax, org.bytedeco.pytorch.Tensor::argmax);
  }

  private void masks() {
    Tensor y = Tensor.randn(SIDE, SIDE);
    org.bytedeco.pytorch.Tensor peerY = randn(SIDE, SIDE);
    for (int[] sizes : List.of(new int[] {SIDE, SIDE}, new int[] {1, SIDE}, new int[] {SIDE, 1})) {
      Tensor mask = Tensor.randn(sizes).gt(0.0);
      org.bytedeco.pytorch.Tensor peerMask = randn(sizes[0], sizes[1]).gt(new Scalar(0));
      String by = " by a mask of %d x %d".formatted(sizes[0], sizes[1]);
      compare("where" + by, x -> x.where(mask, y), x -> x.where(peerMask, peerY));
      compare(
          "masked_fill" + by,
          x -> x.maskedFill(mask, 0.5),
          x -> x.masked_fill(peerMask, new Scalar(0.5)));
    }
  }

  private void casts() {
    for (DType[] types :
        new DType[][] {
          {DType.FLOAT32, DType.FLOAT64},
          {DType.FLOAT64, DType.FLOAT32},
          {DType.INT64, DType.FLOAT32},
          {DType.INT32, DType.FLOAT32},
          {DType.UINT8, DType.FLOAT32},
          {DType.BOOL, DType.FLOAT32},
          {DType.FLOAT32, DType.INT64},
          {DType.FLOAT32, DType.BOOL},
          {DType.BOOL, DType.INT64}
        }) {
      Tensor from = x.gt(0.0).to(types[0]);
      ScalarType to = peerType(types[1]);
      org.bytedeco.pytorch.Tensor peerFrom = peerX.gt(new Scalar(0)).to(peerType(types[0]));
      compare(
          "%s to %s".formatted(types[0], types[1]), () -> from.to(types[1]), () -> peerFrom.to(to));
    }
  }

  private void copies() {
    compare("contiguous, of transposed", x -> x.t().contiguous(), x -> x.t().contiguous());
    compare(
        "float32 to float64, of transposed",
        x -> x.t().to(DType.FLOAT64).contiguous(),
        x -> x.t().to(ScalarType.Double).contiguous());
    TensorVector twice = new TensorVector(new org.bytedeco.pytorch.Tensor[] {peerX, peerX});
    for (int dim = 0; dim < 2; dim++) {
      int along = dim;
      compare(
          "cat along " + dim, x -> Tensor.cat(List.of(x, x), along), _ -> torch.cat(twice, along));
    }
  }

  private void integers() {
    Tensor n = integers(1000, SIDE, SIDE);
    org.bytedeco.pytorch.Tensor peerN = peerIntegers(1000, SIDE, SIDE);
    compare("int64, add", () -> n.add(n), () -> peerN.add(peerN));
    compare("int64, eq", () -> n.eq(n), () -> peerN.eq(peerN));
    compare("int64, sum", () -> n.sum(), () -> peerN.sum());
    compare("int64, max", () -> n.max(), () -> peerN.max());
  }

  private static ScalarType peerType(DType dtype) {
    return switch (dtype) {
      case BOOL -> ScalarType.Bool;
      case UINT8 -> ScalarType.Byte;
      case INT32 -> ScalarType.Int;
      case INT64 -> ScalarType.Long;
      case FLOAT32 -> ScalarType.Float;
      case FLOAT64 -> ScalarType.Double;
    };
  }

  private void compare(
      String name,
      UnaryOperator<Tensor> ours,
      Function<org.bytedeco.pytorch.Tensor, org.bytedeco.pytorch.Tensor> peer) {
    compare(name, () -> ours.apply(x), () -> peer.apply(peerX));
  }

  private void compare(String name, Runnable ours, Runnable peer) {
    Runnable inScope = () -> scope.run(ours);
    Runnable closed =
        () -> {
          try (PointerScope _ = new PointerScope()) {
            peer.run();
          }
        };
    report.time(name, 1, () -> Meter.measure(inScope, closed));
  }
}
