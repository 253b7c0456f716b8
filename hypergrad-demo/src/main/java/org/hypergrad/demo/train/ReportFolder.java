package org.hypergrad.demo.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hypergrad.board.report.Report;
import org.hypergrad.demo.InvalidInputException;
import org.hypergrad.demo.OutputFolder;

/// Where a report goes.
///
/// @param folder which need not be there yet
public record ReportFolder(Path folder) {
  /// The page.
  public Path file() {
    return folder.resolve("report.html");
  }

  /// Refuses, before anything is computed, a folder that could not be written into at the end.
  public void check() {
    new OutputFolder("--report", folder).check();
    if (Files.isDirectory(file())) {
      throw new InvalidInputException("--report: " + file() + " is a folder");
    }
  }

  /// Writes the page, and the folder if it is not there, and says so.
  void write(Report report, PrintWriter out) {
    try {
      Files.createDirectories(folder);
      report.write(file());
    } catch (IOException e) {
      throw InvalidInputException.of(e);
    }
    out.println();
    out.println("The report is in " + file() + ": open it in a browser.");
  }
}
