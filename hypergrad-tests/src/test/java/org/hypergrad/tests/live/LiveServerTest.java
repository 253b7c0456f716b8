package org.hypergrad.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hypergrad.board.live.LivePage;
import org.hypergrad.nn.train.TrainingControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the page's server answers, and whom it refuses.
@Timeout(60)
class LiveServerTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final TrainingControl control = new TrainingControl();
  private LivePage page;

  @BeforeEach
  void open() throws IOException {
    page = LivePage.open(control, 0);
  }

  @AfterEach
  void close() {
    page.close();
  }

  private HttpResponse<String> send(String method, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(page.address().resolve(path))
            .method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /// The status of an answer to what no well-behaved client would ask. `PORT` is the page's.
  private String answer(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), page.address().getPort())) {
      String text = request.replace("PORT", Integer.toString(page.address().getPort()));
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      String all = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      return all.replaceFirst("HTTP/1.1 ", "");
    }
  }

  private String origin() {
    return page.address().toString().replaceFirst("/$", "");
  }

  private String token() throws Exception {
    Matcher matcher =
        Pattern.compile("name=\"token\" content=\"(\\w+)\"").matcher(send("GET", "/").body());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  @Test
  void the_page_and_its_files_are_served_under_a_strict_policy() throws Exception {
    HttpResponse<String> html = send("GET", "/");
    assertThat(html.statusCode()).isEqualTo(200);
    Matcher files = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(html.body());
    int count = 0;
    for (; files.find(); count++) {
      HttpResponse<String> file = send("GET", "/" + files.group(1));
      assertThat(file.statusCode()).as(files.group(1)).isEqualTo(200);
      assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(file.headers().firstValue("Content-Type")).isPresent();
    }
    assertThat(count).isGreaterThan(4);
    assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; script-src 'self';")
        .doesNotContain("unsafe", "http");
    assertThat(html.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void a_browser_that_asks_for_an_icon_gets_it() throws Exception {
    HttpResponse<String> icon = send("GET", "/favicon.ico");
    assertThat(icon.statusCode()).isEqualTo(200);
    assertThat(icon.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/page.html",
        "/nothing",
        "/page.js/",
        "/uPlot.LICENSE",
        "/LivePage.class",
        "/../page.js",
        "/./page.js",
        "/%2e%2e/page.js",
        "/..%2fpage.js",
        "/%2fetc%2fpasswd",
        "/META-INF/MANIFEST.MF",
        "/page.js%00"
      })
  void nothing_is_served_but_its_own_files(String path) throws IOException {
    assertThat(answer("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n"))
        .isEqualTo("404");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /, 405",
    "PUT, /page.js, 405",
    "DELETE, /events, 405",
    "POST, /events, 405",
    "GET, /stop, 405",
    "GET, /pause, 405",
    "HEAD, /, 200",
    "POST, /nothing, 404",
  })
  void each_thing_has_its_methods(String method, String path, int status) throws Exception {
    assertThat(send(method, path).statusCode()).isEqualTo(status);
    assertThat(control.isStopped()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        "GET /events HTTP/1.1\r\nHost: evil.example:PORT\r\n\r\n",
        "GET /events HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nOrigin: http://evil.example\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nSec-Fetch-Site: cross-site\r\n\r\n",
        "POST /stop HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nOrigin: http://evil.example\r\n\r\n",
        "GET / HTTP/1.0\r\n\r\n",
      })
  void who_comes_from_elsewhere_is_refused(String request) throws IOException {
    assertThat(answer(request)).isEqualTo("403");
    assertThat(control.isStopped()).isFalse();
  }

  @Test
  void only_the_page_pauses_resumes_and_stops() throws Exception {
    String token = token();
    assertThat(send("POST", "/pause").statusCode()).isEqualTo(403);
    assertThat(send("POST", "/pause", "Origin", origin()).statusCode()).isEqualTo(403);
    assertThat(send("POST", "/pause", "X-Token", token).statusCode()).isEqualTo(403);
    assertThat(send("POST", "/pause", "Origin", origin(), "X-Token", "0").statusCode())
        .isEqualTo(403);
    assertThat(control.isPaused()).isFalse();

    assertThat(send("POST", "/pause", "Origin", origin(), "X-Token", token).statusCode())
        .isEqualTo(204);
    assertThat(control.isPaused()).isTrue();
    send("POST", "/resume", "Origin", origin(), "X-Token", token);
    assertThat(control.isPaused()).isFalse();
    send("POST", "/stop", "Origin", origin(), "X-Token", token);
    assertThat(control.isStopped()).isTrue();
  }
}
