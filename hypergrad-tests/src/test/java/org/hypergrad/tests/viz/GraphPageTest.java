package org.hypergrad.tests.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.hypergrad.tests.browser.Browser;
import org.hypergrad.tests.browser.BrowserTest;
import org.hypergrad.viz.Drawings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of a graph in a browser.
@BrowserTest
class GraphPageTest {
  @TempDir Path folder;

  private void open(Browser browser) throws IOException {
    Neuron neuron = new Neuron();
    Path file = folder.resolve("neuron.html");
    Drawings.forward(neuron.y, neuron.options).write(file);
    browser.open(file);
  }

  @Test
  void all_text_lies_in_its_box(Browser browser) throws IOException {
    open(browser);
    assertThat(browser.findAll(".vertex")).hasSize(10);
    browser.assertTextFits(".vertex", ".outline");
    browser.assertTextFits(".stage", "");
  }

  @Test
  void it_is_light_or_dark_as_the_reader_prefers(Browser browser) throws IOException {
    open(browser);
    Object light = browser.run("return getComputedStyle(document.body).backgroundColor");
    browser.screenshot("neuron-light");
    browser.dark();
    Object dark = browser.run("return getComputedStyle(document.body).backgroundColor");
    browser.screenshot("neuron-dark");
    assertThat(light).isEqualTo("rgb(255, 255, 255)");
    assertThat(dark).isEqualTo("rgb(16, 22, 29)");
  }
}
