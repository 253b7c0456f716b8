package org.hypergrad.viz.layout;

/// The distances that are kept, in pixels.
final class Spacing {
  /// Around the whole drawing.
  static final double MARGIN = 16;

  /// Between boxes side by side.
  static final double BOXES = 28;

  /// Between a box and an edge that passes it.
  static final double BOX_AND_EDGE = 20;

  /// Between two edges.
  static final double EDGES = 16;

  /// Between the side of a group and what is inside or outside.
  static final double BORDER = 14;

  /// Between layers, at least.
  static final double LAYERS = 44;

  /// How much more when edges cover long distances sideways, as a part of the distance.
  static final double STEEPNESS = 0.12;

  /// The most that comes to.
  static final double MOST_STEEPNESS = 90;

  /// For the title of a group, above what is in it.
  static final double GROUP_TITLE = 26;

  /// Between the ends of two edges at one side of a box.
  static final double ENDS = 16;

  /// What a word beside the end of an edge takes more than its own width.
  static final double WORD = 9;

  /// How near the way of an edge may come to a box that it passes.
  static final double BOX_AND_WAY = 12;

  /// To the side of a group.
  static final double BORDER_AND_WAY = 9;

  /// And to the way of another.
  static final double WAYS = 10;

  private Spacing() {}

  /// How far the middles of two neighbours in a layer are to be from each other.
  static double between(Layers layers, double[] widths, int left, int right) {
    return (widths[left] + widths[right]) / 2 + gap(layers, left, right);
  }

  private static double gap(Layers layers, int left, int right) {
    if (layers.isBorder(left) || layers.isBorder(right)) {
      return BORDER;
    }
    boolean leftIsBox = layers.role[left] == Layers.Role.BOX;
    boolean rightIsBox = layers.role[right] == Layers.Role.BOX;
    return leftIsBox && rightIsBox ? BOXES : leftIsBox || rightIsBox ? BOX_AND_EDGE : EDGES;
  }
}
