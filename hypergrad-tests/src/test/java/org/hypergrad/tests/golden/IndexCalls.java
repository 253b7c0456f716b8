package org.hypergrad.tests.golden;

import static org.hypergrad.tests.golden.Row.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.hypergrad.Index;
import org.hypergrad.Tensor;

/// Parts of a tensor, by position.
final class IndexCalls {
  static final List<Row> TABLE =
      List.of(
          row("__getitem__", c -> c.t(0).get(indices(c))),
          row("select", c -> c.t(0).select(c.integer(1, "dim"), c.integer(2, "index"))),
          row("narrow", IndexCalls::narrow),
          row("narrow_copy", c -> narrow(c).clone()),
          row(
              "slice",
              c ->
                  c.t(0)
                      .slice(
                          c.integer(1, "dim", 0),
                          c.integer(2, "start", 0),
                          c.integer(3, "end", Integer.MAX_VALUE),
                          c.integer(4, "step", 1))),
          row("take", c -> c.t(0).flatten().get(Index.of(c.t(1)))),
          row("index_select", c -> c.t(0).indexSelect(c.integer(1, "dim"), c.t(2))),
          row("gather", c -> c.t(0).gather(c.integer(1, "dim"), c.t(2))),
          row("index_add", IndexCalls::indexAdd),
          row("scatter_add", c -> c.t(0).scatterAdd(c.integer(1, "dim"), c.t(2), c.t(3))));

  private IndexCalls() {}

  private static Tensor narrow(Call c) {
    return c.t(0).narrow(c.integer(1, "dim"), c.integer(2, "start"), c.integer(3, "length"));
  }

  private static Tensor indexAdd(Call c) {
    Tensor source = c.given("alpha") ? c.t(3).mul(c.number(-1, "alpha", 1)) : c.t(3);
    return c.t(0).indexAdd(c.integer(1, "dim"), c.t(2), source);
  }

  /// What stands between the brackets. A list counts as a tuple if there is more in it than
  /// numbers.
  private static Index[] indices(Call c) {
    JsonNode argument = c.at(1);
    JsonNode entries = argument.path("tuple");
    if (argument.isArray()
        && StreamSupport.stream(argument.spliterator(), false)
            .anyMatch(JsonNode::isContainerNode)) {
      entries = argument;
    }
    if (!entries.isArray()) {
      return new Index[] {index(c, argument)};
    }
    return StreamSupport.stream(entries.spliterator(), false)
        .map(entry -> index(c, entry))
        .toArray(Index[]::new);
  }

  private static Index index(Call c, JsonNode entry) {
    if (entry.isNull()) {
      return Index.newAxis();
    }
    if (entry.isIntegralNumber()) {
      return Index.at(entry.intValue());
    }
    if (entry.has("ellipsis")) {
      return Index.ellipsis();
    }
    if (entry.has("slice")) {
      JsonNode slice = entry.get("slice");
      return Index.range(
          slice.get(0).asInt(0), slice.get(1).asInt(Integer.MAX_VALUE), slice.get(2).asInt(1));
    }
    if (entry.has("t")) {
      return Index.of(c.tensors.get(entry.get("t").intValue()));
    }
    if (entry.isArray()) {
      long[] positions = new long[entry.size()];
      for (int i = 0; i < positions.length; i++) {
        positions[i] = entry.get(i).longValue();
      }
      return Index.of(Tensor.of(positions));
    }
    throw new UnsupportedCase("the index " + entry);
  }
}
