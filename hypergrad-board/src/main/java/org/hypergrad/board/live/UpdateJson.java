package org.hypergrad.board.live;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Writes an [Update] as the page reads it: one line of JSON. What is no finite number becomes
/// null.
final class UpdateJson {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator json;

  private UpdateJson(JsonGenerator json) {
    this.json = json;
  }

  static byte[] write(Update update) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
      new UpdateJson(json).write(update, update.standing());
    }
    return bytes.toByteArray();
  }

  private void write(Update update, Standing standing) throws IOException {
    json.writeStartObject();
    if (update.fresh()) {
      json.writeBooleanField("fresh", true);
      json.writeStringField("title", update.title());
      json.writeStringField("about", update.about());
    }
    json.writeArrayFieldStart("phases");
    for (PhaseChange change : update.phases()) {
      json.writeStartObject();
      json.writeStringField("phase", change.phase().text());
      json.writeNumberField("epoch", change.epoch());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (standing != null) {
      write(standing);
    }
    json.writeArrayFieldStart("curves");
    for (CurvePart part : update.curves()) {
      write(part);
    }
    json.writeEndArray();
    if (update.parameters() != null) {
      json.writeArrayFieldStart("parameters");
      for (ParameterStatistics parameter : update.parameters()) {
        write(parameter);
      }
      json.writeEndArray();
    }
    if (update.plane() != null) {
      write(update.plane());
    }
    if (update.field() != null) {
      write(update.field());
    }
    json.writeBooleanField("over", update.over());
    json.writeEndObject();
  }

  private void write(Standing standing) throws IOException {
    json.writeObjectFieldStart("standing");
    json.writeNumberField("epoch", standing.epoch());
    json.writeNumberField("epochs", standing.epochs());
    json.writeNumberField("batch", standing.batch());
    json.writeNumberField("batches", standing.batches());
    json.writeNumberField("step", standing.step());
    number("rate", standing.rate());
    json.writeStringField("unit", standing.unit());
    number("elapsed", standing.elapsed());
    json.writeBooleanField("resumed", standing.resumed());
    number("left", standing.left());
    json.writeObjectFieldStart("values");
    for (Map.Entry<String, Double> value : standing.values().entrySet()) {
      number(value.getKey(), value.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void write(CurvePart part) throws IOException {
    json.writeStartObject();
    json.writeStringField("chart", part.name().chart());
    json.writeStringField("series", part.name().series());
    json.writeNumberField("from", part.from());
    json.writeNumberField("stride", part.stride());
    numbers("x", part.steps());
    numbers("y", part.values());
    json.writeEndObject();
  }

  private void write(ParameterStatistics parameter) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", parameter.name());
    json.writeStringField("size", parameter.size());
    write("values", parameter.values());
    if (parameter.grad() != null) {
      write("grad", parameter.grad());
    }
    json.writeEndObject();
  }

  private void write(String name, Distribution distribution) throws IOException {
    json.writeObjectFieldStart(name);
    number("low", distribution.low());
    number("high", distribution.high());
    number("mean", distribution.mean());
    number("std", distribution.std());
    number("norm", distribution.norm());
    json.writeNumberField("missing", distribution.missing());
    json.writeFieldName("counts");
    json.writeArray(distribution.counts(), 0, distribution.counts().length);
    json.writeEndObject();
  }

  private void write(DecisionPlane plane) throws IOException {
    json.writeObjectFieldStart("plane");
    numbers("x", plane.x());
    numbers("y", plane.y());
    numbers("points", plane.points());
    json.writeFieldName("classes");
    json.writeArray(plane.classes(), 0, plane.classes().length);
    texts("names", plane.names());
    texts("axes", plane.axes());
    json.writeEndObject();
  }

  private void write(DecisionField field) throws IOException {
    json.writeObjectFieldStart("field");
    json.writeNumberField("cells", field.cells());
    json.writeNumberField("classes", field.classes());
    json.writeArrayFieldStart("probabilities");
    for (short probability : field.probabilities()) {
      json.writeNumber(probability);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void texts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private void numbers(String name, double[] values) throws IOException {
    json.writeArrayFieldStart(name);
    for (double value : values) {
      number(value);
    }
    json.writeEndArray();
  }

  private void number(String name, double value) throws IOException {
    json.writeFieldName(name);
    number(value);
  }

  /// A whole number with all its digits, any other with the seven or so of a float.
  private void number(double value) throws IOException {
    if (!Double.isFinite(value)) {
      json.writeNull();
    } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      json.writeNumber((long) value);
    } else if (Float.isFinite((float) value)) {
      json.writeNumber((float) value);
    } else {
      json.writeNumber(value);
    }
  }
}
