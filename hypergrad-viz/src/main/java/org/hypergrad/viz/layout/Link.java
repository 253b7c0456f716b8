package org.hypergrad.viz.layout;

/// That one thing has to come at least a `length` after another, and every step more costs
/// `weight`.
record Link(int from, int to, int length, int weight) {}
