package org.hypergrad.nn;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hypergrad.GradMode;
import org.hypergrad.HookHandle;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;

/// A network as a table: its blocks, the shape each gives, and how many parameters each has of its
/// own.
///
/// @param rows a row for each block, outer before inner
/// @param parameters how many numbers all parameters have together; a shared one counts once
/// @param trainable how many of them require a gradient
public record Summary(List<Row> rows, long parameters, long trainable) {
  /// A block.
  ///
  /// @param path its name from the outermost block on, which has the empty one
  /// @param kind the name of its class
  /// @param output the shape of its last output; null if it was not called
  /// @param parameters how many numbers the parameters have that it registered itself
  public record Row(String path, String kind, Shape output, long parameters) {}

  /// A table with these rows.
  public Summary {
    rows = List.copyOf(rows);
  }

  static Summary of(Block network, Tensor input) {
    Map<Block, Shape> outputs = new IdentityHashMap<>();
    Map<Block, Boolean> modes = new LinkedHashMap<>();
    List<HookHandle> hooks = new ArrayList<>();
    for (Block block : network.namedBlocks().values()) {
      modes.put(block, block.isTraining());
      hooks.add(block.forwardHook((b, _, output) -> outputs.put(b, output.shape())));
    }
    try {
      GradMode.off(() -> network.eval().apply(input));
    } finally {
      hooks.forEach(HookHandle::remove);
      modes.forEach((block, training) -> block.mode(training));
    }
    return of(network, outputs);
  }

  private static Summary of(Block network, Map<Block, Shape> outputs) {
    long trainable = 0;
    long parameters = 0;
    Map<String, Long> counts = new LinkedHashMap<>();
    for (var entry : network.namedParameters().entrySet()) {
      int dot = entry.getKey().lastIndexOf('.');
      long numel = entry.getValue().numel();
      counts.merge(dot < 0 ? "" : entry.getKey().substring(0, dot), numel, Long::sum);
      parameters += numel;
      trainable += entry.getValue().requiresGrad() ? numel : 0;
    }
    List<Row> rows = new ArrayList<>();
    network
        .namedBlocks()
        .forEach((path, block) ->
            rows.add(
                new Row(path, block.name(), outputs.get(block), counts.getOrDefault(path, 0L))));
    return new Summary(rows, parameters, trainable);
  }

  /// The table as text.
  @Override
  public String toString() {
    List<String[]> cells = new ArrayList<>();
    cells.add(new String[] {"Layer", "Output shape", "Parameters"});
    for (Row row : rows) {
      int depth = row.path.isEmpty() ? 0 : (int) row.path.chars().filter(c -> c == '.').count() + 1;
      String name = row.path.substring(row.path.lastIndexOf('.') + 1);
      cells.add(
          new String[] {
            "  ".repeat(depth) + (name.isEmpty() ? row.kind : name + ": " + row.kind),
            row.output == null ? "not called" : row.output.toString(),
            row.parameters == 0 ? "-" : grouped(row.parameters)
          });
    }
    int left = cells.stream().mapToInt(row -> row[0].length()).max().orElse(0);
    int middle = cells.stream().mapToInt(row -> row[1].length()).max().orElse(0);
    int right = Math.max(10, grouped(parameters).length());
    String line = "-".repeat(left + middle + right + 4) + "\n";
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String[] row = cells.get(i);
      text.append(row[0]).append(" ".repeat(left - row[0].length() + 2));
      text.append(row[1]).append(" ".repeat(middle - row[1].length() + 2));
      text.append(" ".repeat(right - row[2].length())).append(row[2]).append("\n");
      text.append(i == 0 ? line : "");
    }
    text.append(line).append(grouped(parameters)).append(" parameters");
    return text.append(
            trainable == parameters ? "" : ", " + grouped(trainable) + " of them trained")
        .toString();
  }

  private static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
