package org.hypergrad.tests.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hypergrad.Layout;
import org.hypergrad.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Strided layouts, compared with the places of their elements counted one by one.
class LayoutTest {
  private static final int SEEDS = 200;

  static IntStream seeds() {
    return IntStream.range(0, SEEDS);
  }

  private static int[] places(Layout layout) {
    List<Integer> places = new ArrayList<>();
    layout.forEachPlace(places::add);
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int place(Layout layout, int... index) {
    int place = layout.offset();
    for (int d = 0; d < index.length; d++) {
      place += index[d] * layout.stride(d);
    }
    return place;
  }

  /// A layout that views left behind: some of permute, slice, select and expand.
  private static Layout random(Random random) {
    int rank = 1 + random.nextInt(4);
    int[] sizes = random.ints(rank, 1, 5).toArray();
    Layout layout = Layout.contiguous(Shape.of(sizes));
    for (int i = random.nextInt(3); i > 0 && layout.rank() > 0; i--) {
      int dim = random.nextInt(layout.rank());
      layout =
          switch (random.nextInt(5)) {
            case 0 -> layout.permute(shuffled(random, layout.rank()));
            case 1 -> layout.slice(dim, random.nextInt(layout.size(dim)), layout.size(dim), 1);
            case 2 -> layout.slice(dim, 0, layout.size(dim), 2);
            case 3 -> layout.select(dim, random.nextInt(layout.size(dim)));
            default -> expanded(layout, 1 + random.nextInt(3));
          };
    }
    return layout;
  }

  private static int[] shuffled(Random random, int rank) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
    java.util.Collections.shuffle(order, random);
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Layout expanded(Layout layout, int size) {
    int[] target = IntStream.range(0, layout.rank() + 1).toArray();
    Arrays.setAll(target, d -> d == 0 ? size : layout.size(d - 1));
    return layout.expand(Shape.of(target));
  }

  /// Another shape of as many elements.
  private static Shape reshaped(Random random, int numel) {
    List<Integer> sizes = new ArrayList<>();
    int rest = numel;
    while (rest > 1) {
      int left = rest;
      int[] divisors = IntStream.rangeClosed(2, left).filter(d -> left % d == 0).toArray();
      int size = divisors[random.nextInt(divisors.length)];
      sizes.add(size);
      rest /= size;
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      sizes.add(random.nextInt(sizes.size() + 1), 1);
    }
    return Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_reshaped_layout_exists_if_strides_can_express_it_and_has_the_same_elements(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 10; i++) {
      Layout layout = random(random);
      int[] places = places(layout);
      Shape shape = reshaped(random, layout.numel());
      Layout reshaped = layout.reshape(shape);
      String what = "seed " + seed + ": " + layout + " as " + shape;
      if (reshaped == null) {
        assertThat(canBeStrided(places, shape)).as(what).isFalse();
      } else {
        assertThat(reshaped.shape()).as(what).isEqualTo(shape);
        assertThat(places(reshaped)).as(what).isEqualTo(places);
      }
    }
  }

  /// Whether some strides lead through these places: each is read off two neighbours, then all are
  /// tried.
  private static boolean canBeStrided(int[] places, Shape shape) {
    int[] strides = new int[shape.rank()];
    int block = 1;
    for (int d = shape.rank() - 1; d >= 0; d--) {
      strides[d] = shape.size(d) > 1 ? places[block] - places[0] : 0;
      block *= shape.size(d);
    }
    for (int i = 0; i < places.length; i++) {
      int expected = places[0];
      int rest = i;
      for (int d = shape.rank() - 1; d >= 0; d--) {
        expected += rest % shape.size(d) * strides[d];
        rest /= shape.size(d);
      }
      if (places[i] != expected) {
        return false;
      }
    }
    return true;
  }

  @Test
  void both_outcomes_of_reshaping_are_met_by_the_random_layouts() {
    long possible =
        seeds()
            .filter(seed -> {
              Random random = new Random(seed);
              Layout layout = random(random);
              return layout.reshape(reshaped(random, layout.numel())) != null;
            })
            .count();
    assertThat(possible).isBetween(SEEDS / 4L, SEEDS - 10L);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_layout_is_contiguous_if_its_places_follow_each_other(int seed) {
    Layout layout = random(new Random(seed));
    int[] inARow = IntStream.range(layout.offset(), layout.offset() + layout.numel()).toArray();
    assertThat(layout.isContiguous())
        .as("seed %s: %s", seed, layout)
        .isEqualTo(Arrays.equals(places(layout), inARow));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_layout_overlaps_itself_if_two_indices_have_one_place(int seed) {
    Layout layout = random(new Random(seed));
    assertThat(layout.overlapsItself())
        .as("seed %s: %s", seed, layout)
        .isEqualTo(Arrays.stream(places(layout)).distinct().count() < layout.numel());
  }

  @Test
  void a_row_major_layout_counts_up() {
    Layout layout = Layout.contiguous(Shape.of(2, 3, 4));
    assertThat(places(layout)).isEqualTo(IntStream.range(0, 24).toArray());
    assertThat(layout.stride(0)).isEqualTo(12);
    assertThat(layout.stride(-1)).isEqualTo(1);
    assertThat(layout.isContiguous()).isTrue();
    assertThat(Layout.contiguous(Shape.SCALAR)).isSameAs(Layout.SCALAR);
    assertThat(layout).hasToString("shape [2, 3, 4], strides [12, 4, 1], offset 0");
  }

  @Test
  void views_move_elements_as_their_indices_say() {
    Layout layout = Layout.contiguous(Shape.of(3, 4, 5));
    Layout permuted = layout.permute(2, 0, 1);
    Layout transposed = layout.transpose(0, 2);
    Layout sliced = layout.slice(1, 1, 4, 2);
    Layout selected = layout.select(1, 2);
    assertThat(permuted.shape()).isEqualTo(Shape.of(5, 3, 4));
    assertThat(transposed.shape()).isEqualTo(Shape.of(5, 4, 3));
    assertThat(sliced.shape()).isEqualTo(Shape.of(3, 2, 5));
    assertThat(selected.shape()).isEqualTo(Shape.of(3, 5));
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 4; j++) {
        for (int k = 0; k < 5; k++) {
          int place = 20 * i + 5 * j + k;
          assertThat(place(layout, i, j, k)).isEqualTo(place);
          assertThat(place(permuted, k, i, j)).isEqualTo(place);
          assertThat(place(transposed, k, j, i)).isEqualTo(place);
        }
      }
      assertThat(place(sliced, i, 0, 3)).isEqualTo(place(layout, i, 1, 3));
      assertThat(place(sliced, i, 1, 3)).isEqualTo(place(layout, i, 3, 3));
      assertThat(place(selected, i, 4)).isEqualTo(place(layout, i, 2, 4));
    }
  }

  @Test
  void an_empty_slice_has_no_places() {
    Layout empty = Layout.contiguous(Shape.of(3, 4)).slice(0, 2, 1, 1);
    assertThat(empty.shape()).isEqualTo(Shape.of(0, 4));
    assertThat(places(empty)).isEmpty();
    assertThat(empty.isContiguous()).isTrue();
    assertThat(empty.reshape(Shape.of(2, 0))).isNotNull();
  }

  @Test
  void an_expanded_dimension_repeats_its_element() {
    Layout column = Layout.contiguous(Shape.of(3, 1));
    assertThat(places(column.expand(Shape.of(2, 3, 2))))
        .containsExactly(0, 0, 1, 1, 2, 2, 0, 0, 1, 1, 2, 2);
    assertThat(column.expand(Shape.of(3, 1))).isSameAs(column);
    assertThat(places(Layout.SCALAR.expand(Shape.of(2)))).containsExactly(0, 0);
    assertThat(places(column.expand(Shape.of(3, 0)))).isEmpty();
  }

  @Test
  void a_size_that_is_not_1_cannot_be_expanded() {
    Layout layout = Layout.contiguous(Shape.of(3, 2));
    assertThatThrownBy(() -> layout.expand(Shape.of(3, 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "The expanded size of the tensor (4) must match the existing size (2) at non-singleton"
                + " dimension 1.  Target sizes: [3, 4].  Tensor sizes: [3, 2]");
    assertThatThrownBy(() -> layout.expand(Shape.of(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expand: the number of sizes provided (1) must be greater or equal");
  }
}
