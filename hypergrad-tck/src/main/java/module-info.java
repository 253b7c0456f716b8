/// Contract tests that the author of a plug-in runs against it: one line a test class.
module org.hypergrad.tck {
  requires transitive org.hypergrad.api;
  requires transitive org.junit.jupiter.api;

  exports org.hypergrad.tck;
}
