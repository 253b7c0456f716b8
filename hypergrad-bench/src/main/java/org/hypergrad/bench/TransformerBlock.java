package org.hypergrad.bench;

import java.util.List;
import org.hypergrad.Functional;
import org.hypergrad.Reduction;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.GELU;
import org.hypergrad.nn.LayerNorm;
import org.hypergrad.nn.Linear;

/// A block of GPT-2 in training: causal self-attention and an MLP, each after a layer norm and
/// beside a residual path (Radford et al., 2019; the words are those of nanoGPT's `model.py`).
/// Attention is written out, as there is no fused one.
final class TransformerBlock extends Block {
  private final int heads;
  private final LayerNorm ln1;
  private final Linear qkv;
  private final Linear projection;
  private final LayerNorm ln2;
  private final Linear up;
  private final GELU gelu = new GELU();
  private final Linear down;
  private final Tensor future; // above the diagonal: what a position must not look at
  private final Tensor input;
  private final Tensor target;

  /// @param batch how many sequences there are
  /// @param sequence how long each is
  /// @param width how many features each position has
  TransformerBlock(int batch, int sequence, int width, int heads) {
    this.heads = heads;
    ln1 = child("ln1", new LayerNorm(width));
    qkv = child("qkv", new Linear(width, 3 * width));
    projection = child("projection", new Linear(width, width));
    ln2 = child("ln2", new LayerNorm(width));
    up = child("up", new Linear(width, 4 * width));
    down = child("down", new Linear(4 * width, width));
    Tensor position = Tensor.arange(sequence);
    future = position.gt(position.unsqueeze(1));
    input = Tensor.randn(batch, sequence, width).requiresGrad(true);
    target = Tensor.randn(batch, sequence, width);
  }

  Tensor input() {
    return input;
  }

  Tensor target() {
    return target;
  }

  int heads() {
    return heads;
  }

  /// The mean square error of the block's output, and its gradients for the parameters and the
  /// input.
  Tensor forwardBackward() {
    zeroGrad();
    input.zeroGrad(true);
    Tensor loss = Functional.mseLoss(apply(input), target, Reduction.MEAN);
    loss.backward();
    return loss;
  }

  @Override
  protected Tensor forward(Tensor x) {
    Tensor attended = x.add(attention(ln1.apply(x)));
    return attended.add(down.apply(gelu.apply(up.apply(ln2.apply(attended)))));
  }

  private Tensor attention(Tensor x) {
    int width = x.size(-1);
    List<Tensor> parts = qkv.apply(x).split(width, 2);
    Tensor q = inHeads(parts.get(0));
    Tensor k = inHeads(parts.get(1));
    Tensor v = inHeads(parts.get(2));
    Tensor scores = q.matmul(k.transpose(-2, -1)).mul(1 / Math.sqrt((double) width / heads));
    Tensor weights = scores.maskedFill(future, Double.NEGATIVE_INFINITY).softmax(-1);
    Tensor mixed = weights.matmul(v).transpose(1, 2);
    return projection.apply(mixed.reshape(x.size(0), x.size(1), width));
  }

  /// From \[batch, sequence, width\] to \[batch, heads, sequence, width / heads\].
  private Tensor inHeads(Tensor x) {
    return x.view(x.size(0), x.size(1), heads, x.size(2) / heads).transpose(1, 2);
  }
}
