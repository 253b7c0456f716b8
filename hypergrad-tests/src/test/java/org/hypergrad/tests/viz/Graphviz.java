package org.hypergrad.tests.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hypergrad.viz.drawing.Drawing;

/// Graphviz' `dot`. Where it is not installed, tests that ask for it are skipped.
final class Graphviz {
  private Graphviz() {}

  /// What it makes, without a complaint, of our DOT.
  ///
  /// @param folder for files of it
  static String svg(Drawing drawing, Path folder) throws IOException, InterruptedException {
    boolean isInstalled =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "dot")));
    assumeTrue(isInstalled, "Graphviz is not installed: no dot on the PATH");
    Path source = Files.writeString(folder.resolve("x.dot"), drawing.toDot());
    Path out = folder.resolve("x.svg");
    Path err = folder.resolve("err");
    int exitCode =
        new ProcessBuilder("dot", "-Tsvg", "-o", out.toString(), source.toString())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    assertThat(Files.readString(err)).isEmpty();
    assertThat(exitCode).isZero();
    return Files.readString(out);
  }
}
