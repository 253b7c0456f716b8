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
import org.hypergrad.Operations;
import org.hypergrad.spi.Operation;
import org.hypergrad.spi.OperationProvider;

/// A folder whose jars bring operations of their own. Each is a module in a [ModuleLayer] of its
/// own, so that a broken one harms no other: it is refused, with the reason, and the rest goes on.
final class PluginFolder {
  /// What became of a jar.
  sealed interface Plugin {
    /// The file.
    Path jar();
  }

  /// A jar whose operations are there now.
  record Loaded(Path jar, String module, List<Operation> operations) implements Plugin {}

  /// A jar that was left out.
  ///
  /// @param reason why, on one line
  record Refused(Path jar, String reason) implements Plugin {
    Refused {
      reason = reason.replaceAll("\\s*\\R\\s*", " ");
    }
  }

  private static final ModuleLayer BOOT = ModuleLayer.boot();

  private final List<Plugin> plugins = new ArrayList<>();

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
  List<Plugin> plugins() {
    return List.copyOf(plugins);
  }

  /// Those whose operations are there now.
  List<Loaded> loaded() {
    return plugins.stream().filter(Loaded.class::isInstance).map(Loaded.class::cast).toList();
  }

  /// Those that were left out.
  List<Refused> refused() {
    return plugins.stream().filter(Refused.class::isInstance).map(Refused.class::cast).toList();
  }

  private Plugin load(Path jar, ModuleFinder finder) {
    try {
      ModuleDescriptor module =
          finder.findAll().stream().findFirst().map(ModuleReference::descriptor).orElse(null);
      String objection = objection(module);
      return objection == null
          ? new Loaded(jar, module.name(), Operations.install(layer(module.name(), finder)))
          : new Refused(jar, objection);
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
      return "it has no module descriptor: add a module-info.java with 'provides "
          + OperationProvider.class.getName()
          + " with ...'";
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
        module.provides().stream()
            .anyMatch(service -> service.service().equals(OperationProvider.class.getName()));
    return provides
        ? null
        : "its module " + module.name() + " does not provide " + OperationProvider.class.getName();
  }

  private static ModuleLayer layer(String module, ModuleFinder finder) {
    Configuration configuration =
        BOOT.configuration().resolve(finder, ModuleFinder.of(), Set.of(module));
    return BOOT.defineModulesWithOneLoader(configuration, PluginFolder.class.getClassLoader());
  }
}
