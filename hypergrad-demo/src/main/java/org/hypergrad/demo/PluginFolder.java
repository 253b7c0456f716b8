package org.hypergrad.demo;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.stream.Stream;
import org.hypergrad.Plugin;
import org.hypergrad.spi.Operation;
import org.hypergrad.spi.OperationProvider;
import org.hypergrad.spi.OptimizerProvider;

/// A folder whose jars bring operations and optimizers of their own. Each is a module in a
/// [ModuleLayer] of its own, so that a broken one harms no other: it is refused, with the reason,
/// and the rest goes on.
final class PluginFolder {
  /// What became of a jar.
  sealed interface Outcome {
    /// The file.
    Path jar();
  }

  /// A jar whose operations and optimizers are there now.
  record Loaded(
      Path jar, String module, List<Operation> operations, List<OptimizerProvider> optimizers)
      implements Outcome {}

  /// A jar that was left out.
  ///
  /// @param reason why, on one line
  record Refused(Path jar, String reason) implements Outcome {
    Refused {
      reason = reason.replaceAll("\\s*\\R\\s*", " ");
    }
  }

  private static final ModuleLayer BOOT = ModuleLayer.boot();

  private static final List<String> SERVICES =
      List.of(OperationProvider.class.getName(), OptimizerProvider.class.getName());

  private final List<Outcome> plugins = new ArrayList<>();

  /// Loads every jar of a folder, in the order of their names. A folder that does not exist holds
  /// none.
  ///
  /// @throws IOException if the folder cannot be read
  void load(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path jar : files.filter(PluginFolder::isJar).sorted().toList()) {
        plugins.add(load(jar, ModuleFinder.of(jar)));
      }
    }
  }

  private static boolean isJar(Path file) {
    return file.getFileName().toString().endsWith(".jar");
  }

  /// What became of each jar.
  List<Outcome> plugins() {
    return List.copyOf(plugins);
  }

  /// Those whose operations and optimizers are there now.
  List<Loaded> loaded() {
    return plugins.stream().filter(Loaded.class::isInstance).map(Loaded.class::cast).toList();
  }

  /// Those that were left out.
  List<Refused> refused() {
    return plugins.stream().filter(Refused.class::isInstance).map(Refused.class::cast).toList();
  }

  private Outcome load(Path jar, ModuleFinder finder) {
    try {
      ModuleDescriptor module =
          finder.findAll().stream().findFirst().map(ModuleReference::descriptor).orElse(null);
      String objection = objection(module);
      if (objection != null) {
        return new Refused(jar, objection);
      }
      Plugin plugin = Plugin.install(layer(module.name(), finder));
      return new Loaded(jar, module.name(), plugin.operations(), plugin.optimizers());
    } catch (FindException | ResolutionException | LayerInstantiationException e) {
      return new Refused(jar, message(e.getCause() == null ? e : e.getCause()));
    } catch (IllegalArgumentException e) {
      return new Refused(jar, message(e)); // a name is taken, or none
    } catch (RuntimeException | ServiceConfigurationError | LinkageError e) {
      // the plug-in's own code ran, so anything can come out of it
      return new Refused(jar, e.getCause() == null ? e.toString() : e + ": " + e.getCause());
    }
  }

  private static String message(Throwable e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  /// Why the module of a jar is not even tried, or null.
  private String objection(ModuleDescriptor module) {
    if (module == null) {
      return "it holds no module";
    }
    if (module.isAutomatic()) {
      return "it has no module descriptor: add a module-info.java that provides "
          + String.join(" or ", SERVICES);
    }
    if (BOOT.findModule(module.name()).isPresent()) {
      return "its module " + module.name() + " is a part of this program already";
    }
    for (Loaded earlier : loaded()) {
      if (earlier.module().equals(module.name())) {
        return "its module "
            + module.name()
            + " was loaded from "
            + earlier.jar().getFileName()
            + " already";
      }
    }
    boolean provides =
        module.provides().stream().anyMatch(service -> SERVICES.contains(service.service()));
    return provides
        ? null
        : "its module " + module.name() + " does not provide " + String.join(" or ", SERVICES);
  }

  private static ModuleLayer layer(String module, ModuleFinder finder) {
    Configuration configuration =
        BOOT.configuration().resolve(finder, ModuleFinder.of(), Set.of(module));
    return BOOT.defineModulesWithOneLoader(configuration, PluginFolder.class.getClassLoader());
  }
}
