package org.hypergrad.board.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A file of the page, which lies beside this class.
///
/// @param type its media type
/// @param content the bytes that are sent
record PageFile(String type, byte[] content) {
  static PageFile read(String name) {
    try (InputStream in = PageFile.class.getResourceAsStream(name)) {
      return new PageFile(type(name), in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// This file, with a text in every place of another.
  PageFile replace(String place, String text) {
    String whole = new String(content, StandardCharsets.UTF_8).replace(place, text);
    return new PageFile(type, whole.getBytes(StandardCharsets.UTF_8));
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> throw new IllegalArgumentException(name);
    };
  }
}
