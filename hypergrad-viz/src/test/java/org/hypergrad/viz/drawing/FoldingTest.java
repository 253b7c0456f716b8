package org.hypergrad.viz.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Groups drawn as vertices.
class FoldingTest {
  private final Sketch sketch = new Sketch();

  private int vertex(String title, String... path) {
    return sketch.vertex(Kind.OPERATION, title, "", List.of(), title, sketch.group(path));
  }

  private Drawing drawing() {
    return sketch.finish("", "");
  }

  @Test
  void a_folded_group_is_one_vertex_with_the_arrows_of_all() {
    int x = vertex("x");
    int a = vertex("a", "block");
    int b = vertex("b", "block");
    int y = vertex("y");
    sketch.arrow(x, a, "");
    sketch.arrow(x, b, "");
    sketch.arrow(a, b, "");
    sketch.arrow(b, y, "left");
    Drawing folded = drawing().folded(0);
    assertThat(folded.vertices()).extracting(Vertex::title).containsExactly("x", "block", "y");
    assertThat(folded.vertices().get(1).kind()).isEqualTo(Kind.FOLDED);
    assertThat(folded.vertices().get(1).subtitle()).isEqualTo("2 vertices");
    assertThat(folded.groups()).isEmpty();
    assertThat(folded.arrows())
        .containsExactly(new Arrow(0, 1, "", "", false), new Arrow(1, 2, "", "left", false));
  }

  @Test
  void a_depth_of_one_opens_the_outermost() {
    int a = vertex("a", "outer");
    int b = vertex("b", "outer", "inner");
    sketch.arrow(a, b, "");
    Drawing folded = drawing().folded(1);
    assertThat(folded.vertices()).extracting(Vertex::title).containsExactly("a", "inner");
    assertThat(folded.groups()).extracting(Group::label).containsExactly("outer");
    assertThat(folded.vertices()).extracting(Vertex::group).containsOnly(0);
    assertThat(drawing().folded(2)).isEqualTo(drawing());
  }

  @Test
  void two_arrows_between_vertices_stay_two() {
    int x = vertex("x");
    int y = vertex("y");
    sketch.arrow(x, y, "a");
    sketch.arrow(x, y, "b");
    assertThat(drawing().folded(0)).isEqualTo(drawing());
  }

  @Test
  void a_group_that_would_make_a_cycle_stays_open() {
    int a = vertex("a", "used twice");
    int b = vertex("b");
    int c = vertex("c", "used twice");
    int d = vertex("d", "used once");
    sketch.arrow(a, b, "");
    sketch.arrow(b, c, "");
    sketch.arrow(c, d, "");
    Drawing folded = drawing().folded(0);
    assertThat(folded.vertices())
        .extracting(Vertex::title)
        .containsExactly("a", "b", "c", "used once");
    assertThat(folded.toSvg()).contains("used twice");
  }
}
