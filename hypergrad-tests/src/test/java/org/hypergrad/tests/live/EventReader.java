package org.hypergrad.tests.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/// Reads the events of a page to their end, as a browser does.
final class EventReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  final List<JsonNode> events = new ArrayList<>();
  final CountDownLatch first = new CountDownLatch(1);
  private final CompletableFuture<Void> end;

  EventReader(URI page, HttpClient client) {
    HttpRequest request = HttpRequest.newBuilder(page.resolve("events")).build();
    end =
        client
            .sendAsync(request, BodyHandlers.ofLines())
            .thenAcceptAsync(response -> response.body().forEach(this::take));
  }

  private void take(String line) {
    if (!line.isEmpty()) {
      try {
        events.add(JSON.readTree(line.substring("data: ".length())));
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
      first.countDown();
    }
  }

  /// Waits until the server says that there is no more.
  EventReader toTheEnd() throws Exception {
    end.get();
    return this;
  }

  /// The phases since the last fresh beginning.
  List<String> phases() {
    List<String> phases = new ArrayList<>();
    for (JsonNode event : events) {
      if (event.has("fresh")) {
        phases.clear();
      }
      for (JsonNode change : event.get("phases")) {
        String epoch = change.get("epoch").asInt() == 0 ? "" : " " + change.get("epoch").asInt();
        phases.add(change.get("phase").asText() + epoch);
      }
    }
    return phases;
  }

  /// How many points of the loss there are.
  int steps() {
    int steps = 0;
    for (JsonNode event : events) {
      for (JsonNode curve : event.get("curves")) {
        if (curve.get("chart").asText().equals("loss")
            && curve.get("series").asText().equals("each step")) {
          steps = curve.get("from").asInt() + curve.get("x").size();
        }
      }
    }
    return steps;
  }
}
