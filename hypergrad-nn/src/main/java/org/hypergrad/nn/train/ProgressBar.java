package org.hypergrad.nn.train;

/// How far something is, as a picture.
///
/// @param done how many parts of it
/// @param total how many parts there are
record ProgressBar(int done, int total) {
  private static final int LONGEST = 30;
  private static final int SHORTEST = 5;

  /// A bar of at most `room` characters; empty if that is too few for one.
  String draw(int room, boolean unicode) {
    int length = Math.min(room, LONGEST);
    if (length < SHORTEST) {
      return "";
    }
    int full = (int) ((long) length * done / total);
    return (unicode ? "█" : "#").repeat(full) + (unicode ? "░" : ".").repeat(length - full);
  }
}
