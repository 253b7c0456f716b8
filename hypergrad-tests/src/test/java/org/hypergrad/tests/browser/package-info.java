/// Pages in a real browser: the system's Chromium, without a window, driven by Selenium.
///
/// ```java
/// @BrowserTest
/// class GraphPageTest {
///   @Test
///   void a_neuron_can_be_folded(Browser browser, @TempDir Path folder) {
///     Path file = folder.resolve("neuron.html");
///     drawing.writeHtml(file);
///     browser.open(file);
///     browser.click("#fold-all");
///     browser.assertTextFits(".vertex", ".outline");
///     browser.screenshot("neuron-folded");
///   }
/// }
/// ```
///
/// [org.hypergrad.tests.browser.BrowserTest] starts one Chromium for all tests of a run. Before
/// each test it is given an empty page, a light colour scheme and a window of 1280 x 800 pixels.
/// After each test the console must be free of errors, and no request may have left the page's own
/// origin (or file): a test that means to make errors takes them away with
/// [org.hypergrad.tests.browser.Browser#consoleErrors]. Pictures of a page go to `target/browser`.
///
/// Chromium and its driver come from the system (Debian's packages `chromium` and
/// `chromium-driver`), never from a download. Where they are not on the `PATH`, these tests are
/// skipped, and a sentence on the console says so.
package org.hypergrad.tests.browser;
