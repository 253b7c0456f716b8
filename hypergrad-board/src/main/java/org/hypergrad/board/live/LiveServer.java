package org.hypergrad.board.live;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.hypergrad.nn.train.TrainingControl;

/// Serves the page, its files and its events, on this machine and to this machine only. All its
/// threads are such that the program can end without them.
final class LiveServer implements AutoCloseable {
  private static final int TOKEN_BYTES = 16;
  private static final String EVENTS = "/events";
  private static final List<String> FILES =
      List.of(
          "page.css",
          "page.js",
          "text.js",
          "charts.js",
          "parameters.js",
          "boundary.js",
          "icon.svg",
          "uPlot.min.css",
          "uPlot.iife.min.js");
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final HttpServer server;
  private final RequestGuard guard;
  private final EventStreams streams;
  private final Map<String, PageFile> files = new LinkedHashMap<>();
  private final Map<String, Runnable> commands;

  /// @throws java.net.BindException if the port is taken
  LiveServer(int port, Run run, TrainingControl control) throws IOException {
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    server = HttpServer.create(new InetSocketAddress(here, port), 0);
    String token = token();
    guard = new RequestGuard(server.getAddress().getPort(), token);
    streams = new EventStreams(run);
    commands = Map.of("/pause", control::pause, "/resume", control::resume, "/stop", control::stop);
    files.put("/", PageFile.read("page.html").replace("{{token}}", token));
    for (String name : FILES) {
      files.put("/" + name, PageFile.read(name));
    }
    files.put("/favicon.ico", files.get("/icon.svg")); // for browsers that ask without being told
    server.createContext("/", this::answer);
    server.setExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("live-page-", 0).factory()));
    // the server's own thread is a daemon, as the one that starts it
    CompletableFuture.runAsync(server::start, task -> Thread.ofPlatform().daemon().start(task))
        .join();
  }

  private static String token() {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Headers answer = exchange.getResponseHeaders();
      answer.set("Content-Security-Policy", POLICY);
      answer.set("X-Content-Type-Options", "nosniff");
      answer.set("Referrer-Policy", "no-referrer");
      answer.set("Cross-Origin-Resource-Policy", "same-origin");
      answer.set("Cache-Control", "no-store");
      if (!guard.admits(exchange.getRequestHeaders())) {
        refuse(exchange, 403);
        return;
      }
      String path = exchange.getRequestURI().getRawPath();
      if (commands.containsKey(path)) {
        obey(exchange, commands.get(path));
      } else if (files.containsKey(path)) {
        send(exchange, files.get(path));
      } else if (EVENTS.equals(path)) {
        stream(exchange);
      } else {
        refuse(exchange, 404);
      }
    }
  }

  private void obey(HttpExchange exchange, Runnable command) throws IOException {
    if (allows(exchange, "POST")) {
      if (guard.isOfThePage(exchange.getRequestHeaders())) {
        command.run();
        refuse(exchange, 204);
      } else {
        refuse(exchange, 403);
      }
    }
  }

  private static void send(HttpExchange exchange, PageFile file) throws IOException {
    if (allows(exchange, "GET, HEAD")) {
      exchange.getResponseHeaders().set("Content-Type", file.type());
      boolean isHead = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(200, isHead ? -1 : file.content().length);
      if (!isHead) {
        exchange.getResponseBody().write(file.content());
      }
    }
  }

  private void stream(HttpExchange exchange) throws IOException {
    if (allows(exchange, "GET")) {
      streams.serve(exchange);
    }
  }

  private static boolean allows(HttpExchange exchange, String methods) throws IOException {
    boolean allowed =
        ", ".concat(methods).concat(",").contains(", " + exchange.getRequestMethod() + ",");
    if (!allowed) {
      exchange.getResponseHeaders().set("Allow", methods);
      refuse(exchange, 405);
    }
    return allowed;
  }

  private static void refuse(HttpExchange exchange, int code) throws IOException {
    exchange.sendResponseHeaders(code, -1);
  }

  /// Waits a moment for those who look to get the last of it, and ends.
  @Override
  public void close() {
    streams.awaitEnd();
    server.stop(0);
  }
}
