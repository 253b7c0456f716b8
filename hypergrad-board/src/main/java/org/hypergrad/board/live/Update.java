package org.hypergrad.board.live;

import java.util.List;

/// What a browser lacks of a training; what it has is null or empty.
///
/// @param fresh whether it is to forget what it has
/// @param title what is trained
/// @param about a line about that
/// @param over whether this was the last
record Update(
    boolean fresh,
    String title,
    String about,
    List<PhaseChange> phases,
    Standing standing,
    List<CurvePart> curves,
    List<ParameterStatistics> parameters,
    DecisionPlane plane,
    DecisionField field,
    boolean over) {}
