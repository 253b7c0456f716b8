package org.hypergrad.viz.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hypergrad.viz.layout.Placement.Box;
import org.hypergrad.viz.layout.Placement.Point;
import org.hypergrad.viz.layout.Placement.Route;

/// What holds for every placement.
final class PlacementCheck {
  private static final double ROUNDING = 1e-6;

  private final Plan plan;
  private final Placement placement;

  PlacementCheck(Plan plan, Placement placement) {
    this.plan = plan;
    this.placement = placement;
  }

  void all() {
    everythingIsOnThePage();
    boxesDoNotOverlap();
    edgesPointDownFromBorderToBorder();
    edgesRunPastBoxes();
    edgesAreDrawnApart();
    groupsHoldTheirOwnAndNothingElse();
  }

  private void everythingIsOnThePage() {
    for (List<Box> boxes : List.of(placement.vertices(), placement.groups())) {
      for (Box box : boxes) {
        assertThat(box.x()).isGreaterThanOrEqualTo(0);
        assertThat(box.y()).isGreaterThanOrEqualTo(0);
        assertThat(box.right()).isLessThanOrEqualTo(placement.width());
        assertThat(box.bottom()).isLessThanOrEqualTo(placement.height());
      }
    }
  }

  private static boolean overlap(Box a, Box b) {
    return a.x() < b.right() - ROUNDING
        && b.x() < a.right() - ROUNDING
        && a.y() < b.bottom() - ROUNDING
        && b.y() < a.bottom() - ROUNDING;
  }

  private void boxesDoNotOverlap() {
    List<Box> sorted = new ArrayList<>(placement.vertices());
    sorted.sort(Comparator.comparingDouble(Box::y));
    for (int i = 0; i < sorted.size(); i++) {
      Box box = sorted.get(i);
      for (int j = i + 1; j < sorted.size() && sorted.get(j).y() < box.bottom(); j++) {
        assertThat(overlap(box, sorted.get(j))).as("%s overlaps %s", box, sorted.get(j)).isFalse();
      }
    }
  }

  private void edgesPointDownFromBorderToBorder() {
    for (int e = 0; e < plan.edges().size(); e++) {
      Box from = placement.vertices().get(plan.edges().get(e).from());
      Box to = placement.vertices().get(plan.edges().get(e).to());
      List<Point> points = placement.routes().get(e).points();
      assertThat(points.getFirst().y()).isEqualTo(from.bottom());
      assertThat(points.getFirst().x()).isBetween(from.x(), from.right());
      assertThat(points.getLast().y()).isEqualTo(to.y());
      assertThat(points.getLast().x()).isBetween(to.x(), to.right());
      for (int i = 1; i < points.size(); i++) {
        assertThat(points.get(i).y()).isGreaterThan(points.get(i - 1).y());
      }
    }
  }

  /// An edge comes near no box but its own two.
  private void edgesRunPastBoxes() {
    for (int e = 0; e < plan.edges().size(); e++) {
      Box from = placement.vertices().get(plan.edges().get(e).from());
      Box to = placement.vertices().get(plan.edges().get(e).to());
      List<Point> points = placement.routes().get(e).points();
      for (Box box : placement.vertices()) {
        boolean isOther = box != from && box != to;
        for (int i = 1; isOther && i < points.size(); i++) {
          assertThat(runsThrough(points.get(i - 1), points.get(i), box))
              .as("%s runs through %s", points, box)
              .isFalse();
        }
      }
    }
  }

  private static boolean runsThrough(Point a, Point b, Box box) {
    double top = Math.max(a.y(), box.y());
    double bottom = Math.min(b.y(), box.bottom());
    if (top >= bottom) {
      return false;
    }
    double atTop = a.x() + (b.x() - a.x()) * (top - a.y()) / (b.y() - a.y());
    double atBottom = a.x() + (b.x() - a.x()) * (bottom - a.y()) / (b.y() - a.y());
    return Math.max(atTop, atBottom) > box.x() - Route.CORNER_ROOM
        && Math.min(atTop, atBottom) < box.right() + Route.CORNER_ROOM;
  }

  private void edgesAreDrawnApart() {
    assertThat(placement.routes()).doesNotHaveDuplicates();
  }

  private void groupsHoldTheirOwnAndNothingElse() {
    for (int g = 0; g < placement.groups().size(); g++) {
      Box group = placement.groups().get(g);
      for (int v = 0; v < placement.vertices().size(); v++) {
        Box box = placement.vertices().get(v);
        if (isInside(plan.vertexGroups().get(v), g)) {
          assertThat(box.x()).isGreaterThan(group.x());
          assertThat(box.y()).isGreaterThan(group.y());
          assertThat(box.right()).isLessThan(group.right());
          assertThat(box.bottom()).isLessThan(group.bottom());
        } else {
          assertThat(overlap(group, box)).as("%s in group %d %s", box, g, group).isFalse();
        }
      }
      for (int other = 0; other < g; other++) {
        if (!isInside(g, other)) {
          assertThat(overlap(group, placement.groups().get(other)))
              .as("groups %d and %d", g, other)
              .isFalse();
        }
      }
    }
  }

  private boolean isInside(int group, int outer) {
    int each = group;
    while (each != outer && each != Plan.NONE) {
      each = plan.groupParents().get(each);
    }
    return each == outer;
  }
}
