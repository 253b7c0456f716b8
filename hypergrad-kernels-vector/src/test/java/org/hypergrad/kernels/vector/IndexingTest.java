package org.hypergrad.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class IndexingTest {
  @SuppressWarnings("unused") // by its name
  private static final DType[] FLOATING = {DType.FLOAT32, DType.FLOAT64};

  /// A tensor that is looked up in, or added to, along `dim`, and a tensor of indices into it.
  private record Case(Random random, Shape table, int dim, Shape shape, Strided<long[]> index) {
    static Case of(int seed) {
      Random random = new Random(seed);
      int rank = 1 + random.nextInt(3);
      int longest = seed % 4 == 0 ? 200 : 20;
      int[] sizes = random.ints(rank, 1, longest / rank).toArray();
      int dim = random.nextInt(rank);
      Shape shape = Shape.of(sizes);
      Shape table = shape.with(dim, 1 + random.nextInt(9));
      for (int d = 0; d < rank; d++) {
        table = d == dim ? table : table.with(d, table.size(d) + random.nextInt(2));
      }
      int bound = table.size(dim);
      Strided<long[]> index =
          Strided.broadcast(DType.INT64, shape, random, () -> random.nextInt(bound));
      return new Case(random, table, dim, shape, index);
    }

    /// For each position of the index, in row-major order: which element of the table it names, in
    /// row-major order.
    int[] named() {
      double[] along = index.values();
      int[] named = new int[along.length];
      for (int i = 0; i < named.length; i++) {
        int rest = i;
        int step = 1;
        for (int d = shape.rank() - 1; d >= 0; d--) {
          named[i] += (d == dim ? (int) along[i] : rest % shape.size(d)) * step;
          rest /= shape.size(d);
          step *= table.size(d);
        }
      }
      return named;
    }
  }

  @ParameterizedTest
  @FieldSource("FLOATING")
  void gather_reads_what_the_index_names(DType dtype) {
    for (int seed = 0; seed < 400; seed++) {
      gather(dtype, seed);
    }
  }

  private static <A> void gather(DType dtype, int seed) {
    Case at = Case.of(seed);
    Strided<A> x = Strided.broadcast(dtype, at.table, at.random, at.random::nextFloat);
    Strided<A> out = Strided.random(dtype, at.shape, at.random, () -> 0);
    Alone.<A>kernels(dtype)
        .gather(
            x.array(),
            x.layout(),
            at.dim,
            at.index.array(),
            at.index.layout(),
            out.array(),
            out.layout());
    double[] table = x.values();
    int[] named = at.named();
    double[] expected = new double[named.length];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = table[named[i]];
    }
    assertThat(out.values()).as("seed %d, %s", seed, at).isEqualTo(expected);
    out.assertGapsUntouched();
  }

  @ParameterizedTest
  @FieldSource("FLOATING")
  void what_is_added_to_one_element_adds_up(DType dtype) {
    for (int seed = 0; seed < 400; seed++) {
      scatterAdd(dtype, seed);
    }
  }

  private static <A> void scatterAdd(DType dtype, int seed) {
    Case at = Case.of(seed);
    // whole numbers, whose sums are exact
    Strided<A> x = Strided.broadcast(dtype, at.shape, at.random, () -> at.random.nextInt(100));
    Strided<A> out = Strided.random(dtype, at.table, at.random, () -> at.random.nextInt(100));
    double[] added = x.values();
    double[] expected = out.values();
    int[] named = at.named();
    for (int i = 0; i < added.length; i++) {
      expected[named[i]] += added[i];
    }
    Alone.<A>kernels(dtype)
        .scatterAdd(
            x.array(),
            x.layout(),
            at.dim,
            at.index.array(),
            at.index.layout(),
            out.array(),
            out.layout());
    assertThat(out.values()).as("seed %d, %s", seed, at).isEqualTo(expected);
    out.assertGapsUntouched();
  }
}
