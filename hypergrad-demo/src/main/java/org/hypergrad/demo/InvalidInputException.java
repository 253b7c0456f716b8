package org.hypergrad.demo;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// What the user gave cannot be used: a file, an option, a value. The message is one line that says
/// what is wrong with it.
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// With this message, on one line.
  public InvalidInputException(String message) {
    this(message, null);
  }

  /// With this message, on one line, and what showed it.
  public InvalidInputException(String message, Throwable cause) {
    super(message.strip().replaceAll("\\s*\\R\\s*", " "), cause);
  }

  /// A file that cannot be read or written.
  public static InvalidInputException of(IOException e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return new InvalidInputException(
        switch (e) {
          case NoSuchFileException _ -> "there is no file " + message;
          case AccessDeniedException _ -> "access to " + message + " is denied";
          case FileSystemException file when file.getReason() == null -> "cannot use " + message;
          default -> message;
        },
        e);
  }
}
