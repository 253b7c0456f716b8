package org.hypergrad.tests.image;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The script `hypergrad`, which starts the image from wherever it lies.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is a script for a POSIX shell")
class StartScriptIT {
  /// A copy of what the script needs, at a path with spaces.
  private static Path home;

  @BeforeAll
  static void copy(@TempDir Path temporary) throws IOException {
    home = temporary.resolve("a folder with spaces");
    Files.createDirectories(home.resolve("hypergrad-demo/target"));
    Files.copy(Image.ROOT.resolve("hypergrad"), home.resolve("hypergrad"), COPY_ATTRIBUTES);
    Image.copyTo(home.resolve("hypergrad-demo/target/image"));
  }

  private static Command script(Path path, Object... arguments) {
    return Command.of(path).with(arguments).where("HYPERGRAD_NO_BUILD", 1);
  }

  @Test
  void the_script_starts_its_image_at_a_path_with_spaces() {
    assertThat(script(home.resolve("hypergrad"), "--version").run().succeeded().out())
        .startsWith("HyperGrad");
  }

  @Test
  void the_script_finds_its_image_through_a_symbolic_link() throws IOException {
    Path bin = Files.createDirectory(home.resolveSibling("my programs"));
    Path link = Files.createSymbolicLink(bin.resolve("hg"), home.resolve("hypergrad"));
    Path second = Files.createSymbolicLink(bin.resolve("hg 2"), Path.of("hg"));
    assertThat(script(link, "--version").run().succeeded().out()).startsWith("HyperGrad");
    assertThat(script(second, "--version").in(bin).run().succeeded().out()).startsWith("HyperGrad");
  }

  @Test
  void arguments_with_spaces_and_stars_arrive_whole() {
    Outcome graph =
        script(home.resolve("hypergrad"), "graph", "a * b + b ** 3", "a=-4", "b=2").run();
    assertThat(graph.succeeded().out()).contains("a * b + b ** 3");
  }

  @Test
  void options_for_the_jvm_reach_it() {
    Outcome version =
        script(home.resolve("hypergrad"), "--version")
            .where("HYPERGRAD_JAVA_OPTS", "-Xshare:auto -Dhypergrad.kernels.exclude=vector")
            .run()
            .succeeded();
    assertThat(version.out()).contains("scalar").doesNotContain("vector,");
  }

  @Test
  void without_an_image_it_says_so(@TempDir Path temporary) throws IOException {
    Path script = temporary.resolve("hypergrad");
    Files.copy(home.resolve("hypergrad"), script, COPY_ATTRIBUTES);
    Outcome outcome = script(script).run();
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.complaints())
        .singleElement()
        .asString()
        .contains("there is no image in", "HYPERGRAD_NO_BUILD=1");
  }
}
