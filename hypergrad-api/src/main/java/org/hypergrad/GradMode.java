package org.hypergrad;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// Whether operations record history (PyTorch: `torch.no_grad`, `c10/core/GradMode.h`).
///
/// The mode is a scoped value: it ends with its block, also by an exception, and other threads
/// never see it.
public final class GradMode {
  private static final ScopedValue<Boolean> ENABLED = ScopedValue.newInstance();

  private GradMode() {}

  /// Whether history is recorded here; true unless a surrounding block says otherwise.
  public static boolean enabled() {
    return ENABLED.orElse(true);
  }

  /// Runs `block` without recording (PyTorch: `with torch.no_grad():`).
  public static void off(Runnable block) {
    set(false, block);
  }

  /// Runs `block` without recording and returns its result.
  public static <T> T off(Supplier<T> block) {
    return ScopedValue.where(ENABLED, false).call(block::get);
  }

  /// Runs `block` with recording, inside of [#off] too (PyTorch: `with torch.enable_grad():`).
  public static void on(Runnable block) {
    set(true, block);
  }

  /// Runs `block` with recording and returns its result.
  public static <T> T on(Supplier<T> block) {
    return ScopedValue.where(ENABLED, true).call(block::get);
  }

  /// Runs `block` with recording as `enabled` says (PyTorch: `torch.set_grad_enabled`).
  public static void set(boolean enabled, Runnable block) {
    ScopedValue.where(ENABLED, enabled).run(block);
  }

  /// Runs `block` with recording as `enabled` says and returns its result; checked exceptions pass.
  public static <T> T call(boolean enabled, Callable<T> block) throws Exception {
    return ScopedValue.where(ENABLED, enabled).call(block::call);
  }
}
