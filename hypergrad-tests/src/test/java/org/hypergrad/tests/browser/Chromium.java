package org.hypergrad.tests.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/// The system's Chromium without a window, with a profile of its own that is empty at first and
/// deleted at the end.
final class Chromium implements AutoCloseable {
  /// Where its log and the pictures of pages go.
  static final Path FOLDER = Path.of("target", "browser");

  /// Selenium tells that this Chromium is newer than the protocol it knows; what these tests use is
  /// in every version. Held here, for the JDK forgets the levels of loggers that nobody holds.
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final Path profile;
  private final ChromeDriver driver;

  private Chromium(Path browser, Path chromedriver) throws IOException {
    SELENIUM.setLevel(Level.SEVERE);
    Files.createDirectories(FOLDER);
    profile = Files.createTempDirectory("hypergrad-chromium");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.toFile());
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-device-scale-factor=1",
        "--user-data-dir=" + profile);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .usingAnyFreePort()
                .withLogFile(FOLDER.resolve("chromedriver.log").toFile())
                .build(),
            options);
  }

  /// Starts it, if there is one on the `PATH`.
  static Optional<Chromium> start() {
    Optional<Path> browser =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .flatMap(name -> onThePath(name).stream())
            .findFirst();
    Optional<Path> chromedriver = onThePath("chromedriver");
    if (browser.isEmpty() || chromedriver.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Chromium(browser.get(), chromedriver.get()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> onThePath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  ChromeDriver driver() {
    return driver;
  }

  @Override
  public void close() throws IOException {
    driver.quit();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(profile)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
