package org.hypergrad.demo.expression;

import java.util.Optional;

/// One step of a program: an expression, and perhaps the name its value gets.
///
/// @param name what the value is called from here on; empty if it gets no name
/// @param start where the statement begins in the source
/// @param end where it ends
record Statement(Optional<String> name, Expression expression, int start, int end) {}
