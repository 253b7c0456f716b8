package org.hypergrad.ops.basic.kernels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.hypergrad.DType;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.hypergrad.Storage;

/// Makes operands with random shapes, strides and numbers, the same ones for the same seed, and
/// remembers them for the message of a failing test.
final class RandomOperands {
  private static final int CASES = 100;

  private final long seed;
  private final Random random;
  private final List<Object> made = new ArrayList<>();

  private RandomOperands(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  /// Runs a test many times; a failure tells the seed and the operands.
  static void forEachCase(Consumer<RandomOperands> test) {
    for (long seed = 0; seed < CASES; seed++) {
      RandomOperands operands = new RandomOperands(seed);
      try {
        test.accept(operands);
      } catch (RuntimeException | AssertionError failure) {
        throw new AssertionError("seed " + operands.seed + ", operands " + operands.made, failure);
      }
    }
  }

  int nextInt(int bound) {
    return random.nextInt(bound);
  }

  boolean nextBoolean() {
    return random.nextBoolean();
  }

  /// A shape of at most this many dimensions. Some have no elements; some have a dimension longer
  /// than the chunks and blocks of the kernels.
  Shape shape(int maxRank) {
    int[] sizes = new int[random.nextInt(maxRank + 1)];
    boolean isLong = sizes.length > 0 && random.nextInt(8) == 0;
    Arrays.setAll(sizes, _ -> random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(isLong ? 2 : 5));
    if (isLong) {
      sizes[random.nextInt(sizes.length)] = 100 + random.nextInt(2500);
    }
    return Shape.of(sizes);
  }

  /// Something to read: its dimensions may lie in any order, run backwards, leave gaps or repeat
  /// one element.
  Operand input(DType dtype, Shape shape) {
    boolean wild = random.nextInt(3) == 0;
    return filled(dtype, layout(shape, true), () -> wild ? wildNumber() : number());
  }

  /// Like [#input], but of moderate size, so that sums of them are finite.
  Operand tameInput(DType dtype, Shape shape) {
    return filled(dtype, layout(shape, true), this::number);
  }

  /// Something to write: its dimensions may lie in any order, run backwards or leave gaps.
  Operand output(DType dtype, Shape shape) {
    return filled(dtype, layout(shape, false), this::number);
  }

  /// Indices from 0 to `bound`, exclusive.
  Operand indices(Shape shape, int bound) {
    return filled(DType.INT64, layout(shape, true), () -> random.nextInt(bound));
  }

  private interface Numbers {
    double next();
  }

  private Operand filled(DType dtype, Layout layout, Numbers numbers) {
    int length = layout.offset() + 1;
    for (int d = 0; d < layout.rank(); d++) {
      length += Math.max(0, layout.stride(d) * (layout.size(d) - 1));
    }
    Storage storage = Storage.zeros(dtype, length);
    for (int place = 0; place < length; place++) {
      storage.set(place, numbers.next());
    }
    Operand operand = new Operand(storage, layout);
    made.add(operand);
    return operand;
  }

  /// Often a small whole number, so that some are equal.
  private double number() {
    double number = 3 * random.nextGaussian();
    return random.nextBoolean() ? Math.rint(number) : number;
  }

  private double wildNumber() {
    return switch (random.nextInt(12)) {
      case 0 -> Double.NaN;
      case 1 -> Double.POSITIVE_INFINITY;
      case 2 -> Double.NEGATIVE_INFINITY;
      case 3 -> -0.0;
      case 4 -> 0;
      case 5 -> 1e300;
      case 6 -> 1e-300;
      default -> number();
    };
  }

  private Layout layout(Shape shape, boolean repeats) {
    if (random.nextInt(3) == 0) {
      return Layout.contiguous(shape);
    }
    int rank = shape.rank();
    List<Integer> order = new ArrayList<>();
    for (int d = 0; d < rank; d++) {
      order.add(d);
    }
    if (random.nextBoolean()) {
      Collections.shuffle(order, random);
    }
    int[] step = new int[rank];
    int[] room = new int[rank];
    for (int d = 0; d < rank; d++) {
      boolean repeated = repeats && random.nextInt(6) == 0;
      step[d] = repeated ? 0 : List.of(1, 1, 1, 2, -1).get(random.nextInt(5));
      room[d] = repeated ? 1 : shape.size(d) * Math.abs(step[d]) + random.nextInt(2);
    }
    int[] roomInOrder = order.stream().mapToInt(d -> room[d]).toArray();
    int[] back = new int[rank];
    for (int at = 0; at < rank; at++) {
      back[order.get(at)] = at;
    }
    Layout layout = Layout.contiguous(Shape.of(roomInOrder)).permute(back);
    for (int d = 0; d < rank; d++) {
      int size = shape.size(d);
      if (step[d] > 0) {
        layout = layout.slice(d, room[d] - size * step[d], room[d], step[d]);
      } else if (step[d] < 0) {
        layout = layout.slice(d, size - 1, -1, -1);
      }
    }
    return layout.expand(shape);
  }
}
