package org.hypergrad.registry;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// The names near to one that nobody knows.
public final class Suggestions {
  private Suggestions() {}

  /// ` Did you mean tanh, tan?`, with a blank before it; empty if no candidate is near.
  public static String didYouMean(String name, Collection<String> candidates) {
    List<String> nearest =
        candidates.stream()
            .filter(candidate -> distance(name, candidate) <= Math.max(1, name.length() / 3))
            .sorted(Comparator.comparingInt(candidate -> distance(name, candidate)))
            .limit(3)
            .toList();
    return nearest.isEmpty() ? "" : " Did you mean " + String.join(", ", nearest) + "?";
  }

  /// How many insertions, deletions, replacements and swaps of neighbours lead from one word to the
  /// other.
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replaced = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
