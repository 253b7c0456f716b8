package org.hypergrad.tests.golden;

import static org.hypergrad.tests.golden.ModuleRow.module;
import static org.hypergrad.tests.golden.ModuleRow.plain;

import java.util.List;
import org.hypergrad.Shape;
import org.hypergrad.nn.Dropout;
import org.hypergrad.nn.Embedding;
import org.hypergrad.nn.Flatten;
import org.hypergrad.nn.Identity;
import org.hypergrad.nn.LayerNorm;
import org.hypergrad.nn.Linear;
import org.hypergrad.nn.Unflatten;

/// `torch.nn`: layers.
final class LayerModules {
  static final List<ModuleRow> TABLE =
      List.of(
          plain("Identity", Identity::new),
          module(
              "Linear",
              c ->
                  new Linear(
                      c.integer(0, "in_features"),
                      c.integer(1, "out_features"),
                      c.flag(2, "bias", true))),
          module("Embedding", LayerModules::embedding),
          module("LayerNorm", LayerModules::layerNorm),
          module(
              "Dropout", c -> c.given(0, "p") ? new Dropout(c.number(0, "p", 0)) : new Dropout()),
          module(
              "Flatten",
              c ->
                  c.given(0, "start_dim")
                      ? new Flatten(c.integer(0, "start_dim"), c.integer(1, "end_dim", -1))
                      : new Flatten()),
          module(
              "Unflatten",
              c -> new Unflatten(c.integer(0, "dim"), Shape.of(c.ints(1, "unflattened_size")))));

  private LayerModules() {}

  private static Embedding embedding(Call c) {
    Integer paddingIdx = c.given("padding_idx") ? c.integer(-1, "padding_idx") : null;
    int n = c.integer(0, "num_embeddings");
    int dim = c.integer(1, "embedding_dim");
    Embedding block =
        paddingIdx == null ? new Embedding(n, dim) : new Embedding(n, dim, paddingIdx);
    return c.flag("scale_grad_by_freq") ? block.scaleGradByFreq() : block;
  }

  private static LayerNorm layerNorm(Call c) {
    int[] shape = c.ints(0, "normalized_shape");
    double eps = c.number(1, "eps", 1e-5);
    boolean affine = c.flag(2, "elementwise_affine", true);
    return c.given(1, "eps") || !affine
        ? new LayerNorm(Shape.of(shape), eps, affine)
        : new LayerNorm(shape);
  }
}
