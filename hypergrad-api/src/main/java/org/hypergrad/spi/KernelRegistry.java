package org.hypergrad.spi;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.StringJoiner;
import org.hypergrad.DType;
import org.hypergrad.Device;

/// Finds the kernel providers at the first use, chains them by rank and logs once who answers.
final class KernelRegistry {
  private static final System.Logger LOG = System.getLogger("org.hypergrad.kernels");

  /// A system property: names of providers that are not to be used, separated by commas.
  private static final String EXCLUDE = "hypergrad.kernels.exclude";

  private static final List<String> EXCLUDED =
      List.of(System.getProperty(EXCLUDE, "").split(" *, *"));

  /// Highest rank first.
  private static final List<KernelProvider> PROVIDERS =
      ServiceLoader.load(KernelProvider.class, KernelProvider.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .filter(KernelRegistry::works)
          .sorted(Comparator.comparingInt(KernelProvider::rank).reversed())
          .toList();

  private static final Map<DType, Kernels<?>> KERNELS = chains();

  private static final Casts CASTS = castsChain();

  private KernelRegistry() {}

  private static boolean works(KernelProvider provider) {
    if (EXCLUDED.contains(provider.name())) {
      LOG.log(
          System.Logger.Level.INFO,
          "kernels {0} not used: -D" + EXCLUDE + " names them",
          provider.name());
      return false;
    }
    provider
        .unavailable()
        .ifPresent(reason ->
            LOG.log(
                System.Logger.Level.INFO, "kernels {0} not used: {1}", provider.name(), reason));
    return provider.unavailable().isEmpty();
  }

  private static Map<DType, Kernels<?>> chains() {
    Map<DType, Kernels<?>> kernels = new EnumMap<>(DType.class);
    for (DType dtype : DType.values()) {
      Kernels<?> chain = null;
      for (KernelProvider provider : PROVIDERS.reversed()) {
        chain = provider.kernels(dtype, Device.CPU, chain);
      }
      if (chain != null) {
        kernels.put(dtype, chain);
      }
    }
    if (!PROVIDERS.isEmpty()) {
      StringJoiner names = new StringJoiner(", then ");
      PROVIDERS.forEach(provider -> names.add(provider.name()));
      LOG.log(System.Logger.Level.TRACE, "kernels: {0}", names);
    }
    return kernels;
  }

  static Kernels<?> kernels(DType dtype, Device device) {
    Kernels<?> kernels = KERNELS.get(dtype);
    if (kernels == null) {
      throw new IllegalStateException(
          "No module provides kernels for "
              + dtype
              + " on "
              + device
              + ". Add hypergrad-ops-basic (module org.hypergrad.ops.basic), or one that provides "
              + KernelProvider.class.getName()
              + ".");
    }
    return kernels;
  }

  static Casts casts(Device device) {
    if (CASTS == null) {
      throw new IllegalStateException(
          "No module provides casts on "
              + device
              + ". Add hypergrad-ops-basic (module org.hypergrad.ops.basic).");
    }
    return CASTS;
  }

  private static Casts castsChain() {
    Casts chain = null;
    for (KernelProvider provider : PROVIDERS.reversed()) {
      chain = provider.casts(Device.CPU, chain);
    }
    return chain;
  }
}
