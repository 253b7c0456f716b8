package org.hypergrad.viz.drawing;

/// What a vertex stands for. Kinds differ in colour and in shape, so that neither has to be seen.
public enum Kind {
  /// A tensor that is given and gets no gradient.
  INPUT("input"),
  /// A tensor that is given and gets no gradient, and whose value nothing keeps, for no rule reads
  /// it.
  CONSTANT("constant, not needed for the gradient"),
  /// A leaf that gets a gradient.
  PARAMETER("parameter"),
  /// An operation, with its result.
  OPERATION("operation"),
  /// A result that the drawing was asked for.
  OUTPUT("output"),
  /// Where gradients add up.
  ACCUMULATED("accumulated gradient"),
  /// A tensor kept for the backward pass.
  SAVED("saved tensor"),
  /// A group that is drawn as one vertex.
  FOLDED("folded group");

  private final String label;

  Kind(String label) {
    this.label = label;
  }

  /// What the legend says.
  public String label() {
    return label;
  }
}
