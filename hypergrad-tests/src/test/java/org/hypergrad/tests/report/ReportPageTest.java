package org.hypergrad.tests.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hypergrad.board.report.TrainingReport;
import org.hypergrad.nn.data.Dataset;
import org.hypergrad.tests.browser.Browser;
import org.hypergrad.tests.browser.BrowserTest;
import org.hypergrad.tests.viz.HostileNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A report in a browser, opened as a file.
@BrowserTest
class ReportPageTest {
  /// Whether anything is wider than the page.
  private static final String OVERFLOW =
      "return document.documentElement.scrollWidth > document.documentElement.clientWidth";

  private static final String BACKGROUND = "return getComputedStyle(document.body).backgroundColor";

  @TempDir private Path folder;

  private Path report(Dataset data, int inputs, int classes) throws IOException {
    Path file = folder.resolve("report.html");
    TrainingReport.of(Trainings.classes(data, inputs, classes))
        .titled("A training")
        .test(data)
        .command("hypergrad train " + "a-long-word".repeat(30))
        .report()
        .write(file);
    return file;
  }

  private Path moons() throws IOException {
    return report(Trainings.moons(1, "east", "north", "upper", "lower"), 2, 2);
  }

  @Test
  void the_text_of_graphs_fits_and_nothing_is_wider_than_the_page(Browser browser)
      throws IOException {
    browser.open(moons());
    for (int width : List.of(1280, 800, 390)) {
      browser.resize(width, 900);
      assertThat(browser.run(OVERFLOW)).as("at %s pixels", width).isEqualTo(false);
      browser.screenshot("report-" + width);
    }
    browser.run("document.querySelectorAll('[data-action=unfold-all]').forEach(b => b.click())");
    browser.assertTextFits(".vertex", ".outline");
  }

  @Test
  void blocks_fold_and_unfold(Browser browser) throws IOException {
    browser.open(moons());
    String visible =
        "return [...document.querySelectorAll('.viewer')[0].querySelectorAll('.vertex')]"
            + ".filter(v => v.getBoundingClientRect().width > 0).length";
    long folded = (Long) browser.run(visible);
    browser.click(".viewer [data-action=unfold-all]");
    long open = (Long) browser.run(visible);
    browser.click(".viewer [data-action=fold-all]");

    assertThat(open).isGreaterThan(folded + 5);
    assertThat(browser.run(visible)).isEqualTo(folded);
  }

  @Test
  void a_vertex_tells_everything_under_the_pointer_in_its_own_graph(Browser browser)
      throws IOException {
    browser.open(moons());
    String shown =
        "return [...document.querySelectorAll('.details')].filter(d => !d.hidden).length";
    assertThat(browser.run(shown)).isEqualTo(0L);
    browser.run(
        "document.querySelectorAll('.viewer')[1].querySelector('.vertex')"
            + ".dispatchEvent(new PointerEvent('pointerenter', {clientX: 200, clientY: 200}))");

    assertThat(browser.run(shown)).isEqualTo(1L);
    assertThat(browser.run("return document.querySelectorAll('.details')[1].textContent"))
        .asString()
        .isNotEmpty();
  }

  @Test
  void the_loss_is_seen_on_either_axis(Browser browser) throws IOException {
    browser.open(moons());
    String visible = "return [...document.querySelectorAll('.view')].map(v => v.checkVisibility())";
    assertThat(browser.run(visible)).isEqualTo(List.of(true, false));
    browser.click("label[for=switch-1-1]");
    assertThat(browser.run(visible)).isEqualTo(List.of(false, true));
  }

  @Test
  void it_follows_the_readers_mode(Browser browser) throws IOException {
    browser.open(report(Trainings.pictures(1, "a", "b", "c"), 6, 3));
    assertThat(browser.run(BACKGROUND)).isEqualTo("rgb(255, 255, 255)");
    browser.dark();
    assertThat(browser.run(BACKGROUND)).isEqualTo("rgb(16, 22, 29)");
    browser.screenshot("report-dark");
  }

  @Test
  void the_pictures_of_mistakes_are_shown_and_stay_sharp(Browser browser) throws IOException {
    browser.open(report(Trainings.pictures(1, "a", "b", "c"), 6, 3));
    assertThat(browser.findAll(".pictures img")).isNotEmpty();
    assertThat(
            browser.run(
                "return [...document.querySelectorAll('.pictures img')].every(img =>"
                    + " img.naturalWidth === 2 && img.naturalHeight === 3"
                    + " && getComputedStyle(img).imageRendering === 'pixelated')"))
        .isEqualTo(true);
  }

  @Test
  void names_of_any_kind_do_nothing(Browser browser) throws IOException {
    for (String name : HostileNames.ALL) {
      browser.open(report(Trainings.moons(1, name, name, name, name), 2, 2));
      assertThat(browser.find("h1").getText()).isEqualTo("A training");
      assertThat(browser.run("return document.querySelectorAll('script').length")).isEqualTo(1L);
      assertThat(browser.run("return document.querySelectorAll('h2').length")).isEqualTo(5L);
    }
  }
}
