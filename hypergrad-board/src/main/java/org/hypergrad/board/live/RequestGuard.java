package org.hypergrad.board.live;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Set;

/// Says which requests come from the page itself or from the person at this machine. Any page that
/// a browser shows can send requests to this machine, even under a name of its own that it lets
/// lead here (DNS rebinding); what they ask for is refused.
final class RequestGuard {
  private final Set<String> hosts;
  private final String token;

  /// @param port of the page
  /// @param token what only the page knows
  RequestGuard(int port, String token) {
    this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    this.token = token;
  }

  /// Whether a request may be answered at all: it names this machine, and no other page sent it.
  boolean admits(Headers headers) {
    String host = only("Host", headers);
    String origin = only("Origin", headers);
    String site = only("Sec-Fetch-Site", headers);
    return host != null
        && hosts.contains(host)
        && (origin == null || origin.equals("http://" + host))
        && (site == null || site.equals("same-origin") || site.equals("none"));
  }

  /// Whether a request that [is admitted][#admits] may change something: the page sent it.
  boolean isOfThePage(Headers headers) {
    return only("Origin", headers) != null && token.equals(only("X-Token", headers));
  }

  /// A header that may be there once; null if it is not. Twice, and it is worth nothing.
  private static String only(String name, Headers headers) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.size() == 1 ? values.getFirst() : "";
  }
}
