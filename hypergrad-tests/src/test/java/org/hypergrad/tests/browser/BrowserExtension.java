package org.hypergrad.tests.browser;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/// One Chromium for all tests of a run; a [Browser] on an empty page for each of them.
final class BrowserExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);
  private static final String NONE =
      "There is no Chromium (Debian: chromium and chromium-driver) on the PATH:"
          + " the tests of pages are skipped.";

  /// What the run has: JUnit closes it at the end.
  private record Found(Optional<Chromium> chromium) implements AutoCloseable {
    static Found find() {
      Found found = new Found(Chromium.start());
      if (found.chromium.isEmpty()) {
        System.err.println(NONE);
      }
      return found;
    }

    @Override
    public void close() throws IOException {
      if (chromium.isPresent()) {
        chromium.get().close();
      }
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Chromium chromium =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent(Found.class, _ -> Found.find(), Found.class)
            .chromium()
            .orElseThrow(() -> new TestAbortedException(NONE));
    context.getStore(NAMESPACE).put(Browser.class, new Browser(chromium.driver()));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Browser browser = context.getStore(NAMESPACE).get(Browser.class, Browser.class);
    if (browser != null) {
      browser.assertQuiet();
      browser.assertStayedAtHome();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getStore(NAMESPACE).get(Browser.class, Browser.class);
  }
}
