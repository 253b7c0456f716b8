package org.hypergrad.board.live;

/// A training entered a phase.
///
/// @param epoch its number, from 1; 0 outside of all
record PhaseChange(Phase phase, int epoch) {}
