package org.hypergrad.tests.golden;

import static org.hypergrad.tests.golden.Ports.port;

import java.util.List;
import org.hypergrad.Functional;
import org.hypergrad.Index;
import org.hypergrad.Reduction;
import org.hypergrad.Tensor;

/// Programs of `errors` about operations called with what does not fit.
final class OperationErrorPrograms {
  static final List<Ports.Port> TABLE =
      List.of(
          port("x + y", run -> run.leaf("x").add(run.leaf("y"))),
          port("x @ y", run -> run.leaf("x").matmul(run.leaf("y"))),
          port("torch.mm(x, y)", run -> run.leaf("x").mm(run.leaf("y"))),
          port("torch.dot(x, y)", run -> run.leaf("x").dot(run.leaf("y"))),
          port("torch.mv(x, y)", run -> run.leaf("x").mv(run.leaf("y"))),
          port("x.reshape(4, 2)", run -> run.leaf("x").reshape(4, 2)),
          port("x.reshape(4, -1)", run -> run.leaf("x").reshape(4, -1)),
          port("x.view(4)", run -> run.leaf("x").view(4)),
          port("x.expand(4, 3)", run -> run.leaf("x").expand(4, 3)),
          port(
              "x.permute(0)",
              "permute(): number of dimensions in the tensor input does not match the length of the"
                  + " desired ordering of dimensions i.e. input.dim() = 2 is not equal to len(dims)"
                  + " = 1",
              run -> run.leaf("x").permute(0)),
          port("x.permute(0, 0)", run -> run.leaf("x").permute(0, 0)),
          port("x.transpose(0, 2)", run -> run.leaf("x").transpose(0, 2)),
          port("x.squeeze(2)", run -> run.leaf("x").squeeze(2)),
          port("x.sum(2)", run -> run.leaf("x").sum(2)),
          port("x.softmax(3)", run -> run.leaf("x").softmax(3)),
          port("x.argmax(1)", run -> run.leaf("x").argmax(1, false)),
          port("torch.zeros(0).max()", _ -> Tensor.zeros(0).max()),
          port("torch.zeros(0).argmax()", _ -> Tensor.zeros(0).argmax()),
          port("torch.cat([x, y])", run -> Tensor.cat(List.of(run.leaf("x"), run.leaf("y")), 0)),
          port(
              "torch.stack([x, y])", run -> Tensor.stack(List.of(run.leaf("x"), run.leaf("y")), 0)),
          port("x.split([2, 2])", run -> run.leaf("x").split(List.of(2, 2), 0)),
          port("x.split(-1)", run -> run.leaf("x").split(-1, 0)),
          port("x[3]", run -> run.leaf("x").get(3)),
          port("x[0, -4]", run -> run.leaf("x").get(0, -4)),
          port("x[0, 0]", run -> run.leaf("x").get(0, 0)),
          port("x[torch.tensor([0, 5])]", run -> run.leaf("x").get(Index.of(Tensor.of(0L, 5L)))),
          port("x[torch.tensor([0.0])]", run -> run.leaf("x").get(Index.of(Tensor.of(0f)))),
          port(
              "x[torch.tensor([True, False])]",
              run -> run.leaf("x").get(Index.of(Tensor.of(true, false)))),
          port("x.narrow(0, 3, 4)", run -> run.leaf("x").narrow(0, 3, 4)),
          port(
              "x.gather(1, torch.tensor([[5], [0]]))",
              run -> run.leaf("x").gather(1, Tensor.of(new long[][] {{5}, {0}}))),
          port(
              "x.gather(1, torch.tensor([0, 1]))",
              run -> run.leaf("x").gather(1, Tensor.of(0L, 1L))),
          port(
              "x.masked_fill(torch.tensor([True, False, True]), torch.ones(2,"
                  + " dtype=torch.float64))",
              run -> run.leaf("x").maskedFill(Tensor.of(true, false, true), Tensor.of(1.0, 1.0))),
          port(
              "torch.where(torch.tensor([True, False, True]), x, y)",
              run -> Tensor.where(Tensor.of(true, false, true), run.leaf("x"), run.leaf("y"))),
          port(
              "F.cross_entropy(x, torch.tensor([0, 3]))",
              run -> Functional.crossEntropy(run.leaf("x"), Tensor.of(0L, 3L))),
          port(
              "F.cross_entropy(x, torch.tensor([0, -1]))",
              run -> Functional.crossEntropy(run.leaf("x"), Tensor.of(0L, -1L))),
          port(
              "F.nll_loss(x.log_softmax(1), torch.tensor([0, 5]))",
              run -> nllLoss(run.leaf("x").logSoftmax(1), Tensor.of(0L, 5L), null)),
          port(
              "F.nll_loss(x, torch.tensor([0, 1]), w)",
              run -> nllLoss(run.leaf("x"), Tensor.of(0L, 1L), run.leaf("w"))),
          port(
              "F.binary_cross_entropy_with_logits(x, y)",
              run ->
                  Functional.binaryCrossEntropyWithLogits(
                      run.leaf("x"), run.leaf("y"), null, null, Reduction.MEAN)),
          port(
              "F.mse_loss(x, y)",
              run -> Functional.mseLoss(run.leaf("x"), run.leaf("y"), Reduction.MEAN)),
          port(
              "F.mse_loss(x, y, reduction='average')",
              run -> Functional.mseLoss(run.leaf("x"), run.leaf("y"), Reduction.named("average"))),
          port(
              "F.binary_cross_entropy(x * 100, y)",
              run ->
                  Functional.binaryCrossEntropy(
                      run.leaf("x").mul(100), run.leaf("y"), null, Reduction.MEAN)),
          port(
              "F.embedding(torch.tensor([4]), w)",
              run -> Functional.embedding(Tensor.of(4L), run.leaf("w"))),
          port("torch.arange(0, 5, 0)", _ -> Tensor.arange(0, 5, 0)));

  private OperationErrorPrograms() {}

  private static Tensor nllLoss(Tensor x, Tensor target, Tensor weight) {
    return Functional.nllLoss(x, target, weight, -100, Reduction.MEAN);
  }
}
