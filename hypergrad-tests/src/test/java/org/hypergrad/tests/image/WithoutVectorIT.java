package org.hypergrad.tests.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The vector kernels can be left out: the scalar ones answer.
class WithoutVectorIT {
  private static List<Path> modsWithoutVector() throws IOException {
    try (Stream<Path> jars = Files.list(Image.MODS)) {
      List<Path> all = jars.sorted().toList();
      List<Path> others = all.stream().filter(jar -> !isVector(jar)).toList();
      assertThat(others).hasSize(all.size() - 1);
      return others;
    }
  }

  private static boolean isVector(Path jar) {
    return jar.getFileName().toString().startsWith("hypergrad-kernels-vector-");
  }

  private static String path(List<Path> jars) {
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void on_the_class_path_the_scalar_kernels_answer() throws IOException {
    Command program =
        Image.in(Image.JDK)
            .with("-cp", Image.DEMO + File.pathSeparator + path(modsWithoutVector()))
            .with("org.hypergrad.demo.Main");
    assertThat(program.with("--version").run().succeeded().out())
        .containsPattern("kernels +float64, float32, .*: scalar")
        .doesNotContain("vector");
    Outcome demo = program.with("demo").run().succeeded();
    assertThat(demo.out()).contains("24.7041", "138.8338", "645.5773");
    assertThat(demo.err()).isEmpty();
  }

  @Test
  void the_program_itself_starts_on_the_module_path() throws IOException {
    Outcome version =
        Image.in(Image.JDK)
            .with("-p", Image.DEMO + File.pathSeparator + path(modsWithoutVector()))
            .with("-m", Image.MAIN, "--version")
            .run()
            .succeeded();
    assertThat(version.out())
        .containsPattern("kernels +float64, float32, .*: scalar")
        .doesNotContain("vector");
  }

  /// Requires the api alone: the engine and the operations come because they provide its services.
  private static final String PROGRAM =
      """
      import org.hypergrad.*;
      import org.hypergrad.spi.Kernels;

      void main() {
        Tensor x = Tensor.of(3.0, -5.0).requiresGrad(true);
        x.mul(x).sum().backward();
        IO.println(Kernels.of(DType.FLOAT64).provider() + " " + Arrays.toString(x.grad().toDoubles()));
      }
      """;

  @Test
  void on_the_module_path_the_scalar_kernels_answer(@TempDir Path temporary) throws IOException {
    Path program = Files.writeString(temporary.resolve("Program.java"), PROGRAM);
    Command java = Image.in(Image.JDK).with("--add-modules", "org.hypergrad.api");
    List<Path> without = modsWithoutVector();
    assertThat(java.with("-p", path(without), program).run().succeeded().out().lines())
        .contains("scalar [6.0, -10.0]");
    assertThat(java.with("-p", Image.MODS, program).run().succeeded().out().lines())
        .contains("vector [6.0, -10.0]");
  }
}
