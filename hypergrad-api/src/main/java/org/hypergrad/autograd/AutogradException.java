package org.hypergrad.autograd;

/// A backward pass that cannot be done: the message says which operation, which tensor, and how to
/// mend it.
public final class AutogradException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  /// An error of the engine's own.
  public AutogradException(String message) {
    super(message);
  }

  /// An error of a rule or hook, with the operation's name.
  public AutogradException(String message, Throwable cause) {
    super(message, cause);
  }
}
