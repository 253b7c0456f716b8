package org.hypergrad.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.hypergrad.DType;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.spi.Loops;
import org.junit.jupiter.api.Test;

class LinesTest {
  private static final Layout MATRIX = Layout.contiguous(Shape.of(10, 3));

  @Test
  void contiguous_operands_make_one_line() {
    assertThat(Lines.innermost(MATRIX, MATRIX)).isEqualTo(30);
  }

  @Test
  void a_number_does_not_break_lines_but_a_row_does() {
    assertThat(Lines.innermost(Layout.SCALAR.expand(MATRIX.shape()), MATRIX)).isEqualTo(30);
    assertThat(Lines.innermost(Layout.contiguous(Shape.of(3)).expand(MATRIX.shape()), MATRIX))
        .isEqualTo(3);
  }

  @Test
  void they_are_the_lines_that_loops_run_over() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Shape shape = Shape.of(random.ints(random.nextInt(5), 1, 4).toArray());
      Layout a = Strided.broadcast(DType.FLOAT64, shape, random, () -> 0).layout();
      Layout b = Strided.broadcast(DType.FLOAT64, shape, random, () -> 0).layout();
      int[] length = {0};
      Loops.run((n, _, _) -> length[0] = n, a, b);
      assertThat(Lines.innermost(a, b))
          .as("seed %d, %s", seed, Arrays.asList(a, b))
          .isEqualTo(length[0]);
    }
  }
}
