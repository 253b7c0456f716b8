package org.hypergrad.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.hypergrad.viz.drawing.Drawing;
import picocli.CommandLine.Option;

/// The files that a graph is to be drawn into.
final class GraphFiles {
  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "draws the graph as a picture, for browsers and documents")
  private Path svg;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "draws the graph as a page that zooms, folds and shows all values")
  private Path html;

  @Option(names = "--dot", paramLabel = "FILE", description = "writes the graph for Graphviz")
  private Path dot;

  @Option(
      names = "--backward",
      description = "draws the graph that the gradient goes back through, in place of the other")
  private boolean backward;

  /// Whether there is anything to draw.
  boolean areWanted() {
    return !byFormat().isEmpty();
  }

  /// Whether the graph of the gradient is meant.
  boolean areOfBackward() {
    return backward;
  }

  /// Refuses what could not be written.
  void check() {
    byFormat().keySet().forEach(OutputFile::check);
  }

  /// Writes the drawing into all of them, and says so.
  void write(Drawing drawing, PrintWriter out) {
    byFormat()
        .forEach((file, format) -> {
          file.write(format.apply(drawing));
          out.println("The graph is in " + file.file());
        });
  }

  private Map<OutputFile, Function<Drawing, String>> byFormat() {
    Map<OutputFile, Function<Drawing, String>> files = new LinkedHashMap<>();
    if (svg != null) {
      files.put(new OutputFile("--svg", svg), Drawing::toSvg);
    }
    if (html != null) {
      files.put(new OutputFile("--html", html), Drawing::toHtml);
    }
    if (dot != null) {
      files.put(new OutputFile("--dot", dot), Drawing::toDot);
    }
    return files;
  }
}
