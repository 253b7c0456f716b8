package org.hypergrad.board.live;

/// The points of a curve from one of them on; they replace what was there.
///
/// @param from the number of the first
/// @param stride how many values a point is the mean of
record CurvePart(CurveName name, int from, int stride, double[] steps, double[] values) {}
