package org.hypergrad.viz.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Drawings as values, and as files.
class DrawingTest {
  private static final Vertex X = new Vertex(Kind.INPUT, "x", "", List.of(), "", Group.NONE);

  private static Drawing drawing(Arrow... arrows) {
    return new Drawing("", "", List.of(X, X), List.of(arrows), List.of());
  }

  private static Arrow arrow(int from, int to) {
    return new Arrow(from, to, "", "", false);
  }

  @Test
  void an_arrow_leads_from_a_vertex_to_a_vertex() {
    assertThatThrownBy(() -> drawing(arrow(0, 2))).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> drawing(arrow(-1, 0))).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void a_vertex_lies_in_a_group_that_is_there() {
    Vertex lost = new Vertex(Kind.INPUT, "x", "", List.of(), "", 0);
    assertThatThrownBy(() -> new Drawing("", "", List.of(lost), List.of(), List.of()))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void a_parent_comes_before_what_lies_in_it() {
    assertThatThrownBy(
            () -> new Drawing("", "", List.of(), List.of(), List.of(new Group("its own", 0))))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @CsvSource({"x.svg, <svg", "x.SVG, <svg", "x.html, <!DOCTYPE html>", "x.dot, digraph"})
  void the_end_of_a_name_says_the_format(String name, String beginning, @TempDir Path folder)
      throws IOException {
    drawing(arrow(0, 1)).write(folder.resolve(name));
    assertThat(Files.readString(folder.resolve(name))).startsWith(beginning);
  }

  @Test
  void another_format_is_an_error() {
    assertThatThrownBy(() -> drawing().write(Path.of("x.png")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A drawing is written as .svg, .html or .dot, not as x.png");
  }

  @Test
  void the_legend_has_the_kinds_that_occur() {
    assertThat(drawing().toSvg()).contains(">input</text>").doesNotContain(">operation</text>");
  }

  @Test
  void an_empty_drawing_can_be_drawn() {
    Drawing empty = new Sketch().finish("", "");
    assertThat(empty.toSvg()).contains("</svg>");
    assertThat(empty.toHtml()).contains("</html>");
    assertThat(empty.toDot()).contains("digraph");
  }

  @Test
  void a_drawing_too_large_to_lay_out_can_still_be_written_as_dot() {
    Sketch sketch = new Sketch();
    for (int v = 0; v <= 20_000; v++) {
      sketch.vertex(Kind.OPERATION, "op", "", List.of(), "", sketch.group("all"));
    }
    Drawing large = sketch.finish("", "");
    assertThatThrownBy(large::toSvg).hasMessageContaining("20001 vertices");
    assertThat(large.toDot()).contains("v20000");
    assertThat(large.folded(0).toSvg()).contains("20001 vertices");
  }
}
