package org.hypergrad.board.report;

import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.hypergrad.DType;
import org.hypergrad.Threads;
import org.hypergrad.spi.Kernels;

/// What a training ran on, as far as it may matter for its numbers or its speed.
public final class Environment {
  private Environment() {}

  /// The versions of HyperGrad and Java, the operating system, the kernels of each element type,
  /// and the number of threads, by their names.
  public static Map<String, String> describe() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("HyperGrad", version());
    all.put("Java", Runtime.version() + ", " + System.getProperty("java.vm.name"));
    all.put(
        "system",
        String.join(
            " ",
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch")));
    kernels().forEach((chain, dtypes) -> all.put("kernels of " + String.join(", ", dtypes), chain));
    all.put("threads", Integer.toString(Threads.count()));
    return all;
  }

  private static String version() {
    return Optional.ofNullable(Environment.class.getModule().getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion)
        .orElse("(not packaged)");
  }

  /// The element types, by the chain of kernels that computes them: the first that can does.
  public static Map<String, List<String>> kernels() {
    Map<String, List<String>> byChain = new LinkedHashMap<>();
    for (DType dtype : List.of(DType.values()).reversed()) {
      byChain.computeIfAbsent(chain(dtype), _ -> new ArrayList<>()).add(dtype.toString());
    }
    return byChain;
  }

  private static String chain(DType dtype) {
    StringJoiner chain = new StringJoiner(", then ");
    try {
      for (Kernels<?> kernels = Kernels.of(dtype); kernels != null; kernels = kernels.next()) {
        chain.add(kernels.provider());
      }
    } catch (IllegalStateException _) {
      return "none present"; // the very thing one asks for to find out
    }
    return chain.toString();
  }
}
