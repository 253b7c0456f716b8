package org.hypergrad.tests.golden;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// The files of golden vectors: where they are, and how they are read.
final class Vectors {
  private static final String ENDING = ".jsonl.gz";
  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

  private Vectors() {}

  /// The folder that came with the sources.
  static Path ownFolder() {
    return Path.of(System.getProperty("hypergrad.root"), "golden");
  }

  /// The folder to compare with: the one that `-Dhypergrad.golden=DIR` names, seen from where the
  /// build was started, or the one that came with the sources.
  static Path folder() {
    String named = System.getProperty("hypergrad.golden");
    return named == null
        ? ownFolder()
        : Path.of(System.getProperty("hypergrad.started.in")).resolve(named);
  }

  /// The files of a part: those in the folder `part`, or the one file of that name; none where
  /// `folder` lacks both.
  static List<Path> files(Path folder, String part) {
    Path single = folder.resolve(part + ENDING);
    Path several = folder.resolve(part);
    if (Files.isRegularFile(single)) {
      return List.of(single);
    }
    if (!Files.isDirectory(several)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(several)) {
      return entries.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The name of a file without its ending: `nn.functional.relu`.
  static String name(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ENDING.length());
  }

  /// The cases of a file, one a line. Fractions keep all their digits ([JsonNode#doubleValue] and
  /// [JsonNode#floatValue] both round them only once).
  static List<JsonNode> cases(Path file) {
    List<JsonNode> cases = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        try (JsonParser parser = JSON.createParser(line)) {
          parser.nextToken();
          cases.add(tree(parser));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + ", line " + (cases.size() + 1), e);
    }
    return cases;
  }

  private static JsonNode tree(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          object.set(name, tree(parser));
        }
        yield object;
      }
      case START_ARRAY -> {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(tree(parser));
        }
        yield array;
      }
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT -> NODES.numberNode(parser.getLongValue());
      case VALUE_NUMBER_FLOAT -> fraction(parser.getText());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw new IOException("no value, but " + parser.currentToken());
    };
  }

  /// A decimal, except for −0.0: decimals have no negative zero.
  private static JsonNode fraction(String text) {
    BigDecimal exact = new BigDecimal(text);
    return exact.signum() == 0
        ? NODES.numberNode(Double.parseDouble(text))
        : NODES.numberNode(exact);
  }
}
