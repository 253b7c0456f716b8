package org.hypergrad.board.report;

import java.time.Duration;
import java.util.Locale;

/// Numbers as people read them, the same in every locale.
final class Words {
  private Words() {}

  /// `12,345`.
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /// Four digits: `0.1234`, `1.235e-06`.
  static String number(double value) {
    boolean isPlain = value == 0 || Math.abs(value) >= 1e-3 && Math.abs(value) < 1e5;
    return String.format(Locale.ROOT, isPlain ? "%.4f" : "%.3e", value);
  }

  /// A fraction as `97.50 %`; `–` if it is none.
  static String percent(double fraction) {
    return Double.isNaN(fraction) ? "–" : String.format(Locale.ROOT, "%.2f %%", 100 * fraction);
  }

  /// `1.2 s`, `1 min 5 s`, `2 h 3 min`.
  static String time(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
    return seconds < 3600
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
  }
}
