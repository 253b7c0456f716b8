package org.hypergrad.board.live;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Sends to each browser what it lacks, as server-sent events, at its own pace: while one does not
/// read, its thread waits, and what it missed comes at once when it reads again.
final class EventStreams {
  private static final int MOST = 32;
  private static final Duration BETWEEN_EVENTS = Duration.ofMillis(100);
  private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofSeconds(5);
  private static final Duration FOR_THE_END = Duration.ofSeconds(3);
  private static final byte[] BEFORE = "data: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] AFTER = "\n\n".getBytes(StandardCharsets.US_ASCII);

  private final Run run;
  private int open;

  EventStreams(Run run) {
    this.run = run;
  }

  /// Serves a browser until the training is over or the browser is gone.
  void serve(HttpExchange exchange) throws IOException {
    if (!enter()) {
      exchange.sendResponseHeaders(503, -1);
      return;
    }
    try {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
      exchange.sendResponseHeaders(200, 0);
      send(exchange.getResponseBody());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close(); // with the last event on its way
      leave();
    }
  }

  private void send(OutputStream out) throws IOException, InterruptedException {
    Cursor cursor = new Cursor();
    Update update;
    do {
      update = run.since(cursor, BETWEEN_SIGNS_OF_LIFE);
      out.write(BEFORE);
      out.write(UpdateJson.write(update));
      out.write(AFTER);
      out.flush();
      if (!update.over()) {
        Thread.sleep(BETWEEN_EVENTS);
      }
    } while (!update.over());
  }

  private synchronized boolean enter() {
    if (open == MOST) {
      return false;
    }
    open++;
    return true;
  }

  private synchronized void leave() {
    open--;
    notifyAll();
  }

  /// Waits until all have got the last event, or three seconds are over.
  synchronized void awaitEnd() {
    long end = System.nanoTime() + FOR_THE_END.toNanos();
    long left = FOR_THE_END.toNanos();
    while (open > 0 && left > 0) {
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
      left = end - System.nanoTime();
    }
  }
}
