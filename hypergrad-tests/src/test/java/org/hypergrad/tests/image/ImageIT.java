package org.hypergrad.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The runtime image that `mvn package` leaves.
class ImageIT {
  @Test
  void the_image_holds_every_provider_and_no_desktop() {
    assertThat(Image.in(Image.HOME).with("--list-modules").run().succeeded().out().lines())
        .extracting(line -> line.replaceAll("@.*", ""))
        .contains(
            "org.hypergrad",
            "org.hypergrad.api",
            "org.hypergrad.board",
            "org.hypergrad.demo",
            "org.hypergrad.engine",
            "org.hypergrad.kernels.vector",
            "org.hypergrad.nn",
            "org.hypergrad.ops.basic",
            "org.hypergrad.viz",
            "ch.qos.logback.classic",
            "org.slf4j.jdk.platform.logging",
            "jdk.incubator.vector")
        .doesNotContain("java.desktop");
  }

  @Test
  void the_image_is_at_most_60_megabytes() throws IOException {
    try (Stream<Path> files = Files.walk(Image.HOME)) {
      assertThat(files.filter(Files::isRegularFile).mapToLong(ImageIT::size).sum())
          .isLessThanOrEqualTo(60_000_000);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void no_module_for_linking_is_automatic() {
    assertThat(ModuleFinder.of(Image.MODS).findAll())
        .extracting(module -> module.descriptor())
        .isNotEmpty()
        .noneMatch(ModuleDescriptor::isAutomatic);
  }

  @Test
  void the_vector_kernels_answer_without_any_flag() {
    Outcome version = Image.hypergrad("--version").run().succeeded();
    assertThat(version.out())
        .containsPattern("kernels +float64, float32, int64.*: vector.*, then scalar")
        .containsPattern("operations +\\d+ \\(\\d+ of org.hypergrad.ops.basic\\)");
    assertThat(version.complaints()).isEmpty();
  }

  @Test
  void the_archive_of_classes_beside_the_image_fits_it() {
    Path archive = Image.HOME.resolveSibling("image.jsa");
    Command strict =
        Image.in(Image.HOME).with("-Xshare:on", "-XX:SharedArchiveFile=" + archive); // or it fails
    assertThat(strict.with("-m", Image.MAIN, "--version").run().succeeded().out())
        .startsWith("HyperGrad");
  }

  @Test
  void an_image_moved_elsewhere_still_starts(@TempDir Path temporary) throws IOException {
    Path moved = temporary.resolve("a folder with spaces/image");
    Image.copyTo(moved);
    assertThat(Image.in(moved).with("-m", Image.MAIN, "--version").run().succeeded().out())
        .startsWith("HyperGrad");
  }
}
