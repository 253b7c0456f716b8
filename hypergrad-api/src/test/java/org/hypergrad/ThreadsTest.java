package org.hypergrad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ThreadsTest {
  @Test
  void a_property_may_say_how_many() {
    assertThat(Threads.parsed("3")).isEqualTo(3);
    assertThat(Threads.parsed(" 12 ")).isEqualTo(12);
  }

  @Test
  void what_is_no_positive_integer_does_not_count() {
    for (String property : new String[] {"", "0", "-2", "two", "1.5"}) {
      assertThat(Threads.parsed(property)).as(property).isZero();
    }
  }

  @Test
  void are_set_for_the_whole_process() throws InterruptedException {
    int before = Threads.count();
    try {
      Thread.ofVirtual().start(() -> Threads.setCount(before + 3)).join();
      assertThat(Threads.count()).isEqualTo(before + 3);
      assertThatThrownBy(() -> Threads.setCount(0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("set_num_threads expects a positive integer");
      assertThat(Threads.count()).isEqualTo(before + 3);
    } finally {
      Threads.setCount(before);
    }
  }
}
