package org.hypergrad.demo;

import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hypergrad.Operations;
import org.hypergrad.board.report.Environment;
import org.hypergrad.optim.Optimizers;
import org.hypergrad.spi.Operation;

/// `hypergrad --version`: the program, and the modules that answer in it.
final class VersionReport {
  private final PluginFolder plugins;

  VersionReport(PluginFolder plugins) {
    this.plugins = plugins;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("HyperGrad   " + version());
    lines.add("Java        " + Runtime.version() + ", " + System.getProperty("java.vm.name"));
    Environment.kernels()
        .forEach((chain, dtypes) ->
            lines.add("kernels     " + String.join(", ", dtypes) + ": " + chain));
    lines.add("operations  " + byModule(Operations.all(), Operations::moduleOf));
    lines.add("optimizers  " + byModule(Optimizers.all(), Optimizers::moduleOf));
    for (PluginFolder.Outcome plugin : plugins.plugins()) {
      lines.add("plug-in     " + plugin.jar().getFileName() + ": " + describe(plugin));
    }
    return lines;
  }

  private static String version() {
    return Optional.ofNullable(Main.class.getModule().getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion)
        .orElse("(not packaged)");
  }

  private static String describe(PluginFolder.Outcome plugin) {
    return switch (plugin) {
      case PluginFolder.Loaded loaded ->
          Stream.concat(
                  loaded.operations().stream().map(Operation::name),
                  loaded.optimizers().stream().map(optimizer -> optimizer.name() + " (optimizer)"))
              .collect(Collectors.joining(", ", loaded.module() + " with ", ""));
      case PluginFolder.Refused _ -> "refused";
    };
  }

  /// How many there are, and how many of which module.
  private static <T> String byModule(List<T> all, Function<T, String> moduleOf) {
    Map<String, Long> counts =
        all.stream().collect(Collectors.groupingBy(moduleOf, TreeMap::new, Collectors.counting()));
    StringJoiner modules = new StringJoiner(", ", " (", ")");
    counts.forEach((module, count) -> modules.add(count + " of " + module));
    return all.size() + modules.toString();
  }
}
