package org.hypergrad.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.LongStream;
import org.hypergrad.Generator;
import org.hypergrad.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataLoaderTest {
  private static final Dataset TEN = numbered(10);

  private static Dataset numbered(int samples) {
    Tensor numbers = Tensor.of(LongStream.range(0, samples).toArray());
    return new TensorDataset(numbers, numbers);
  }

  private static DataLoader shuffled(long seed) {
    return new DataLoader(TEN, 3).shuffle(new Generator(seed));
  }

  /// The samples of the rest of an epoch, batch by batch.
  private static List<List<Long>> rest(Iterator<Batch> epoch) {
    List<List<Long>> batches = new ArrayList<>();
    epoch.forEachRemaining(
        batch -> batches.add(Arrays.stream(batch.targets().toLongs()).boxed().toList()));
    return batches;
  }

  private static List<List<Long>> epoch(DataLoader loader) {
    return rest(loader.iterator());
  }

  private static List<Long> samples(List<List<Long>> batches) {
    return batches.stream().flatMap(List::stream).toList();
  }

  @Test
  void without_shuffling_the_samples_come_in_order_and_the_last_batch_is_what_is_left() {
    DataLoader loader = new DataLoader(TEN, 4);
    assertThat(loader.size()).isEqualTo(3);
    for (int i = 0; i < 2; i++) {
      assertThat(epoch(loader))
          .containsExactly(List.of(0L, 1L, 2L, 3L), List.of(4L, 5L, 6L, 7L), List.of(8L, 9L));
    }
    assertThat(loader.epochs()).isEqualTo(2);
  }

  @Test
  void an_incomplete_last_batch_can_be_dropped() {
    DataLoader loader = new DataLoader(TEN, 4).dropLast(true);
    assertThat(loader.size()).isEqualTo(2);
    assertThat(epoch(loader)).containsExactly(List.of(0L, 1L, 2L, 3L), List.of(4L, 5L, 6L, 7L));
    assertThat(epoch(new DataLoader(TEN, 5).dropLast(true))).hasSize(2);
    assertThat(epoch(new DataLoader(TEN, 11).dropLast(true))).isEmpty();
  }

  @Test
  void a_batch_size_beyond_the_data_gives_one_batch() {
    assertThat(epoch(new DataLoader(TEN, Integer.MAX_VALUE))).hasSize(1);
  }

  @Test
  void shuffling_gives_all_samples_in_a_new_order_each_epoch() {
    DataLoader loader = shuffled(5);
    List<Long> first = samples(epoch(loader));
    List<Long> second = samples(epoch(loader));
    assertThat(first).isNotEqualTo(second);
    assertThat(first).containsExactlyInAnyOrderElementsOf(second);
    assertThat(first).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
  }

  @Test
  void one_seed_gives_one_order() {
    assertThat(epoch(shuffled(5))).isEqualTo(epoch(shuffled(5)));
    assertThat(epoch(shuffled(5))).isNotEqualTo(epoch(shuffled(6)));
  }

  @Test
  void what_is_drawn_during_an_epoch_does_not_change_its_order() {
    Generator generator = new Generator(5);
    Iterator<Batch> epoch = new DataLoader(TEN, 3).shuffle(generator).iterator();
    generator.nextLong();
    assertThat(rest(epoch)).isEqualTo(epoch(shuffled(5)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 9})
  void training_resumed_after_any_batch_sees_the_same_batches(int batchesSeen) {
    DataLoader original = shuffled(5);
    Iterator<Batch> epoch = original.iterator();
    for (int i = 0; i < batchesSeen; i++) {
      if (!epoch.hasNext()) {
        epoch = original.iterator();
      }
      epoch.next();
    }
    long[] state = original.state();

    DataLoader resumed = shuffled(77);
    resumed.state(state);
    assertThat(resumed.epochs()).isEqualTo(original.epochs());
    assertThat(resumed.state()).containsExactly(state);
    if (epoch.hasNext()) {
      assertThat(epoch(resumed)).isEqualTo(rest(epoch));
    }
    assertThat(epoch(resumed)).isEqualTo(epoch(original));
    assertThat(epoch(resumed)).isEqualTo(epoch(original));
    assertThat(resumed.state()).containsExactly(original.state());
  }

  @Test
  void a_state_of_before_the_first_epoch_begins_with_the_first() {
    DataLoader resumed = shuffled(77);
    resumed.state(shuffled(5).state());
    assertThat(resumed.epochs()).isZero();
    assertThat(epoch(resumed)).isEqualTo(epoch(shuffled(5)));
  }

  @Test
  void a_generator_that_others_draw_from_too_is_resumed_with_the_loader() {
    Generator shared = new Generator(5);
    DataLoader original = new DataLoader(TEN, 3).shuffle(shared);
    Iterator<Batch> epoch = original.iterator();
    epoch.next();
    shared.nextLong();
    long[] state = original.state();

    Generator other = new Generator(0);
    DataLoader resumed = new DataLoader(TEN, 3).shuffle(other);
    resumed.state(state);
    assertThat(epoch(resumed)).isEqualTo(rest(epoch));
    assertThat(other.nextLong()).isEqualTo(shared.nextLong());
    assertThat(epoch(resumed)).isEqualTo(epoch(original));
  }

  @Test
  void an_unshuffled_epoch_is_resumed_too() {
    DataLoader original = new DataLoader(TEN, 4);
    original.iterator().next();
    DataLoader resumed = new DataLoader(TEN, 4);
    resumed.state(original.state());
    assertThat(samples(epoch(resumed))).containsExactly(4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(epoch(resumed)).hasSize(3);
  }

  @Test
  void an_epoch_that_ended_with_a_dropped_batch_is_not_resumed() {
    DataLoader original = new DataLoader(TEN, 4).dropLast(true);
    epoch(original);
    DataLoader resumed = new DataLoader(TEN, 4).dropLast(true);
    resumed.state(original.state());
    assertThat(epoch(resumed)).hasSize(2);
    assertThat(resumed.epochs()).isEqualTo(2);
  }

  @Test
  void a_loop_that_was_left_early_is_followed_by_a_new_epoch() {
    DataLoader loader = new DataLoader(TEN, 4);
    loader.iterator().next();
    assertThat(epoch(loader)).hasSize(3);
    assertThat(loader.epochs()).isEqualTo(2);
  }

  @Test
  void loops_inside_each_other_do_not_disturb_each_other() {
    DataLoader loader = new DataLoader(TEN, 4);
    Iterator<Batch> outer = loader.iterator();
    outer.next();
    assertThat(epoch(loader)).hasSize(3);
    assertThat(rest(outer)).hasSize(2);
  }

  @Test
  void a_state_of_another_loader_is_refused_and_changes_nothing() {
    DataLoader loader = shuffled(5);
    long[] before = loader.state();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loader.state(new DataLoader(TEN, 3).state()))
        .withMessageContaining("Set shuffle as it was");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> loader.state(new DataLoader(numbered(9), 3).shuffle(new Generator(1)).state()))
        .withMessageContaining("10 samples")
        .withMessageContaining("of 9");
    long[] beyond = before.clone();
    beyond[1] = 11;
    assertThatIllegalArgumentException().isThrownBy(() -> loader.state(beyond));
    long[] noGenerator = before.clone();
    Arrays.fill(noGenerator, 3, 11, 0);
    assertThatIllegalArgumentException().isThrownBy(() -> loader.state(noGenerator));
    assertThat(loader.state()).containsExactly(before);
  }

  @Test
  void a_batch_has_a_positive_size() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DataLoader(TEN, 0))
        .withMessage("batch_size should be a positive integer value, but got batch_size=0");
    assertThatIllegalArgumentException().isThrownBy(() -> new DataLoader(TEN, -3));
  }

  @Test
  void settings_are_fixed_once_an_epoch_has_begun() {
    DataLoader loader = new DataLoader(TEN, 4);
    loader.iterator();
    assertThatIllegalStateException()
        .isThrownBy(() -> loader.shuffle(new Generator(1)))
        .withMessageStartingWith(
            "'shuffle' attribute should not be set after DataLoader is initialized");
    assertThatIllegalStateException()
        .isThrownBy(() -> loader.dropLast(true))
        .withMessageStartingWith("'drop_last' attribute");
  }

  @Test
  void an_epoch_that_is_over_has_no_next_batch() {
    Iterator<Batch> epoch = new DataLoader(numbered(0), 4).iterator();
    assertThat(epoch.hasNext()).isFalse();
    assertThatThrownBy(epoch::next).isInstanceOf(NoSuchElementException.class);
  }
}
