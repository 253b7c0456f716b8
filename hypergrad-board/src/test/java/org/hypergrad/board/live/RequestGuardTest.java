package org.hypergrad.board.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestGuardTest {
  private final RequestGuard guard = new RequestGuard(8470, "secret");

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:8470", "localhost:8470"})
  void this_machine_is_admitted_under_its_own_names(String host) {
    assertThat(guard.admits(Headers.of("Host", host))).isTrue();
    assertThat(guard.admits(Headers.of("Host", host, "Origin", "http://" + host))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8470",
        "127.0.0.1",
        "127.0.0.1:80",
        "localhost.evil.example:8470",
        "127.0.0.1:8470.evil.example",
        "[::1]:8470",
        ""
      })
  void any_other_name_is_refused(String host) {
    assertThat(guard.admits(Headers.of("Host", host))).isFalse();
  }

  @Test
  void no_name_and_two_names_are_refused() {
    assertThat(guard.admits(new Headers())).isFalse();
    Map<String, List<String>> two = Map.of("Host", List.of("127.0.0.1:8470", "evil.example"));
    assertThat(guard.admits(Headers.of(two))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://127.0.0.1:8470",
    "Origin, http://127.0.0.1:3000",
    "Origin, http://localhost:8470",
    "Origin, http://evil.example",
    "Origin, null",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
  })
  void what_another_page_sent_is_refused(String header, String value) {
    assertThat(guard.admits(Headers.of("Host", "127.0.0.1:8470", header, value))).isFalse();
  }

  @Test
  void only_the_page_itself_may_change_something() {
    Headers page = Headers.of("Origin", "http://127.0.0.1:8470", "X-Token", "secret");
    assertThat(guard.isOfThePage(page)).isTrue();
    assertThat(guard.isOfThePage(Headers.of("Origin", "http://127.0.0.1:8470"))).isFalse();
    assertThat(guard.isOfThePage(Headers.of("X-Token", "secret"))).isFalse();
    assertThat(
            guard.isOfThePage(Headers.of("Origin", "http://127.0.0.1:8470", "X-Token", "guessed")))
        .isFalse();
  }
}
