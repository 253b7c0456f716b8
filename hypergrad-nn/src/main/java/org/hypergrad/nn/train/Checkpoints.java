package org.hypergrad.nn.train;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hypergrad.nn.format.AtomicFile;

/// A folder with the latest checkpoints of a training and its best one, so that it can be killed at
/// any moment and goes on when it is started again: to the last bit as if nothing had happened, if
/// all random numbers come from generators that the [Trainer] knows.
///
/// After every epoch, and between them if wanted, a file `step-000001234.safetensors` is written,
/// named after the steps of the optimizer. `best.safetensors` is the one of the best epoch. A file
/// appears whole or not at all, and a damaged one is passed over. One training at a time uses a
/// folder.
public final class Checkpoints {
  private static final Logger LOG = System.getLogger(Checkpoints.class.getName());
  private static final String BEST = "best.safetensors";
  private static final String STEPS = "step-*.safetensors";
  private static final String STEP = "step-%09d.safetensors";

  private final Path folder;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private int everySteps = Integer.MAX_VALUE;
  private int kept = 2;

  /// Checkpoints in this folder, which is made if it does not exist; one after every epoch.
  public Checkpoints(Path folder) {
    this.folder = folder;
  }

  /// Also writes one after every so many steps of the optimizer.
  ///
  /// @throws IllegalArgumentException if it is not positive
  public Checkpoints everySteps(int steps) {
    everySteps = positive(steps, "The number of steps between checkpoints");
    return this;
  }

  /// Keeps the latest so many, beside the best one; 2 unless it is set, in case that one is
  /// damaged.
  ///
  /// @throws IllegalArgumentException if it is not positive
  public Checkpoints keep(int number) {
    kept = positive(number, "The number of checkpoints to keep");
    return this;
  }

  private static int positive(int number, String what) {
    if (number <= 0) {
      throw new IllegalArgumentException(what + " must be positive, but got " + number);
    }
    return number;
  }

  /// Notes these texts in every checkpoint: what a program needs to build the network again, as the
  /// sizes of its layers. [Checkpoint#settings] has them.
  public Checkpoints settings(Map<String, String> texts) {
    settings.putAll(texts);
    return this;
  }

  /// The newest checkpoint that is not damaged. The log names those that are.
  public Optional<Checkpoint> newest() throws IOException {
    for (Path file : newestFirst()) {
      try {
        return Optional.of(Checkpoint.read(file));
      } catch (IOException e) {
        LOG.log(Level.WARNING, "Passing over a checkpoint: {0}", e.getMessage());
      }
    }
    return Optional.empty();
  }

  /// The checkpoint of the best epoch; empty before the end of the first.
  ///
  /// @throws IOException if it is damaged
  public Optional<Checkpoint> best() throws IOException {
    Path file = folder.resolve(BEST);
    return Files.exists(file) ? Optional.of(Checkpoint.read(file)) : Optional.empty();
  }

  /// Deletes them all, so that the next training begins at its beginning.
  public void clear() throws IOException {
    for (Path file : newestFirst()) {
      Files.delete(file);
    }
    Files.deleteIfExists(folder.resolve(BEST));
  }

  private List<Path> newestFirst() throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, STEPS)) {
        found.forEach(files::add);
      }
    }
    files.sort(Comparator.reverseOrder());
    return files;
  }

  // ---- for the training

  /// Brings a training to where the newest checkpoint is, if there is one.
  void resume(TrainingState state) throws IOException {
    Files.createDirectories(folder);
    AtomicFile.removeLeftovers(folder);
    Optional<Checkpoint> newest = newest();
    if (newest.isPresent()) {
      state.restore(newest.get());
      LOG.log(Level.INFO, "Going on from {0}", newest.get().file());
    }
  }

  boolean isDue(long step) {
    return step % everySteps == 0;
  }

  /// Writes a checkpoint; the best one first: if that is all before the program is killed, the
  /// epoch is trained again, and comes out the same.
  void save(TrainingState state) throws IOException {
    Path file = folder.resolve(String.format(Locale.ROOT, STEP, state.step()));
    Checkpoint checkpoint = Checkpoint.of(file, state.content(), settings);
    if (state.isBest()) {
      checkpoint.at(folder.resolve(BEST)).write();
    }
    checkpoint.write();
    for (Path old : newestFirst().stream().skip(kept).toList()) {
      Files.delete(old);
    }
  }
}
