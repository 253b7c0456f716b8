package org.hypergrad.demo.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hypergrad.demo.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoonsCommandTest {
  @Test
  void the_moons_of_micrograd_are_told_apart_and_drawn() {
    List<String> lines = CommandRun.of("train", "moons").succeeded().lines().toList();

    assertThat(lines.getFirst()).isEqualTo("A network of 337 single numbers, 2-16-16-1");
    assertThat(lines.get(2)).matches("step 0 loss \\d\\.\\d+, accuracy \\d+\\.\\d%");
    assertThat(lines.get(101)).matches("step 99 loss 0\\.0\\d+, accuracy 100\\.0%");
    assertThat(lines.subList(103, 127)).allMatch(line -> line.matches("  [.+xO]{64}"));
  }

  @Test
  void the_same_seed_gives_the_same_run_and_another_one_another() {
    Object[] run = {"train", "moons", "--steps=2", "--samples=7", "--hidden=3", "--seed=1"};
    String first = CommandRun.of(run).succeeded();
    assertThat(CommandRun.of(run).succeeded()).isEqualTo(first);
    run[5] = "--seed=2";
    assertThat(CommandRun.of(run).succeeded()).isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --samples=1   | --samples is at least 2
          --noise=-1    | --noise is a number from 0 on
          --noise=NaN   | --noise is a number from 0 on
          --hidden=4,0  | --hidden are numbers from 1 on
          --steps=0     | --steps is at least 1
          --hidden=many | Invalid value for option '--hidden' (N): 'many' is not an int
          """)
  void a_wrong_option_is_one_line_and_exit_code_2(String option, String message) {
    CommandRun run = CommandRun.of("train", "moons", option);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().strip())
        .isEqualTo("hypergrad: " + message + " (see hypergrad train moons --help)");
  }
}
