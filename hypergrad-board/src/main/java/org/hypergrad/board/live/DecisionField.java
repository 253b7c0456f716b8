package org.hypergrad.board.live;

/// What a classifier says all over the plane.
///
/// @param cells along each side of the grid
/// @param classes how many probabilities a cell has; 1 for that of class 1 alone
/// @param probabilities of the cells, row by row from the top, from 0 to 255
record DecisionField(int cells, int classes, short[] probabilities) {}
