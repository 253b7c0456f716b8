package org.hypergrad.tests.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hypergrad.tests.browser.Browser;
import org.hypergrad.tests.browser.BrowserTest;
import org.hypergrad.viz.Drawings;
import org.hypergrad.viz.drawing.Drawing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.WheelInput.ScrollOrigin;

/// The page of a graph in a browser.
@BrowserTest
class GraphPageTest {
  @TempDir Path folder;

  private void open(Browser browser, Drawing drawing) throws IOException {
    Path file = folder.resolve("graph.html");
    drawing.write(file);
    browser.open(file);
  }

  private void openNeuron(Browser browser) throws IOException {
    Neuron neuron = new Neuron();
    open(browser, Drawings.forward(neuron.y, neuron.options));
  }

  private static double scale(Browser browser) {
    return ((Number)
            browser.run(
                "return new"
                    + " DOMMatrix(getComputedStyle(document.querySelector('svg')).transform).a"))
        .doubleValue();
  }

  private static long visible(Browser browser, String selector) {
    return (Long)
        browser.run(
            """
            return [...document.querySelectorAll(arguments[0])]
                .filter(element => getComputedStyle(element).display !== 'none').length;
            """,
            selector);
  }

  // ---- what there is to see

  static Stream<Drawing> drawings() {
    return Stream.of(Graphs.micrograd(), Graphs.mlp(), Graphs.transformer());
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("drawings")
  void all_text_lies_in_its_box_and_all_boxes_on_the_page(Drawing drawing, Browser browser)
      throws IOException {
    open(browser, drawing);
    assertThat(browser.findAll(".vertex")).hasSameSizeAs(drawing.vertices());
    browser.assertTextFits(".vertex", ".outline");
    browser.assertTextFits(".stage", "");
  }

  @Test
  void the_legend_explains_each_kind_that_occurs(Browser browser) throws IOException {
    openNeuron(browser);
    assertThat(browser.findAll(".legend text"))
        .extracting(text -> text.getText())
        .containsExactly("input", "parameter", "operation", "output");
  }

  @Test
  void it_is_light_or_dark_as_the_reader_prefers(Browser browser) throws IOException {
    openNeuron(browser);
    String colours =
        """
        const colour = (selector, property) =>
          getComputedStyle(document.querySelector(selector))[property];
        return [colour('body', 'backgroundColor'), colour('.title', 'fill')];
        """;
    List<?> light = (List<?>) browser.run(colours);
    browser.screenshot("neuron-light");
    browser.dark();
    List<?> dark = (List<?>) browser.run(colours);
    browser.screenshot("neuron-dark");
    assertThat(light).asString().isEqualTo("[rgb(255, 255, 255), rgb(28, 39, 51)]");
    assertThat(dark).asString().isEqualTo("[rgb(16, 22, 29), rgb(232, 237, 242)]");
  }

  // ---- moving and zooming

  @Test
  void the_wheel_zooms_where_the_pointer_is(Browser browser) throws IOException {
    openNeuron(browser);
    double before = scale(browser);
    Map<?, ?> place = place(browser);
    new Actions(browser.driver())
        .scrollFromOrigin(ScrollOrigin.fromElement(browser.find(".vertex .outline")), 0, -200)
        .perform();
    assertThat(scale(browser)).isGreaterThan(before * 1.2);
    assertThat(number(place(browser), "x"))
        .isBetween(number(place, "x") - 2, number(place, "x") + 2);
    assertThat(number(place(browser), "y"))
        .isBetween(number(place, "y") - 2, number(place, "y") + 2);
  }

  /// The middle of the first box on the screen.
  private static Map<?, ?> place(Browser browser) {
    return (Map<?, ?>)
        browser.run(
            """
            const box = document.querySelector('.vertex .outline').getBoundingClientRect();
            return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
            """);
  }

  private static double number(Map<?, ?> object, String key) {
    return ((Number) object.get(key)).doubleValue();
  }

  @Test
  void dragging_moves_the_drawing(Browser browser) throws IOException {
    openNeuron(browser);
    Map<?, ?> before = place(browser);
    new Actions(browser.driver())
        .moveToLocation(40, 400)
        .clickAndHold()
        .moveByOffset(60, 30)
        .release()
        .perform();
    assertThat(number(place(browser), "x") - number(before, "x")).isEqualTo(60);
    assertThat(number(place(browser), "y") - number(before, "y")).isEqualTo(30);
  }

  @Test
  void buttons_and_keys_zoom_too(Browser browser) throws IOException {
    openNeuron(browser);
    double whole = scale(browser);
    browser.click("[data-action=zoom-in]");
    assertThat(scale(browser)).isGreaterThan(whole);
    browser.press("0");
    assertThat(scale(browser)).isEqualTo(whole);
    browser.press("-");
    assertThat(scale(browser)).isLessThan(whole);
  }

  // ---- looking closer

  @Test
  void the_pointer_shows_all_digits_and_the_neighbours(Browser browser) throws IOException {
    openNeuron(browser);
    assertThat(browser.find(".details").isDisplayed()).isFalse();
    new Actions(browser.driver()).moveToElement(browser.find("[data-vertex='4'] .title")).perform();
    assertThat(browser.find(".details").getText()).contains("b\n").contains("6.881373587019543");
    assertThat(visible(browser, ".vertex.near")).isEqualTo(2);
    assertThat(visible(browser, ".arrow.near")).isEqualTo(1);
    browser.screenshot("neuron-details");
    new Actions(browser.driver()).moveToLocation(20, 300).perform();
    assertThat(browser.find(".details").isDisplayed()).isFalse();
  }

  @Test
  void text_can_be_selected(Browser browser) throws IOException {
    openNeuron(browser);
    new Actions(browser.driver()).doubleClick(browser.find("[data-vertex='4'] .text")).perform();
    assertThat(browser.run("return getSelection().toString()")).asString().contains("6.881");
  }

  // ---- folding

  @Test
  void groups_fold_and_unfold(Browser browser) throws IOException {
    open(browser, Graphs.transformer());
    long all = visible(browser, ".vertex");
    browser.click("[data-action=fold-all]");
    browser.screenshot("transformer-folded");
    assertThat(visible(browser, ".vertex")).isLessThan(all / 2);
    assertThat(visible(browser, ".group.shut")).isEqualTo(4);
    browser.screenshot("transformer-folded");
    browser.click("[data-action=unfold-all]");
    assertThat(visible(browser, ".vertex")).isEqualTo(all);
    assertThat(visible(browser, ".group.shut")).isZero();
    browser.screenshot("transformer");
  }

  private static final String SIZE =
      "const box = document.querySelector('svg').viewBox.baseVal; return [box.width, box.height]";

  private static final String WAYS =
      "return [...document.querySelectorAll('.arrow path')].map(path => path.getAttribute('d'))";

  @Test
  void what_is_folded_needs_less_room_and_what_is_unfolded_is_where_it_was(Browser browser)
      throws IOException {
    open(browser, Graphs.transformer());
    List<?> size = (List<?>) browser.run(SIZE);
    Object ways = browser.run(WAYS);
    browser.click("[data-action=fold-all]");
    List<?> folded = (List<?>) browser.run(SIZE);
    for (int i = 0; i < 2; i++) {
      assertThat(((Number) folded.get(i)).doubleValue())
          .isLessThan(0.8 * ((Number) size.get(i)).doubleValue());
    }
    browser.click("[data-action=unfold-all]");
    assertThat(browser.run(SIZE)).isEqualTo(size);
    assertThat(browser.run(WAYS)).isEqualTo(ways);
  }

  @Test
  void the_keyboard_reaches_the_buttons_and_the_groups(Browser browser) throws IOException {
    open(browser, Graphs.mlp());
    long all = visible(browser, ".vertex");
    assertThat(browser.tab().getTagName()).isEqualTo("button");
    for (int i = 0;
        i < 10 && !browser.driver().switchTo().activeElement().getTagName().equals("text");
        i++) {
      browser.tab();
    }
    assertThat(browser.driver().switchTo().activeElement().getText()).contains("layer 1");
    browser.press(Keys.ENTER);
    assertThat(visible(browser, ".vertex")).isLessThan(all);
    assertThat(browser.driver().switchTo().activeElement().getDomAttribute("aria-expanded"))
        .isEqualTo("false");
    browser.press(Keys.SPACE);
    assertThat(visible(browser, ".vertex")).isEqualTo(all);
  }
}
