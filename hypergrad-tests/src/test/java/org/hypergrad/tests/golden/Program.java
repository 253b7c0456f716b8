package org.hypergrad.tests.golden;

/// A Python program of the golden vectors, ported to Java.
@FunctionalInterface
interface Program {
  /// Does what the Python program does.
  void run(Run run) throws Exception;
}
