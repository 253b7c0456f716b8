package org.hypergrad.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/// A page in Chromium, and what must be true of any page of ours. What is not said here, Selenium's
/// [#driver] says. Elements are named by CSS selectors.
public final class Browser {
  /// Of each text in `groups`, whether it lies inside the box of its group. The text of SVG is
  /// measured in the system of its group, that of HTML on the screen.
  private static final String MISFITS =
      """
      const [groups, box] = arguments;
      const slack = 0.5;
      const misfits = [];
      for (const group of document.querySelectorAll(groups)) {
        const outer = (box ? group.querySelector(box) : group).getBoundingClientRect();
        for (const text of group.querySelectorAll('text')) {
          if (text.textContent === '' || text.getClientRects().length === 0) continue;
          const inner = text.getBoundingClientRect();
          if (inner.left < outer.left - slack || inner.right > outer.right + slack
              || inner.top < outer.top - slack || inner.bottom > outer.bottom + slack) {
            misfits.push(`${text.textContent}: ${JSON.stringify(inner)} not in ${JSON.stringify(outer)}`);
          }
        }
      }
      return misfits;
      """;

  private final ChromeDriver driver;
  private Requests requests = new Requests(URI.create("about:blank"));

  Browser(ChromeDriver driver) {
    this.driver = driver;
    driver.get("about:blank");
    light();
    resize(1280, 800);
    driver.manage().logs().get(LogType.BROWSER);
    driver.manage().logs().get(LogType.PERFORMANCE);
  }

  // ---- what a reader does

  /// Opens a file.
  public void open(Path file) {
    open(file.toAbsolutePath().normalize().toUri());
  }

  /// Opens a page and waits until it is loaded. Its own origin is this one from now on.
  public void open(URI page) {
    assertStayedAtHome();
    requests = new Requests(page);
    driver.get(page.toString());
  }

  /// From now on the reader prefers a light page.
  public void light() {
    prefer("light");
  }

  /// From now on the reader prefers a dark page.
  public void dark() {
    prefer("dark");
  }

  private void prefer(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /// Gives the page that many pixels.
  public void resize(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /// Clicks the first such element.
  public void click(String selector) {
    find(selector).click();
  }

  /// Presses keys, on whatever has the focus.
  public void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /// The keyboard's way through the page: presses the tabulator once, and gives what has the focus.
  public WebElement tab() {
    press(Keys.TAB);
    return driver.switchTo().activeElement();
  }

  /// Waits, some seconds, until a script like `return document.title === 'done'` returns true.
  public void await(String script) {
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(20));
    Object inTime =
        driver.executeAsyncScript(
            """
            const isTrue = new Function(arguments[0]), done = arguments[arguments.length - 1];
            const end = performance.now() + 15000;
            const look = () =>
              isTrue() === true ? done(true) : performance.now() > end ? done(false) : setTimeout(look, 20);
            look();
            """,
            script);
    assertThat(inTime).as("in time: %s", script).isEqualTo(true);
  }

  // ---- what there is

  /// The first such element.
  public WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /// All such elements.
  public List<WebElement> findAll(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /// Runs a script in the page. What it returns arrives as `Long`, `Double`, `String`, `Boolean`,
  /// `List`, `Map` or `WebElement`.
  public Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /// Errors in the console since this was last asked.
  public List<String> consoleErrors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::toString)
        .toList();
  }

  /// Writes what is to be seen to `target/browser/NAME.png`.
  public Path screenshot(String name) {
    try {
      return Files.write(
          Chromium.FOLDER.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Selenium itself.
  public ChromeDriver driver() {
    return driver;
  }

  // ---- what must hold

  /// There is no error and no warning in the console. Checked after each test.
  public void assertQuiet() {
    assertThat(consoleErrors()).as("console").isEmpty();
  }

  /// The page has asked nobody for anything but its own origin; a file, nobody but itself. Checked
  /// after each test.
  public void assertStayedAtHome() {
    List<LogEntry> entries = driver.manage().logs().get(LogType.PERFORMANCE).getAll();
    assertThat(requests.foreign(entries)).as("requests beyond %s", requests.home()).isEmpty();
  }

  /// Every visible text of SVG in each of the groups lies inside the group's box.
  ///
  /// @param groups such as `.vertex`
  /// @param box in the group, such as `.outline`; empty for the group itself
  public void assertTextFits(String groups, String box) {
    assertThat(findAll(groups)).as(groups).isNotEmpty();
    assertThat((List<?>) run(MISFITS, groups, box)).as("text beyond its box").isEmpty();
  }
}
