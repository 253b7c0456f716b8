package org.hypergrad.tests.golden;

import java.util.List;
import org.hypergrad.Functional;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.LayerNorm;
import org.hypergrad.nn.Linear;

/// A block of a transformer: every position looks back at those before it, then thinks about what
/// it saw (Vaswani et al., 2017, arXiv:1706.03762, with normalization first).
final class AttentionBlock extends Block {
  private final int heads;
  private final LayerNorm ln1;
  private final Linear qkv;
  private final Linear proj;
  private final LayerNorm ln2;
  private final Linear fc1;
  private final Linear fc2;

  AttentionBlock(int width, int heads) {
    this.heads = heads;
    this.ln1 = child("ln1", new LayerNorm(width));
    this.qkv = child("qkv", new Linear(width, 3 * width));
    this.proj = child("proj", new Linear(width, width));
    this.ln2 = child("ln2", new LayerNorm(width));
    this.fc1 = child("fc1", new Linear(width, 4 * width));
    this.fc2 = child("fc2", new Linear(4 * width, width));
  }

  @Override
  protected Tensor forward(Tensor x) {
    Tensor seen = x.add(proj.apply(attention(ln1.apply(x))));
    return seen.add(fc2.apply(Functional.gelu(fc1.apply(ln2.apply(seen)))));
  }

  private Tensor attention(Tensor x) {
    int width = x.size(2);
    List<Tensor> parts = qkv.apply(x).split(width, 2);
    Tensor q = heads(parts.get(0));
    Tensor k = heads(parts.get(1));
    Tensor v = heads(parts.get(2));
    Tensor scores = q.matmul(k.transpose(-2, -1)).div(Math.sqrt(width / heads));
    Tensor time = Tensor.arange(x.size(1));
    Tensor later = time.gt(time.unsqueeze(1));
    Tensor weights = scores.maskedFill(later, Double.NEGATIVE_INFINITY).softmax(-1);
    return weights.matmul(v).transpose(1, 2).reshape(x.shape());
  }

  /// \[batch, time, width\] as \[batch, heads, time, width of a head\].
  private Tensor heads(Tensor x) {
    return x.unflatten(2, heads, -1).transpose(1, 2);
  }
}
