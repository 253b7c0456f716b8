package org.hypergrad.viz.text;

/// The faces that drawings are set in. Text is measured by the advance widths of DejaVu, which are
/// checked in: no font has to be there where a drawing is made, and a drawing is the same
/// everywhere. DejaVu is wide, so that text in another font of [#family] fits where it would.
public enum Font {
  /// Sans-serif, for words.
  SANS("'DejaVu Sans', Verdana, 'Bitstream Vera Sans', Geneva, sans-serif"),
  /// The same in bold, for titles.
  BOLD(SANS.family),
  /// Of one width, for numbers and formulas.
  MONO("'DejaVu Sans Mono', Menlo, Consolas, 'Bitstream Vera Sans Mono', monospace");

  /// What is put in place of text that was left out.
  private static final String ELLIPSIS = "…";

  private final String family;

  Font(String family) {
    this.family = family;
  }

  /// The value of the CSS property `font-family`: this face, and what to fall back on.
  public String family() {
    return family;
  }

  /// The width of a line of text at a size, both in pixels.
  public double width(String text, double size) {
    return text.codePoints().mapToDouble(this::advance).sum() * size;
  }

  /// The longest beginning of `text` that is not wider than `width` pixels, with an ellipsis if
  /// something is missing.
  public String shorten(String text, double size, double width) {
    if (width(text, size) <= width) {
      return text;
    }
    double room = width - width(ELLIPSIS, size);
    int end = 0;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      room -= advance(codePoint) * size;
      if (room < 0) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return text.substring(0, end).stripTrailing() + ELLIPSIS;
  }

  private double advance(int codePoint) {
    return switch (this) {
      case SANS -> Advances.regular(codePoint);
      case BOLD -> Advances.bold(codePoint);
      case MONO -> Advances.mono(codePoint);
    };
  }
}
