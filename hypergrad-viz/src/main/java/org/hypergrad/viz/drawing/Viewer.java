package org.hypergrad.viz.drawing;

import org.hypergrad.viz.text.Resource;

/// A drawing as a part of a page: the wheel zooms, dragging pans, the pointer shows all values in
/// full, a click on the title of a group folds it. The page has the style and the script once, for
/// all its drawings:
///
/// ```java
/// Page.titled("Two graphs")
///     .style(Viewer.style())
///     .body(Viewer.open(forward) + Viewer.folded(backward))
///     .script(Viewer.script());
/// ```
///
/// A viewer is as high as the page makes it; where the page scrolls, the wheel zooms with Ctrl.
public final class Viewer {
  private Viewer() {}

  /// What viewers look like, in CSS. It builds on the colours of [org.hypergrad.viz.page.Page].
  public static String style() {
    return Resource.text(Viewer.class, "viewer.css");
  }

  /// What viewers do: a script for the end of the page.
  public static String script() {
    return Resource.text(Viewer.class, "viewer.js");
  }

  /// The drawing, all groups open.
  ///
  /// @return an element of HTML of the class `viewer`
  /// @throws IllegalArgumentException as [Drawing#toSvg()]
  public static String open(Drawing drawing) {
    return element("", drawing);
  }

  /// The drawing, all groups folded until the reader opens them.
  ///
  /// @return an element of HTML of the class `viewer`
  /// @throws IllegalArgumentException as [Drawing#toSvg()]
  public static String folded(Drawing drawing) {
    return element(" data-folded", drawing);
  }

  private static String element(String attributes, Drawing drawing) {
    return """
    <div class="viewer"%s>
    %s<div class="stage">
    %s</div>
    <div class="details" hidden></div>
    </div>
    """
        .formatted(attributes, Resource.text(Viewer.class, "viewer.html"), drawing.toSvg());
  }
}
