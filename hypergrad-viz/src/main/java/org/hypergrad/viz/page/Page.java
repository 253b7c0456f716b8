package org.hypergrad.viz.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.hypergrad.viz.text.Resource;

/// A page that carries all it needs inside and works from a file. Its content security policy
/// forbids any request, and any script but its own. It follows the reader's light or dark mode.
///
/// ```java
/// String html =
///     Page.titled("Hello")
///         .style("h1 { color: var(--accent); }\n")
///         .body("<h1>" + Html.line(name) + "</h1>\n")
///         .toHtml();
/// ```
///
/// The style sheet of all pages has the colours `--page`, `--text`, `--faint`, `--edge` and
/// `--accent`. Title and body are text and HTML; what is text in the body is made safe by [Html].
///
/// @param title any text
/// @param style CSS that is added to that of all pages
/// @param body HTML
/// @param script JavaScript that runs at the end of the body; empty for none
public record Page(String title, String style, String body, String script) {
  /// An empty page.
  public static Page titled(String title) {
    return new Page(title, "", "", "");
  }

  /// With this style sheet after that of all pages.
  public Page style(String css) {
    return new Page(title, css, body, script);
  }

  /// With this content.
  public Page body(String html) {
    return new Page(title, style, html, script);
  }

  /// With this script at the end of the body, which must not contain `</script`.
  public Page script(String javascript) {
    return new Page(title, style, body, javascript);
  }

  /// The page as HTML.
  public String toHtml() {
    StringBuilder page = new StringBuilder();
    for (String part : Resource.text(Page.class, "page.html").split("(?<=\\}\\})|(?=\\{\\{)")) {
      page.append(
          switch (part) {
            case "{{policy}}" -> policy();
            case "{{title}}" -> Html.line(title);
            case "{{style}}" -> Resource.text(Page.class, "page.css") + style;
            case "{{body}}" -> body;
            case "{{script}}" -> script.isEmpty() ? "" : "<script>" + script + "</script>\n";
            default -> part;
          });
    }
    return page.toString();
  }

  /// Nothing from anywhere; pictures that stand in the page itself; the script that has this hash.
  private String policy() {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; "
        + "style-src 'unsafe-inline'; script-src "
        + (script.isEmpty() ? "'none'" : "'sha256-" + hash(script) + "'");
  }

  private static String hash(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha.digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has SHA-256", e);
    }
  }
}
