package org.hypergrad.board.live;

/// Which curve in which chart.
record CurveName(String chart, String series) {}
