package org.hypergrad.tests.golden;

/// Says that a case asks for something HyperGrad does not have (yet): it is counted, and fails no
/// test.
final class UnsupportedCase extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param reason what is missing
  UnsupportedCase(String reason) {
    super(reason);
  }
}
