/// Trainings watched in the browser while they run, and reports of them.
module org.hypergrad.board {
  requires com.fasterxml.jackson.core;
  requires jdk.httpserver;
  requires transitive org.hypergrad.nn;
  requires transitive org.hypergrad.viz;

  exports org.hypergrad.board.live;
  exports org.hypergrad.board.report;
}
