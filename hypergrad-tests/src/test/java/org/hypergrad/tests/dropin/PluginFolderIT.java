package org.hypergrad.tests.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hypergrad.tests.image.Command;
import org.hypergrad.tests.image.Image;
import org.hypergrad.tests.image.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder of jars beside the program: those that work bring their operations and optimizers, each
/// of the others is refused by name.
class PluginFolderIT {
  private static Path plugins;
  private static Outcome version;

  @BeforeAll
  static void fill(@TempDir Path temporary) throws IOException {
    plugins = Files.createDirectory(temporary.resolve("my plugins"));
    Path swish = Example.named("custom-op").target("swish-1.0.jar");
    Files.copy(swish, plugins.resolve("swish.jar"));
    Files.copy(swish, plugins.resolve("swish2.jar"));
    Path lion = Example.named("custom-optimizer").target("lion-1.0.jar");
    Files.copy(lion, plugins.resolve("lion.jar"));
    Files.writeString(plugins.resolve("junk.jar"), "this is no jar");
    Files.writeString(plugins.resolve("notes.txt"), "this is none and is not called so");
    make("windowed.jar", "org.example.windowed", "requires java.desktop;", cube("windowed"));
    make("second-tanh.jar", "org.example.tanh", "", cube("tanh"));
    make("second-basic.jar", "org.hypergrad.ops.basic", "", cube("cube"));
    make("misnamed.jar", "org.example.misnamed", "", cube("Cube!"));
    make("broken.jar", "org.example.broken", "", "(Operation) null");
    make("zcube.jar", "org.example.cube", "", cube("cube"));
    version = program("--version").run().succeeded();
  }

  private static void make(String jar, String module, String requires, String operation)
      throws IOException {
    PluginJar.of(module, requires, operation).in(plugins, jar);
  }

  /// The expression that makes the operation x³.
  private static String cube(String name) {
    return """
    UnaryOperation.of("%s", "x³", x -> x.pow(3), usesX("g * 3x²", (g, x) -> g.mul(x.square().mul(3))))\
    """
        .formatted(name);
  }

  private static Command program(Object... arguments) {
    return Image.hypergradWithPlugins(plugins, arguments);
  }

  @Test
  void the_example_is_listed_with_its_module() {
    assertThat(version.out()).contains("swish.jar: com.example.swish with swish");
    assertThat(program("ops").run().succeeded().out())
        .containsPattern("swish +x \\* sigmoid\\(x\\) +com.example.swish");
  }

  @Test
  void the_optimizer_of_the_other_example_is_listed_with_its_module() {
    assertThat(version.out())
        .contains("lion.jar: com.example.lion with lion (optimizer)")
        .containsPattern("optimizers +\\d+ \\(1 of com.example.lion, ");
  }

  @Test
  void the_example_is_called_by_name_and_differentiated() {
    double s = 1 / (1 + Math.exp(-1.5));
    String value = String.format("%.12f", 1.5 * s);
    String gradient = String.format("%.12f", s + 1.5 * s * (1 - s));
    assertThat(program("graph", "--digits", "12", "swish(x)", "x=1.5").run().succeeded().out())
        .containsPattern("x +\\[] +1.500000000000 +" + gradient)
        .containsPattern("swish\\(x\\) +\\[] +" + value + " +1.000000000000");
  }

  @Test
  void a_file_that_is_no_jar_is_refused() {
    assertRefused("junk.jar", "zip");
  }

  @Test
  void a_module_that_needs_what_is_absent_is_refused() {
    assertRefused("windowed.jar", "java.desktop");
  }

  @Test
  void a_second_copy_of_a_module_is_refused() {
    assertRefused("swish2.jar", "com.example.swish", "swish.jar");
  }

  @Test
  void a_name_that_is_taken_is_refused() {
    assertRefused("second-tanh.jar", "'tanh'", "org.hypergrad.ops.basic", "org.example.tanh");
  }

  @Test
  void a_module_of_the_program_itself_is_refused() {
    assertRefused("second-basic.jar", "org.hypergrad.ops.basic");
  }

  @Test
  void a_name_that_is_none_is_refused() {
    assertRefused("misnamed.jar", "'Cube!'");
  }

  @Test
  void a_plug_in_whose_code_fails_is_refused() {
    assertRefused("broken.jar", "NullPointerException");
  }

  @Test
  void what_comes_after_the_refused_ones_is_there() {
    assertThat(version.out()).contains("zcube.jar: org.example.cube with cube");
    assertThat(version.complaints()).hasSize(7).allMatch(line -> line.contains(" refused: "));
  }

  private static void assertRefused(String jar, String... reasons) {
    assertThat(version.complaints())
        .filteredOn(line -> line.startsWith("hypergrad: plug-in " + jar + " refused: "))
        .singleElement()
        .asString()
        .contains(reasons);
    assertThat(version.out()).contains(jar + ": refused");
  }
}
