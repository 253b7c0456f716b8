package org.hypergrad.tests.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.hypergrad.tests.image.Command;
import org.hypergrad.tests.image.Image;
import org.junit.jupiter.api.Test;

/// The application of the example: two threads that differentiate with one parameter.
class EmbeddedIT {
  private static final String MAIN = "com.example.embedded/com.example.embedded.Main";
  private static final String SUM = "gradient  [11000.0, 22000.0, 33000.0]";

  @Test
  void it_runs_on_the_module_path_without_any_flag() {
    Path application = Example.named("embedded").target("embedded-1.0.jar");
    assertSum(
        Image.in(Image.JDK).with("-p", application + File.pathSeparator + Image.MODS, "-m", MAIN));
  }

  @Test
  void it_runs_from_an_image_of_its_own() {
    assertSum(Image.in(Example.named("embedded").target("image")).with("-m", MAIN));
  }

  private static void assertSum(Command application) {
    assertThat(application.run().succeeded().out().lines()).contains(SUM);
  }
}
