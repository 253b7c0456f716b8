package org.hypergrad.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Cells merged into rectangles.
class RegionsTest {
  private static final Pattern RECTANGLE = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v(\\d+)h-(\\d+)z");

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void rectangles_cover_each_cell_once_with_its_class(long seed) {
    Random random = new Random(seed);
    int[][] classes = new int[1 + random.nextInt(12)][1 + random.nextInt(12)];
    int[][] covered = new int[classes.length][classes[0].length];
    for (int[] row : classes) {
      for (int column = 0; column < row.length; column++) {
        row[column] = random.nextInt(3);
      }
    }
    for (int c = 0; c < 3; c++) {
      String area = new Regions(classes).area(c);
      assertThat(RECTANGLE.matcher(area).replaceAll("")).isEmpty();
      for (MatchResult m : RECTANGLE.matcher(area).results().toList()) {
        for (int row = number(m, 2); row < number(m, 2) + number(m, 4); row++) {
          for (int column = number(m, 1); column < number(m, 1) + number(m, 3); column++) {
            assertThat(classes[row][column]).isEqualTo(c);
            covered[row][column]++;
          }
        }
      }
    }
    for (int[] row : covered) {
      assertThat(row).containsOnly(1);
    }
  }

  private static int number(MatchResult match, int group) {
    return Integer.parseInt(match.group(group));
  }

  @Test
  void a_region_is_one_rectangle() {
    assertThat(new Regions(new int[200][200]).area(0)).isEqualTo("M0 0h200v200h-200z");
  }

  @Test
  void borders_run_between_classes() {
    assertThat(new Regions(new int[][] {{0, 0, 1}, {0, 0, 1}}).borders()).isEqualTo("M2 0v2");
    assertThat(new Regions(new int[][] {{0, 0}, {1, 1}}).borders()).isEqualTo("M0 1h2");
    assertThat(new Regions(new int[5][5]).borders()).isEmpty();
  }
}
