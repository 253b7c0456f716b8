package org.hypergrad.ops.basic.kernels;

import static org.hypergrad.ops.basic.kernels.RandomOperands.forEachCase;
import static org.hypergrad.ops.basic.kernels.ScalarKernels.assertSame;

import java.util.function.ToDoubleFunction;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MovementTest {
  @ParameterizedTest
  @EnumSource
  void copy_moves_each_element_to_its_place_and_touches_nothing_else(DType dtype) {
    forEachCase(random -> {
      Shape shape = random.shape(4);
      Operand x = random.input(dtype, shape);
      Operand out = random.output(dtype, shape);
      Operand expected = written(out, x::at);

      ScalarKernels.of(dtype).copy(x.array(), x.layout(), out.array(), out.layout());

      assertSame(out, expected);
    });
  }

  @ParameterizedTest
  @EnumSource
  void where_takes_from_a_if_the_condition_holds_and_from_b_otherwise(DType dtype) {
    forEachCase(random -> {
      Shape shape = random.shape(4);
      Operand condition = random.input(DType.BOOL, shape);
      Operand a = random.input(dtype, shape);
      Operand b = random.input(dtype, shape);
      Operand out = random.output(dtype, shape);
      Operand expected = written(out, i -> condition.at(i) != 0 ? a.at(i) : b.at(i));

      ScalarKernels.of(dtype)
          .where(
              (boolean[]) condition.array(),
              condition.layout(),
              a.array(),
              a.layout(),
              b.array(),
              b.layout(),
              out.array(),
              out.layout());

      assertSame(out, expected);
    });
  }

  @ParameterizedTest
  @EnumSource
  void gather_looks_up_along_one_dimension(DType dtype) {
    forEachCase(random -> {
      Shape shape = random.shape(4);
      int dim = random.nextInt(Math.max(1, shape.rank()));
      int choice = shape.rank() == 0 ? 1 : 1 + random.nextInt(6);
      Operand x = random.input(dtype, shape.rank() == 0 ? shape : shape.with(dim, choice));
      Operand index =
          random.indices(random.nextBoolean() ? smaller(random, shape, dim) : shape, choice);
      Operand out = random.output(dtype, index.shape());
      Operand expected =
          written(
              out,
              i -> {
                int[] at = i.clone();
                if (at.length > 0) {
                  at[dim] = (int) index.at(i);
                }
                return x.at(at);
              });

      ScalarKernels.of(dtype)
          .gather(
              x.array(),
              x.layout(),
              dim,
              (long[]) index.array(),
              index.layout(),
              out.array(),
              out.layout());

      assertSame(out, expected);
    });
  }

  /// A shape that an index may have: another size along `dim`, no larger one elsewhere.
  private static Shape smaller(RandomOperands random, Shape shape, int dim) {
    Shape smaller = shape;
    for (int d = 0; d < shape.rank(); d++) {
      smaller = smaller.with(d, d == dim ? random.nextInt(9) : random.nextInt(shape.size(d) + 1));
    }
    return smaller;
  }

  private static Operand written(Operand out, ToDoubleFunction<int[]> elements) {
    Operand written = out.copy();
    written.setAll(elements);
    return written;
  }
}
