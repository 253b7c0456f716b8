package org.hypergrad.ops.basic;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.hypergrad.spi.Operation;
import org.hypergrad.spi.OperationProvider;

/// The tables of the core vocabulary, the simplest first.
public final class BasicOperations implements OperationProvider {
  /// For the ServiceLoader.
  public BasicOperations() {}

  @Override
  public Collection<Operation> operations() {
    return Stream.of(
            Arithmetic.TABLE,
            Elementary.TABLE,
            Activations.TABLE,
            Comparisons.TABLE,
            Copying.TABLE,
            Reductions.TABLE,
            Softmaxes.TABLE,
            MatrixProducts.TABLE,
            Views.TABLE,
            List.of(new Concatenation(), new Stacking()),
            Selections.TABLE,
            Embeddings.TABLE,
            Losses.TABLE,
            ClassLosses.TABLE,
            List.of(new Dropout(), new LayerNorm()))
        .<Operation>flatMap(List::stream)
        .toList();
  }
}
