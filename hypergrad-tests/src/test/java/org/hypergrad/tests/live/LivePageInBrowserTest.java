package org.hypergrad.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hypergrad.board.live.LivePage;
import org.hypergrad.nn.train.Training;
import org.hypergrad.nn.train.TrainingStatus;
import org.hypergrad.tests.browser.Browser;
import org.hypergrad.tests.browser.BrowserTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/// The page in Chromium. That its console is quiet and that it asks nobody else, [Browser] sees to.
@BrowserTest
@Timeout(120)
class LivePageInBrowserTest {
  /// The text of HTML that is wider or higher than the box around it.
  private static final String MISFITS =
      """
      return [...document.querySelectorAll('h1, h2, h3, dt, dd, button, #phase, #where, #speed, .scale, .size, .key')]
        .filter(box => box.checkVisibility() && (box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0))
        .map(box => box.textContent);
      """;

  private static List<String> phases(Browser browser) {
    return browser.findAll("#phases li").stream()
        .map(line -> line.getAttribute("textContent"))
        .toList();
  }

  private static void awaitPhase(Browser browser, String phase) {
    browser.await("return document.getElementById('phase').textContent === '" + phase + "'");
  }

  @Test
  void every_phase_of_a_short_training_arrives_and_the_page_works_on_without_the_server(
      Browser browser) throws Exception {
    WatchedTraining watched = new WatchedTraining(2);
    try (LivePage page = watched.page()) {
      browser.open(page.address());
      awaitPhase(browser, "waiting");
      watched.fit();
    }
    awaitPhase(browser, "finished");
    assertThat(phases(browser))
        .containsExactly(
            "starting",
            "training, epoch 1",
            "validating, epoch 1",
            "training, epoch 2",
            "validating, epoch 2",
            "finished, epoch 2");
    assertThat(browser.findAll("#charts h3"))
        .extracting(WebElement::getText)
        .containsExactly("loss", "accuracy", "decision boundary", "learning rate", "gradient norm");
    assertThat(browser.findAll("#parameters h3 span:first-child"))
        .extracting(WebElement::getText)
        .containsExactly("0.weight", "0.bias", "3.weight", "3.bias");
    assertThat(browser.find("#stop").isEnabled()).isFalse();
    browser.click("#log");
    browser.await("return document.querySelectorAll('#charts canvas').length === 5");
    browser.dark();
    browser.screenshot("live-finished-dark");
  }

  @Test
  void a_reload_in_the_middle_brings_everything_back(Browser browser) throws Exception {
    WatchedTraining watched = new WatchedTraining(4).slowly(20);
    try (LivePage page = watched.page()) {
      browser.open(page.address());
      CompletableFuture<Training> training = watched.fitInAnotherThread();
      browser.await("return document.querySelectorAll('#phases li').length >= 4");
      browser.driver().navigate().refresh();
      browser.await("return document.querySelectorAll('#phases li').length >= 4");
      assertThat(phases(browser))
          .startsWith("starting", "training, epoch 1", "validating, epoch 1");
      training.get();
    }
    awaitPhase(browser, "finished");
    assertThat(phases(browser)).hasSize(10);
  }

  @Test
  void the_buttons_pause_resume_and_stop(Browser browser) throws Exception {
    WatchedTraining watched = new WatchedTraining(1000).slowly(5);
    try (LivePage page = watched.page()) {
      browser.open(page.address());
      CompletableFuture<Training> training = watched.fitInAnotherThread();
      awaitPhase(browser, "training");
      browser.click("#pause");
      awaitPhase(browser, "paused");
      assertThat(browser.find("#pause").getText()).isEqualTo("Resume");
      assertThat(training).isNotDone();
      browser.click("#pause");
      browser.await(
          "return document.getElementById('phases').textContent.split('paused')[1] !== ''");
      browser.click("#stop");
      assertThat(browser.find("#stop").getText()).isEqualTo("Really stop");
      assertThat(training).isNotDone();
      browser.click("#stop");
      assertThat(training.get().status()).isEqualTo(TrainingStatus.STOPPED);
    }
    awaitPhase(browser, "stopped");
  }

  @Test
  void of_a_resumed_training_it_says_the_time_since_then(Browser browser, @TempDir Path folder)
      throws Exception {
    new WatchedTraining(1).in(folder).fit();
    WatchedTraining watched = new WatchedTraining(2).in(folder);
    try (LivePage page = watched.page()) {
      browser.open(page.address());
      watched.fit();
    }
    awaitPhase(browser, "finished");
    assertThat(browser.find("#speed").getText()).endsWith(" since resuming");
  }

  @Test
  void text_stays_inside_its_box_on_a_desk_and_on_a_telephone(Browser browser) throws Exception {
    WatchedTraining watched = new WatchedTraining(3);
    try (LivePage page = watched.page()) {
      page.titled(
          "a name as long as somebody may choose it, <b>with</b> signs & " + "x".repeat(80));
      browser.open(page.address());
      watched.fit();
    }
    awaitPhase(browser, "finished");
    for (int width : new int[] {1600, 1280, 700, 360}) {
      browser.resize(width, 900);
      assertThat((List<?>) browser.run(MISFITS)).as("at " + width + " pixels").isEmpty();
      assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
          .as("nothing to scroll sideways at " + width + " pixels")
          .isEqualTo(true);
    }
    assertThat(browser.findAll("h1 b")).isEmpty();
  }

  @Test
  void the_keyboard_reaches_everything(Browser browser) throws Exception {
    WatchedTraining watched = new WatchedTraining(500).slowly(5);
    try (LivePage page = watched.page()) {
      browser.open(page.address());
      CompletableFuture<Training> training = watched.fitInAnotherThread();
      awaitPhase(browser, "training");
      assertThat(browser.tab().getAttribute("id")).isEqualTo("pause");
      browser.press(" ");
      awaitPhase(browser, "paused");
      assertThat(browser.tab().getAttribute("id")).isEqualTo("stop");
      assertThat(browser.tab().getAttribute("id")).isEqualTo("log");
      assertThat(browser.tab().getAttribute("id")).isEqualTo("smoothing");
      assertThat(browser.tab().getText()).startsWith("each step");
      watched.trainer.control().stop();
      training.get();
    }
  }
}
