package org.hypergrad.board.live;

/// What the page shows of a parameter.
///
/// @param size its shape, or how many numbers were taken together
/// @param grad null if there is no gradient
record ParameterStatistics(String name, String size, Distribution values, Distribution grad) {}
