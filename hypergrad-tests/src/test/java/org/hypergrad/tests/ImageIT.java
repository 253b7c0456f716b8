package org.hypergrad.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The runtime image that `mvn package` leaves.
class ImageIT {
  private static final Path IMAGE = Path.of(System.getProperty("hypergrad.image"));
  private static final Path MODS = Path.of(System.getProperty("hypergrad.mods"));

  @Test
  void the_image_holds_every_provider_and_no_desktop() throws Exception {
    assertThat(run("--list-modules").lines().map(line -> line.replaceAll("@.*", "")))
        .contains(
            "org.hypergrad",
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
    try (var files = Files.walk(IMAGE)) {
      assertThat(files.filter(Files::isRegularFile).mapToLong(ImageIT::size).sum())
          .isLessThanOrEqualTo(60_000_000);
    }
  }

  @Test
  void no_module_for_linking_is_automatic() {
    assertThat(ModuleFinder.of(MODS).findAll())
        .extracting(module -> module.descriptor())
        .isNotEmpty()
        .noneMatch(ModuleDescriptor::isAutomatic);
  }

  @Test
  void the_providers_answer_in_the_image() throws Exception {
    assertThat(run("-m", "org.hypergrad.demo/org.hypergrad.demo.Main"))
        .contains("engine 0", "nn", "ops", "vector true", "viz", "INFO  nn - hello from nn");
  }

  private static String run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(IMAGE.resolve("bin/java").toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
