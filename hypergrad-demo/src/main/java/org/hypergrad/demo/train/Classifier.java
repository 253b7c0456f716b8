package org.hypergrad.demo.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hypergrad.GradMode;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.demo.InvalidInputException;
import org.hypergrad.nn.Sequential;
import org.hypergrad.nn.data.Standardize;
import org.hypergrad.nn.format.SafeTensors;
import org.hypergrad.nn.train.Checkpoint;
import org.hypergrad.nn.train.Checkpoints;

/// A network that tells classes apart, with all that is needed to use it.
///
/// @param config what it is made of, and what its inputs and outputs mean
/// @param network gives a score for each class
record Classifier(ClassifierConfig config, Sequential network) {
  private static final String FORMAT = "format";
  private static final String CLASSIFIER = "org.hypergrad.demo classifier 1";

  /// A network that has learnt nothing yet.
  static Classifier untrained(ClassifierConfig config, Standardize standardize) {
    return new Classifier(config, config.build(standardize));
  }

  /// How likely each class is for each of these samples, of shape \[n, inputs\]: \[n, classes\].
  Tensor probabilities(Tensor inputs) {
    return GradMode.off(() -> {
      network.eval();
      return network.apply(inputs).softmax(1);
    });
  }

  // ---- files

  /// Writes it as a safetensors file, whole or not at all.
  void save(Path file) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(FORMAT, CLASSIFIER);
    metadata.putAll(config.toMetadata());
    try {
      new SafeTensors(network.stateDict(), metadata).sealed().write(file);
    } catch (IOException e) {
      throw InvalidInputException.of(e);
    }
  }

  /// Reads what [#save] wrote, or a checkpoint, or a folder of checkpoints: the best one if samples
  /// were set aside to find that out, else the newest.
  ///
  /// @throws InvalidInputException if there is none, or it is damaged
  static Classifier load(Path path) {
    try {
      if (Files.isDirectory(path)) {
        return of(chosen(path));
      }
      SafeTensors file = SafeTensors.read(path);
      if (!CLASSIFIER.equals(file.metadata().get(FORMAT))) {
        return of(Checkpoint.read(path));
      }
      if (!file.isIntact()) {
        throw new IOException(path + " is damaged: it has changed since it was written");
      }
      return of(path, file.metadata(), file.tensors());
    } catch (NoSuchFileException e) {
      throw new InvalidInputException("there is no model " + path, e);
    } catch (IOException e) {
      throw new InvalidInputException("cannot use the model: " + e.getMessage(), e);
    }
  }

  private static Checkpoint chosen(Path folder) throws IOException {
    Checkpoints checkpoints = new Checkpoints(folder);
    Optional<Checkpoint> newest = checkpoints.newest();
    Optional<Checkpoint> best = checkpoints.best();
    return best.filter(checkpoint -> checkpoint.settings().containsKey(Hyperparameters.PATIENCE))
        .or(() -> newest)
        .orElseThrow(() -> new IOException("there is no checkpoint in " + folder));
  }

  private static Classifier of(Checkpoint checkpoint) throws IOException {
    return of(checkpoint.file(), checkpoint.settings(), checkpoint.model());
  }

  private static Classifier of(Path file, Map<String, String> metadata, Map<String, Tensor> state)
      throws IOException {
    try {
      ClassifierConfig config = ClassifierConfig.of(metadata);
      Shape sample = Shape.of(config.inputs());
      Tensor mean = state.get("standardize.mean");
      if (mean == null || !mean.shape().equals(sample)) {
        throw new IllegalArgumentException("it is for inputs of another shape than " + sample);
      }
      Sequential network = config.build();
      network.loadStateDict(state);
      return new Classifier(config, network);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is no model of this program: " + e.getMessage(), e);
    }
  }
}
