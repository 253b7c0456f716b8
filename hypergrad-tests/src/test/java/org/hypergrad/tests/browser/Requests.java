package org.hypergrad.tests.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.openqa.selenium.logging.LogEntry;

/// Whom a page asks for what, as Chromium's performance log has it.
///
/// @param home the page
record Requests(URI home) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// What was asked of others.
  List<String> foreign(List<LogEntry> entries) {
    return entries.stream().flatMap(Requests::asked).filter(url -> !isAtHome(url)).toList();
  }

  private static Stream<String> asked(LogEntry entry) {
    try {
      JsonNode message = JSON.readTree(entry.getMessage()).path("message");
      JsonNode params = message.path("params");
      return switch (message.path("method").asText()) {
        case "Network.requestWillBeSent" -> Stream.of(params.path("request").path("url").asText());
        case "Network.webSocketCreated" -> Stream.of(params.path("url").asText());
        default -> Stream.of();
      };
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isAtHome(String url) {
    if (url.matches("(?s)(data|blob|about):.*")) { // made in the page itself
      return true;
    }
    return home.getScheme().equals("file")
        ? url.replaceFirst("[?#].*", "").equals(home.toString())
        : url.startsWith(home.getScheme() + "://" + home.getAuthority() + "/");
  }
}
