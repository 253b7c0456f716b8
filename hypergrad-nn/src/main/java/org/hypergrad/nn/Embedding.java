package org.hypergrad.nn;

import org.hypergrad.Functional;
import org.hypergrad.Tensor;

/// A table with a vector for each of a number of things, as words, which are given by their indices
/// (PyTorch: `torch.nn.Embedding`). The result has the shape of the indices and one dimension more.
///
/// The vectors begin normal with mean 0 and variance 1.
public final class Embedding extends Block {
  private final Tensor weight;
  private final Integer paddingIdx;
  private boolean scaleGradByFreq;

  /// A table.
  ///
  /// @param numEmbeddings how many things there are
  /// @param embeddingDim how many numbers stand for each
  public Embedding(int numEmbeddings, int embeddingDim) {
    this(numEmbeddings, embeddingDim, null);
  }

  /// A table with a row for what pads sentences to one length: it is 0, and stays so.
  ///
  /// @param paddingIdx the row, counted from the end if negative; null for none
  /// @throws IllegalArgumentException if there is no such row
  public Embedding(int numEmbeddings, int embeddingDim, Integer paddingIdx) {
    if (paddingIdx != null && (paddingIdx < -numEmbeddings || paddingIdx >= numEmbeddings)) {
      throw new IllegalArgumentException(
          "Padding_idx must be within num_embeddings: "
              + paddingIdx
              + " is not a row of a table of "
              + numEmbeddings);
    }
    Defaults defaults = Defaults.current();
    Tensor table = defaults.zeros(numEmbeddings, embeddingDim);
    Init.normal_(table, 0, 1, defaults.generator());
    this.paddingIdx = paddingIdx == null ? null : Math.floorMod(paddingIdx, numEmbeddings);
    if (paddingIdx != null) {
      Init.zeros_(table.select(0, this.paddingIdx));
    }
    this.weight = parameter("weight", table);
  }

  /// Divides the gradient of a row by how often it was looked up; gives this block.
  public Embedding scaleGradByFreq() {
    scaleGradByFreq = true;
    return this;
  }

  /// The table, of shape \[numEmbeddings, embeddingDim\].
  public Tensor weight() {
    return weight;
  }

  @Override
  protected Tensor forward(Tensor indices) {
    return Functional.embedding(indices, weight, paddingIdx, scaleGradByFreq);
  }

  @Override
  protected String settings() {
    String sizes = Settings.of("", weight.size(0), "", weight.size(1));
    String padding = paddingIdx == null ? "" : ", " + Settings.of("padding_idx", paddingIdx);
    return sizes + padding + (scaleGradByFreq ? ", scale_grad_by_freq=True" : "");
  }
}
