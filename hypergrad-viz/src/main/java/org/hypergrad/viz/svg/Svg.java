package org.hypergrad.viz.svg;

import static org.hypergrad.viz.svg.Markup.escape;
import static org.hypergrad.viz.svg.Numbers.plain;

import org.hypergrad.viz.text.Font;
import org.hypergrad.viz.text.Plain;
import org.hypergrad.viz.text.Resource;

/// The frame of a picture: its size, what it says to those who cannot see it, and its colours,
/// which follow the reader's light or dark mode.
public final class Svg {
  private Svg() {}

  /// The beginning of a file that ends with `</svg>`: no script in it, nothing that has to be
  /// loaded.
  ///
  /// @param kind its class in the style sheet
  /// @param style the rules that this kind of picture adds to those of all
  public static String begin(
      String kind, double width, double height, String title, String description, String style) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" class="%7$s" role="img" width="%1$s" height="%2$s" viewBox="0 0 %1$s %2$s" font-family="%3$s">
    <title>%4$s</title>
    <desc>%5$s</desc>
    <style>
    %6$s</style>
    <rect class="paper" width="100%%" height="100%%" rx="8"/>
    """
        .formatted(
            plain(width),
            plain(height),
            Font.SANS.family(),
            escape(Plain.line(title)),
            escape(Plain.lines(description)),
            Resource.text(Svg.class, "theme.css") + style,
            kind);
  }
}
