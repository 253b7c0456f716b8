package org.hypergrad.bench;

import static org.bytedeco.pytorch.global.torch.gelu;
import static org.bytedeco.pytorch.global.torch.layer_norm;
import static org.bytedeco.pytorch.global.torch.linear;
import static org.bytedeco.pytorch.global.torch.mse_loss;
import static org.bytedeco.pytorch.global.torch.ones;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// [TransformerBlock] in libtorch, with the same numbers.
final class TorchTransformerBlock {
  private final TransformerBlock ours;
  private final Map<String, Tensor> parameters = new LinkedHashMap<>();
  private final Tensor future;
  private final Tensor input;
  private final Tensor target;

  /// @param ours where the numbers come from
  TorchTransformerBlock(TransformerBlock ours) {
    this.ours = ours;
    ours.namedParameters().forEach((name, tensor) -> parameters.put(name, leaf(tensor)));
    input = leaf(ours.input());
    target = copy(ours.target());
    long sequence = input.size(1);
    future = ones(sequence, sequence).triu(1).toType(ScalarType.Bool);
  }

  private static Tensor leaf(org.hypergrad.Tensor ours) {
    return copy(ours).requires_grad_(true);
  }

  private static Tensor copy(org.hypergrad.Tensor ours) {
    long[] sizes = Arrays.stream(ours.shape().toArray()).asLongStream().toArray();
    return Tensor.create(ours.toFloats(), sizes);
  }

  /// The mean square error of the block's output, and its gradients for the parameters and the
  /// input.
  void forwardBackward() {
    try (PointerScope _ = new PointerScope()) {
      Tensor none = new Tensor();
      parameters.values().forEach(parameter -> parameter.mutable_grad().put(none));
      input.mutable_grad().put(none);
      mse_loss(forward(input), target).backward();
    }
  }

  private Tensor forward(Tensor x) {
    Tensor attended = x.add(attention(normalized("ln1", x)));
    return attended.add(affine("down", gelu(affine("up", normalized("ln2", attended)))));
  }

  private Tensor attention(Tensor x) {
    long width = x.size(2);
    TensorVector parts = affine("qkv", x).split(width, 2);
    Tensor q = inHeads(parts.get(0));
    Tensor k = inHeads(parts.get(1));
    Tensor v = inHeads(parts.get(2));
    double scale = 1 / Math.sqrt((double) width / ours.heads());
    Tensor scores = q.matmul(k.transpose(-2, -1)).mul(new Scalar(scale));
    Tensor weights = scores.masked_fill(future, new Scalar(Double.NEGATIVE_INFINITY)).softmax(-1);
    Tensor mixed = weights.matmul(v).transpose(1, 2);
    return affine("projection", mixed.contiguous().view(x.size(0), x.size(1), width));
  }

  private Tensor inHeads(Tensor x) {
    return x.view(x.size(0), x.size(1), ours.heads(), x.size(2) / ours.heads()).transpose(1, 2);
  }

  private Tensor affine(String name, Tensor x) {
    return linear(x, weight(name), new TensorOptional(bias(name)));
  }

  private Tensor normalized(String name, Tensor x) {
    long[] shape = {x.size(2)};
    return layer_norm(
        x, shape, new TensorOptional(weight(name)), new TensorOptional(bias(name)), 1e-5, false);
  }

  private Tensor weight(String name) {
    return parameters.get(name + ".weight");
  }

  private Tensor bias(String name) {
    return parameters.get(name + ".bias");
  }

  /// Compares the gradients of both.
  ///
  /// @throws AssertionError if they differ
  void checkSameGradients() {
    checkSame("input", ours.input().grad(), input.grad());
    ours.namedParameters()
        .forEach((name, tensor) -> checkSame(name, tensor.grad(), parameters.get(name).grad()));
  }

  private static void checkSame(String name, org.hypergrad.Tensor ours, Tensor peer) {
    double scale = ours.abs().max().item();
    if (scale == 0 || !copy(ours).allclose(peer, 1e-4, 1e-5 * scale, false)) {
      throw new AssertionError("the gradients of " + name + " differ");
    }
  }
}
