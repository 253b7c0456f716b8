package org.hypergrad.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import org.hypergrad.Operations;
import org.hypergrad.Tensor;
import org.hypergrad.optim.Optimizers;
import org.hypergrad.spi.Attributes;
import org.hypergrad.spi.Operation;
import org.hypergrad.spi.OptimizerProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginFolderTest {
  @TempDir private Path folder;
  @TempDir private Path elsewhere;
  private PluginFolder plugins;

  @BeforeEach
  void an_empty_registry() {
    plugins = new PluginFolder();
  }

  @Test
  void a_module_with_an_operation_is_loaded_and_the_operation_is_there() throws IOException {
    Path jar = PluginJar.of(folder.resolve("twice.jar"), "test.good", "test_good");

    plugins.load(folder);

    assertThat(plugins.loaded())
        .singleElement()
        .satisfies(plugin -> {
          assertThat(plugin.jar()).isEqualTo(jar);
          assertThat(plugin.module()).isEqualTo("test.good");
          assertThat(plugin.operations()).extracting(Operation::name).containsExactly("test_good");
        });
    assertThat(plugins.refused()).isEmpty();
    Tensor x = Tensor.scalar(3.0).requiresGrad(true);
    x.apply("test_good").backward();
    assertThat(x.grad().item()).isEqualTo(2);
    assertThat(Operations.moduleOf(Operations.named("test_good"))).isEqualTo("test.good");
  }

  @Test
  void a_module_with_an_optimizer_is_loaded_and_the_optimizer_is_there() throws IOException {
    PluginJar.withOptimizer(folder.resolve("descent.jar"), "test.descent", "test_descent");

    plugins.load(folder);

    assertThat(plugins.loaded())
        .singleElement()
        .satisfies(plugin -> {
          assertThat(plugin.operations()).isEmpty();
          assertThat(plugin.optimizers())
              .extracting(OptimizerProvider::name)
              .containsExactly("test_descent");
        });
    Tensor x = Tensor.scalar(3.0).requiresGrad(true);
    x.square().backward();
    Optimizers.create("test_descent", List.of(x), Attributes.NONE).step();
    assertThat(x.item()).isEqualTo(-3);
    assertThat(Optimizers.moduleOf(Optimizers.named("test_descent"))).isEqualTo("test.descent");
  }

  @Test
  void a_jar_brings_operations_and_optimizers_both_or_none() throws IOException {
    PluginJar.withBoth(folder.resolve("a.jar"), "test.both", "test_both", "test_both");
    PluginJar.withBoth(folder.resolve("b.jar"), "test.half", "test_half", "test_both");

    plugins.load(folder);

    assertThat(plugins.loaded())
        .singleElement()
        .satisfies(plugin -> {
          assertThat(plugin.operations()).hasSize(1);
          assertThat(plugin.optimizers()).hasSize(1);
        });
    assertThat(reason("b.jar")).contains("'test_both'", "test.both", "test.half");
    assertThat(Operations.has("test_half")).isFalse();
  }

  @Test
  void a_broken_jar_harms_no_other() throws IOException {
    Files.writeString(folder.resolve("a-junk.jar"), "not a zip");
    PluginJar.of(folder.resolve("b-good.jar"), "test.beside", "test_beside");

    plugins.load(folder);

    assertThat(reason("a-junk.jar")).contains("zip");
    assertThat(plugins.loaded())
        .extracting(PluginFolder.Loaded::module)
        .containsExactly("test.beside");
  }

  @Test
  void only_jars_are_looked_at_and_in_the_order_of_their_names() throws IOException {
    Files.writeString(folder.resolve("README.md"), "# plug-ins");
    Files.writeString(folder.resolve("c.jar"), "");
    Files.writeString(folder.resolve("a.jar"), "");
    Files.writeString(folder.resolve("b.jar"), "");

    plugins.load(folder);

    assertThat(plugins.refused())
        .extracting(plugin -> plugin.jar().getFileName().toString())
        .containsExactly("a.jar", "b.jar", "c.jar");
  }

  @Test
  void a_folder_that_does_not_exist_holds_no_plugins() throws IOException {
    plugins.load(folder.resolve("absent"));

    assertThat(plugins.loaded()).isEmpty();
    assertThat(plugins.refused()).isEmpty();
  }

  @Test
  void a_jar_without_a_module_descriptor_is_refused_with_a_hint() throws IOException {
    new JarOutputStream(Files.newOutputStream(folder.resolve("plain.jar"))).close();

    plugins.load(folder);

    assertThat(reason("plain.jar"))
        .startsWith("it has no module descriptor: add a module-info.java");
  }

  @Test
  void a_module_that_provides_nothing_is_refused() throws IOException {
    PluginJar.withoutProvider(folder.resolve("nothing.jar"), "test.nothing");

    plugins.load(folder);

    assertThat(reason("nothing.jar"))
        .isEqualTo(
            "its module test.nothing does not provide org.hypergrad.spi.OperationProvider"
                + " or org.hypergrad.spi.OptimizerProvider");
  }

  @Test
  void a_module_that_requires_an_absent_one_is_refused_and_the_absent_one_named()
      throws IOException {
    Path absent = PluginJar.of(elsewhere.resolve("absent.jar"), "test.absent", "test_absent");
    PluginJar.requiring(folder.resolve("needy.jar"), "test.needy", absent, "test.absent");

    plugins.load(folder);

    assertThat(reason("needy.jar"))
        .isEqualTo("Module test.absent not found, required by test.needy");
  }

  @Test
  void of_two_copies_of_a_module_the_first_wins() throws IOException {
    PluginJar.of(folder.resolve("copy-1.jar"), "test.copy", "test_copy");
    Files.copy(folder.resolve("copy-1.jar"), folder.resolve("copy-2.jar"));

    plugins.load(folder);

    assertThat(plugins.loaded())
        .extracting(PluginFolder.Loaded::module)
        .containsExactly("test.copy");
    assertThat(reason("copy-2.jar"))
        .isEqualTo("its module test.copy was loaded from copy-1.jar already");
  }

  @Test
  void a_module_that_the_program_has_already_is_refused() throws IOException {
    PluginJar.of(folder.resolve("engine.jar"), "org.hypergrad.engine", "test_engine");

    plugins.load(folder);

    assertThat(reason("engine.jar"))
        .isEqualTo("its module org.hypergrad.engine is a part of this program already");
    assertThat(Operations.has("test_engine")).isFalse();
  }

  @Test
  void an_operation_whose_name_is_taken_is_refused_and_both_modules_are_named() throws IOException {
    PluginJar.of(folder.resolve("tanh.jar"), "test.tanh", "tanh");

    plugins.load(folder);

    assertThat(reason("tanh.jar")).contains("'tanh'", "org.hypergrad.ops.basic", "test.tanh");
    assertThat(Operations.moduleOf(Operations.named("tanh"))).isEqualTo("org.hypergrad.ops.basic");
  }

  @Test
  void a_provider_that_fails_is_refused_with_its_own_words() throws IOException {
    PluginJar.withBody(
        folder.resolve("failing.jar"),
        "test.failing",
        "throw new IllegalStateException(\"no licence\\nkey\");");

    plugins.load(folder);

    assertThat(reason("failing.jar")).contains("no licence key").doesNotContain("\n");
  }

  @Test
  void a_provider_that_fails_without_a_word_is_refused_by_the_name_of_its_exception()
      throws IOException {
    PluginJar.withBody(
        folder.resolve("mute.jar"), "test.mute", "throw new NullPointerException();");

    plugins.load(folder);

    assertThat(reason("mute.jar")).contains("NullPointerException");
  }

  private String reason(String jar) {
    return plugins.refused().stream()
        .filter(plugin -> plugin.jar().getFileName().toString().equals(jar))
        .findFirst()
        .orElseThrow()
        .reason();
  }
}
