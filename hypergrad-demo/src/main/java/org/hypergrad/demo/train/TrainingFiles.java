package org.hypergrad.demo.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hypergrad.demo.InvalidInputException;
import org.hypergrad.demo.OutputFile;
import org.hypergrad.demo.OutputFolder;
import org.hypergrad.nn.train.Checkpoint;
import org.hypergrad.nn.train.Checkpoints;

/// Where a training leaves its files.
///
/// @param checkpoints the folder of its checkpoints; null for none
/// @param resume whether to go on from the newest of them
/// @param model the file for the network when it has learnt; null for none
/// @param report the folder for a report; null for none
record TrainingFiles(Path checkpoints, boolean resume, Path model, Path report) {
  /// Nothing but a report.
  static TrainingFiles reportIn(Path folder) {
    return new TrainingFiles(null, false, null, folder);
  }

  /// Refuses, before anything is computed, what could not be written or used at the end.
  ///
  /// @param settings what a checkpoint to go on from must have been made with
  void check(Map<String, String> settings) {
    if (model != null) {
      new OutputFile("--save", model).check();
    }
    if (report != null) {
      new ReportFolder(report).check();
    }
    if (checkpoints == null) {
      return;
    }
    new OutputFolder("--checkpoint", checkpoints).check();
    newest().ifPresent(checkpoint -> checkSame(checkpoint.settings(), settings));
  }

  private Optional<Checkpoint> newest() {
    try {
      return new Checkpoints(checkpoints).newest();
    } catch (IOException e) {
      throw new InvalidInputException("--checkpoint: " + e.getMessage(), e);
    }
  }

  private void checkSame(Map<String, String> there, Map<String, String> here) {
    if (!resume) {
      throw new InvalidInputException(
          "there are checkpoints in "
              + checkpoints
              + " already: go on from them with --resume, or use another folder");
    }
    Set<String> names = new TreeSet<>(here.keySet());
    names.addAll(there.keySet());
    for (String name : names) {
      String before = there.getOrDefault(name, "not given");
      String now = here.getOrDefault(name, "not given");
      if (!before.equals(now)) {
        throw new InvalidInputException(
            "cannot resume in "
                + checkpoints
                + ": its training has other settings ("
                + name
                + " there: "
                + before
                + ", here: "
                + now
                + "); give the same, or use another folder");
      }
    }
  }
}
