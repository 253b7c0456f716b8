package org.hypergrad.tests.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hypergrad.viz.drawing.Arrow;
import org.hypergrad.viz.drawing.Drawing;
import org.hypergrad.viz.drawing.Field;
import org.hypergrad.viz.drawing.Kind;
import org.hypergrad.viz.drawing.Vertex;

/// Looks into a drawing by the titles of its vertices.
record DrawingAssert(Drawing drawing) {
  static DrawingAssert assertThatDrawing(Drawing drawing) {
    return new DrawingAssert(drawing);
  }

  Vertex vertex(String title) {
    List<Vertex> found =
        drawing.vertices().stream().filter(vertex -> vertex.title().equals(title)).toList();
    assertThat(found).as("vertices '%s' of %s", title, titles()).hasSize(1);
    return found.getFirst();
  }

  List<String> titles() {
    return drawing.vertices().stream().map(Vertex::title).toList();
  }

  private Field field(String title, String name) {
    return vertex(title).fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(title + " has no " + name));
  }

  DrawingAssert has(String title, Kind kind) {
    assertThat(vertex(title).kind()).isEqualTo(kind);
    return this;
  }

  DrawingAssert shows(String title, String name, String text) {
    assertThat(field(title, name)).isEqualTo(Field.of(name, text));
    return this;
  }

  DrawingAssert misses(String title, String name, String why) {
    assertThat(field(title, name)).isEqualTo(Field.missing(name, why));
    return this;
  }

  /// The arrows as `from -> to` with the words at their ends.
  List<String> arrows() {
    return drawing.arrows().stream().map(this::arrow).toList();
  }

  private String arrow(Arrow arrow) {
    return drawing.vertices().get(arrow.from()).title()
        + (arrow.tail().isEmpty() ? "" : " " + arrow.tail())
        + (arrow.isDashed() ? " ~> " : " -> ")
        + (arrow.head().isEmpty() ? "" : arrow.head() + " ")
        + drawing.vertices().get(arrow.to()).title();
  }
}
