package org.hypergrad.viz.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hypergrad.viz.layout.Placement.Box;
import org.hypergrad.viz.layout.Placement.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Layered layout: what holds for any graph, and what a reader sees in some.
class LayeredLayoutTest {
  private static final Plan.Size BOX = new Plan.Size(80, 40, 12);

  private static Plan boxes(int count, Plan.Edge... edges) {
    return Plan.of(Collections.nCopies(count, BOX), List.of(edges));
  }

  private static Plan.Edge edge(int from, int to) {
    return new Plan.Edge(from, to);
  }

  private static double middle(Box box) {
    return box.x() + box.width() / 2;
  }

  // ---- any graph

  @ParameterizedTest
  @CsvSource({
    "1, 10", "2, 10", "3, 30", "4, 30", "5, 100", "6, 100", "7, 300", "8, 600", "9, 2000"
  })
  void boxes_stay_apart_and_edges_point_down(long seed, int size) {
    Plan plan = RandomPlan.flat(seed, size);
    new PlacementCheck(plan, LayeredLayout.place(plan)).all();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 10, 3",
    "2, 20, 3",
    "3, 30, 5",
    "4, 60, 4",
    "5, 100, 6",
    "6, 200, 9",
    "7, 600, 20"
  })
  void a_group_holds_its_own_and_nothing_else(long seed, int size, int groupSize) {
    Plan plan = RandomPlan.grouped(seed, size, groupSize);
    new PlacementCheck(plan, LayeredLayout.place(plan)).all();
  }

  @ParameterizedTest
  @CsvSource({"1, 12", "2, 20", "3, 40", "4, 40", "5, 80", "6, 160"})
  void groups_that_feed_each_other_stand_side_by_side(long seed, int size) {
    Plan plan = RandomPlan.interleaved(seed, size);
    new PlacementCheck(plan, LayeredLayout.place(plan)).all();
  }

  @ParameterizedTest
  @CsvSource({"1, 100, 0", "2, 100, 7"})
  void the_same_plan_is_placed_the_same_way(long seed, int size, int groupSize) {
    assertThat(LayeredLayout.place(RandomPlan.grouped(seed, size, groupSize)))
        .isEqualTo(LayeredLayout.place(RandomPlan.grouped(seed, size, groupSize)));
  }

  @Test
  void nothing_takes_no_room_but_the_margin() {
    Placement placement = LayeredLayout.place(boxes(0));
    assertThat(placement.vertices()).isEmpty();
    assertThat(placement.width()).isPositive();
    assertThat(placement.height()).isPositive();
  }

  // ---- what a reader sees

  @Test
  void a_chain_is_a_straight_line() {
    Placement placement = LayeredLayout.place(boxes(4, edge(0, 1), edge(1, 2), edge(2, 3)));
    assertThat(placement.vertices()).extracting(LayeredLayoutTest::middle).containsOnly(56.0);
    assertThat(placement.routes()).allSatisfy(route -> assertThat(route.points()).hasSize(2));
  }

  @Test
  void a_long_edge_runs_straight_past_what_is_between() {
    Placement placement =
        LayeredLayout.place(boxes(5, edge(0, 1), edge(1, 2), edge(2, 3), edge(3, 4), edge(0, 4)));
    Route past = placement.routes().getLast();
    assertThat(past.points()).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void a_result_stands_in_the_middle_of_what_it_is_made_of() {
    Placement placement = LayeredLayout.place(boxes(3, edge(0, 2), edge(1, 2)));
    List<Box> boxes = placement.vertices();
    assertThat(2 * middle(boxes.get(2))).isEqualTo(middle(boxes.get(0)) + middle(boxes.get(1)));
  }

  @Test
  void the_first_input_stands_left_of_the_second() {
    for (int first = 0; first < 2; first++) {
      List<Box> boxes =
          LayeredLayout.place(boxes(3, edge(first, 2), edge(1 - first, 2))).vertices();
      assertThat(boxes.get(first).right()).isLessThan(boxes.get(1 - first).x());
    }
  }

  @Test
  void x_times_x_has_two_edges_side_by_side() {
    List<Route> routes = LayeredLayout.place(boxes(2, edge(0, 1), edge(0, 1))).routes();
    assertThat(routes.get(1).points().getFirst().x() - routes.get(0).points().getFirst().x())
        .isGreaterThanOrEqualTo(10);
    assertThat(routes.get(1).points().getLast().x() - routes.get(0).points().getLast().x())
        .isGreaterThanOrEqualTo(10);
  }

  @Test
  void a_leaf_stands_just_above_what_uses_it() {
    Placement placement = LayeredLayout.place(boxes(4, edge(0, 1), edge(1, 2), edge(3, 2)));
    assertThat(placement.vertices().get(3).y()).isEqualTo(placement.vertices().get(1).y());
  }

  @Test
  void a_tree_has_no_crossings() {
    List<Plan.Edge> edges = new ArrayList<>();
    for (int i = 1; i < 63; i++) {
      int v = i * 37 % 63;
      edges.add(edge(v, (v - 1) / 2));
    }
    Plan plan = boxes(63, edges.toArray(Plan.Edge[]::new));
    Layers layers = new Layers(plan, Ranking.of(plan));
    assertThat(Crossings.of(layers, Ordering.of(plan, layers))).isZero();
  }

  @Test
  void blocks_in_a_row_stand_one_below_the_other() {
    Plan plan =
        new Plan(
            Collections.nCopies(5, BOX),
            List.of(edge(0, 1), edge(1, 3), edge(2, 3), edge(3, 4)),
            List.of(0, 0, 1, 1, 1),
            List.of(Plan.NONE, Plan.NONE));
    List<Box> groups = LayeredLayout.place(plan).groups();
    assertThat(groups.get(0).bottom()).isLessThan(groups.get(1).y());
  }

  // ---- what cannot be

  @Test
  void a_cycle_is_an_error() {
    assertThatThrownBy(() -> LayeredLayout.place(boxes(2, edge(0, 1), edge(1, 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cycle");
  }

  @Test
  void an_empty_group_is_an_error() {
    Plan plan = new Plan(List.of(BOX), List.of(), List.of(Plan.NONE), List.of(Plan.NONE));
    assertThatThrownBy(() -> LayeredLayout.place(plan))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no vertices");
  }

  @Test
  void too_large_a_graph_is_an_error_that_says_what_to_do() {
    assertThatThrownBy(() -> LayeredLayout.place(boxes(20_001)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("20001 vertices")
        .hasMessageContaining("fold its groups");
  }

  @Test
  void too_many_long_edges_are_an_error_that_says_what_to_do() {
    List<Plan.Edge> edges = new ArrayList<>();
    for (int v = 1; v < 2000; v++) {
      edges.add(edge(v - 1, v));
      edges.add(edge(0, v));
    }
    assertThatThrownBy(() -> LayeredLayout.place(boxes(2000, edges.toArray(Plan.Edge[]::new))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("smaller part");
  }
}
