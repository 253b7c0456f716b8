package org.hypergrad.demo.pitfall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.hypergrad.demo.CommandRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PitfallsCommandTest {
  private static final Path PAGE =
      Path.of(System.getProperty("hypergrad.root"), "docs", "pitfalls.md");
  private static final Pattern OUTPUT = Pattern.compile("```text\n(.*?\n)```", Pattern.DOTALL);

  private static List<String> lines;

  @BeforeAll
  static void run() {
    lines = CommandRun.of("demo", "pitfalls").succeeded().lines().toList();
  }

  @Test
  void the_page_shows_what_the_program_prints() throws IOException {
    List<String> shown =
        OUTPUT.matcher(Files.readString(PAGE)).results().map(match -> match.group(1)).toList();
    assertThat(shown).hasSize(4);
    assertThat(String.join("\n", lines)).contains(shown);
  }

  @Test
  void gradients_that_are_not_zeroed_never_bring_w_to_3() {
    assertThat(row("   0")).endsWith("0.0000        -6.0000      0.0000        -6.0000");
    assertThat(row("  11").split(" +")).containsSequence("1.6139", "-9.9130", "2.9891");
  }

  @Test
  void a_depth_first_walk_gives_6_where_4_is_right() {
    assertThat(row("dc/da").split(" +")).containsExactly("dc/da", "6.0", "4.0");
    assertThat(lines).contains("c.backward() gives 4.0");
  }

  @Test
  void a_dead_relu_stays_as_it_is_and_there_are_two_ways_out() {
    assertThat(row("relu from w = -1").split(" {2,}"))
        .containsExactly("relu from w = -1", "0.0000", "1.8750", "1.8750", "-1.0000");
    assertThat(row("leaky relu from w = -1")).endsWith("1.0000");
    assertThat(row("relu from w = 0.5")).endsWith("1.0000");
  }

  @Test
  void a_bare_number_fits_no_layer_and_a_list_does() {
    assertThat(lines)
        .contains("    the second fails  the inputs are no list, but one Tensor")
        .anyMatch(line -> line.matches(" +the second gives  \\[-?\\d.*, -?\\d.*]"));
  }

  private static String row(String start) {
    return lines.stream().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
  }
}
