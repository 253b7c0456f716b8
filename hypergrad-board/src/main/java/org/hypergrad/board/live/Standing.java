package org.hypergrad.board.live;

import java.util.Map;

/// Where a training stands.
///
/// @param epochs how many there are to be; 0 if it has none
/// @param batch how many of the epoch's batches, or of all steps, are done
/// @param rate what it does in a second; NaN if that is not known yet
/// @param unit what the rate counts
/// @param elapsed seconds since it began, pauses left out
/// @param resumed whether that was not its beginning: it goes on from a checkpoint
/// @param left seconds that it will take yet; NaN if that is not known
/// @param values the latest, by name
record Standing(
    int epoch,
    int epochs,
    long batch,
    long batches,
    long step,
    double rate,
    String unit,
    double elapsed,
    boolean resumed,
    double left,
    Map<String, Double> values) {}
