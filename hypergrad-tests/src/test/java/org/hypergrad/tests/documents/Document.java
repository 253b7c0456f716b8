package org.hypergrad.tests.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A Markdown file of the project.
///
/// @param file where it is
/// @param text what it says
public record Document(Path file, String text) {
  /// A block of code in a document.
  ///
  /// @param heading the nearest heading above it
  /// @param lead the paragraph before it
  /// @param language what the fence says
  /// @param code the lines between the fences
  public record Snippet(String heading, String lead, String language, String code) {
    /// What tests print.
    @Override
    public String toString() {
      return heading + ": " + code.lines().findFirst().orElse("").strip();
    }
  }

  private static final Path ROOT = Path.of(System.getProperty("hypergrad.root"));
  private static final Pattern LINK =
      Pattern.compile("(?:]\\(|src=\"|srcset=\"|href=\")([^)\\s\"]+)[)\"]");
  private static final Pattern SOURCE_FILE = Pattern.compile("(package|module) .*", Pattern.DOTALL);
  private static final String FENCE = "```";

  /// The document at a path below the root of the sources.
  public static Document at(String path) {
    try {
      return new Document(ROOT.resolve(path), Files.readString(ROOT.resolve(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The documents in the root, in `docs` and in `examples`.
  static List<Document> all() {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
        Stream<Path> examples = Files.walk(ROOT.resolve("examples"))) {
      return Stream.of(top, docs, examples)
          .flatMap(files -> files)
          .filter(file -> file.toString().endsWith(".md"))
          .map(file -> at(ROOT.relativize(file).toString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where its links to other files lead.
  List<Path> linkedFiles() {
    return files(text);
  }

  /// Its links to headings, of its own or of other documents, as `docs/autograd.md#7-a-neuron`.
  List<String> linkedHeadings() {
    return LINK.matcher(text)
        .results()
        .map(link -> link.group(1))
        .filter(target -> target.contains("#") && !target.contains("://"))
        .map(target -> target.startsWith("#") ? file.getFileName() + target : target)
        .map(target -> ROOT.relativize(file.resolveSibling(target).normalize()).toString())
        .toList();
  }

  /// What links to its headings end with, as GitHub makes it.
  List<String> anchors() {
    return text.lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ *", "").toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  private List<Path> files(String part) {
    return LINK.matcher(part)
        .results()
        .map((MatchResult link) -> link.group(1).replaceFirst("#.*", ""))
        .filter(target -> !target.isEmpty() && !target.contains("://"))
        .map(target -> file.resolveSibling(target).normalize())
        .toList();
  }

  /// The Java file that a snippet is quoted from: the last one that the paragraph before it links
  /// to; null if it links to none.
  Path quotedFrom(Snippet snippet) {
    return files(snippet.lead).stream()
        .filter(target -> target.toString().endsWith(".java"))
        .reduce(null, (_, later) -> later);
  }

  /// Whether a snippet is Java to be run: neither quoted nor a file of its own.
  boolean isProgram(Snippet snippet) {
    return snippet.language.equals("java")
        && quotedFrom(snippet) == null
        && !SOURCE_FILE.matcher(snippet.code).matches();
  }

  /// All blocks of code, in order.
  public List<Snippet> snippets() {
    List<Snippet> snippets = new ArrayList<>();
    String heading = "";
    StringBuilder paragraph = new StringBuilder();
    boolean closed = true;
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith(FENCE)) {
        int end = i + 1;
        while (!lines.get(end).startsWith(FENCE)) {
          end++;
        }
        String code = String.join("\n", lines.subList(i + 1, end));
        snippets.add(
            new Snippet(heading, paragraph.toString(), line.substring(FENCE.length()), code));
        i = end;
        closed = true;
      } else if (line.startsWith("#")) {
        heading = line.replaceFirst("#+ *", "");
        closed = true;
      } else if (line.isBlank()) {
        closed = true;
      } else {
        if (closed) {
          paragraph.setLength(0);
          closed = false;
        }
        paragraph.append(line).append('\n');
      }
    }
    return snippets;
  }

  /// The path below the root of the sources.
  @Override
  public String toString() {
    return ROOT.relativize(file).toString();
  }
}
