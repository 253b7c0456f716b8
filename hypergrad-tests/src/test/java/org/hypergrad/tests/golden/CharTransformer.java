package org.hypergrad.tests.golden;

import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.Embedding;
import org.hypergrad.nn.LayerNorm;
import org.hypergrad.nn.Linear;

/// A language model of characters, as a user writes one: from character numbers of shape \[batch,
/// time\] to logits for the next character, \[batch, time, characters\].
final class CharTransformer extends Block {
  private static final int WIDTH = 16;

  private final Embedding tok;
  private final Embedding pos;
  private final AttentionBlock block = child("block", new AttentionBlock(WIDTH, 2));
  private final LayerNorm lnf = child("lnf", new LayerNorm(WIDTH));
  private final Linear head;

  CharTransformer(int characters, int time) {
    this.tok = child("tok", new Embedding(characters, WIDTH));
    this.pos = child("pos", new Embedding(time, WIDTH));
    this.head = child("head", new Linear(WIDTH, characters, false));
  }

  @Override
  protected Tensor forward(Tensor characters) {
    Tensor times = Tensor.arange(characters.size(1));
    Tensor x = tok.apply(characters).add(pos.apply(times));
    return head.apply(lnf.apply(block.apply(x)));
  }
}
