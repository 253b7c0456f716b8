package org.hypergrad.tests.training;

import java.nio.file.Path;
import org.hypergrad.nn.train.CsvHistory;
import org.hypergrad.nn.train.EarlyStopping;
import org.hypergrad.nn.train.Training;
import org.hypergrad.nn.train.TrainingListener;

/// A program that [KilledTrainingTest] kills: trains in the folder that it is given, from where it
/// was, and prints a line for every batch, and at the end how it ended.
public final class KilledTraining implements TrainingListener {
  private KilledTraining() {}

  /// Trains.
  public static void main(String[] folder) {
    Path checkpoints = Path.of(folder[0]);
    SmallTraining small = new SmallTraining().in(checkpoints);
    small
        .trainer
        .epochs(60)
        .earlyStopping(new EarlyStopping(50))
        .listener(new CsvHistory(checkpoints.resolve("history.csv")))
        .listener(new KilledTraining());
    System.out.println(small.fit().status());
  }

  @Override
  public void batchEnded(Training training) {
    System.out.println(training.step());
  }
}
