package org.hypergrad.tests.dropin;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Set;
import org.hypergrad.Plugin;

/// Loads a plug-in into this JVM, as any program can.
final class PluginLayer {
  private PluginLayer() {}

  /// Defines the module of a jar in a layer of its own, and installs what it provides.
  static Plugin install(Path jar) {
    ModuleFinder finder = ModuleFinder.of(jar);
    String module = finder.findAll().iterator().next().descriptor().name();
    ModuleLayer boot = ModuleLayer.boot();
    Configuration configuration =
        boot.configuration().resolve(finder, ModuleFinder.of(), Set.of(module));
    return Plugin.install(
        boot.defineModulesWithOneLoader(configuration, PluginLayer.class.getClassLoader()));
  }
}
