package org.hypergrad.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The rules that every page is held to find those who break them.
@BrowserTest
class BrowserRulesTest {
  @TempDir Path folder;

  private Path page(String body) throws IOException {
    return Files.writeString(
        folder.resolve("page.html"), "<!DOCTYPE html><meta charset=utf-8>" + body);
  }

  private static HttpServer server(String body) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static URI address(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @Test
  void an_error_in_a_script_is_found(Browser browser) throws IOException {
    browser.open(page("<script>nothing.like.this</script>"));
    assertThat(browser.consoleErrors())
        .singleElement()
        .asString()
        .contains("nothing is not defined");
  }

  @Test
  void a_file_may_ask_nobody(Browser browser) throws IOException {
    HttpServer server = server("");
    try {
      browser.open(page("<img src='" + address(server) + "x.png'><img src='data:,'>"));
      assertThatThrownBy(browser::assertStayedAtHome)
          .hasMessageContaining(address(server) + "x.png");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void a_server_may_be_asked_by_its_own_pages(Browser browser) throws IOException {
    HttpServer server = server("<!DOCTYPE html><link rel=icon href='data:,'><img src='/image'>");
    try {
      browser.open(address(server));
      browser.await("return document.images[0].complete");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void text_beyond_its_box_is_found(Browser browser) throws IOException {
    browser.open(
        page(
            """
            <svg viewBox="0 0 100 40" width="600">
              <g class="fits"><rect width="90" height="20"/><text y="12" font-size="8">short</text></g>
              <g class="does not"><rect width="20" height="20"/><text y="12" font-size="8">much longer</text></g>
            </svg>
            """));
    browser.assertTextFits(".fits", "rect");
    assertThatThrownBy(() -> browser.assertTextFits(".not", "rect"))
        .hasMessageContaining("much longer");
  }
}
