package org.hypergrad.tests.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Compares SVG with what is checked in, to the last character, so that no change of a look goes
/// unseen. With `-Dhypergrad.pictures=update` it is written instead: look at it then.
public final class Picture {
  private static final String UPDATE = "hypergrad.pictures";

  private static final Path PICTURES =
      Path.of(System.getProperty("hypergrad.root"))
          .resolve("hypergrad-tests/src/test/resources/org/hypergrad/tests/viz");

  private Picture() {}

  /// Compares all but the details, which have all digits of numbers, and the last of `tanh` is not
  /// the same everywhere.
  static void check(String name, String svg) throws IOException {
    check(PICTURES.resolve(name), svg);
  }

  /// The same for a picture anywhere.
  public static void check(Path picture, String svg) throws IOException {
    if ("update".equals(System.getProperty(UPDATE))) {
      Files.writeString(picture, svg);
    }
    assertThat(withoutDetails(svg))
        .as(
            "%s; if the change is meant: mvn test -pl hypergrad-tests -am -D%s=update",
            picture, UPDATE)
        .isEqualTo(withoutDetails(read(picture)));
  }

  private static String withoutDetails(String svg) {
    return svg.replaceAll("<title>[^<]*</title>", "");
  }

  private static String read(Path picture) throws IOException {
    try {
      return Files.readString(picture);
    } catch (NoSuchFileException _) {
      return "";
    }
  }
}
