package org.hypergrad.demo.train;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.hypergrad.DType;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.Threads;
import org.hypergrad.demo.InvalidInputException;
import picocli.CommandLine.Option;

/// The options that all trainings have. What is not given is chosen by the data set.
final class TrainingOptions {
  @Option(
      names = "--hidden",
      paramLabel = "N",
      split = ",",
      description = "neurons of the hidden layers: --hidden 32,16")
  private List<Integer> hidden;

  @Option(
      names = "--activation",
      paramLabel = "NAME",
      description = "relu, tanh, sigmoid, gelu, silu, or any operation of one tensor")
  private String activation;

  @Option(
      names = "--optimizer",
      paramLabel = "NAME",
      description = "sgd, adam, adamw, rmsprop, or one that a plug-in brings")
  private String optimizer;

  @Option(names = "--lr", paramLabel = "X", description = "the learning rate")
  private Double lr;

  @Option(
      names = "--option",
      paramLabel = "NAME=VALUE",
      description = "an option of the optimizer: --option momentum=0.9")
  private Map<String, String> options = Map.of();

  @Option(
      names = "--scheduler",
      paramLabel = "NAME",
      description = "the learning rate: none, step, exponential, cosine, one_cycle or plateau")
  private String scheduler;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "how often the network sees each sample")
  private Integer epochs;

  @Option(names = "--batch", paramLabel = "N", description = "samples in a step")
  private Integer batch;

  @Option(
      names = "--label-smoothing",
      paramLabel = "X",
      description = "how much of each target is spread over all classes, from 0 to 1")
  private Double labelSmoothing;

  @Option(
      names = "--patience",
      paramLabel = "N",
      description =
          "ends after N epochs without gain on a tenth of the samples, set aside for that")
  private Integer patience;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "where the random numbers begin; 0 if not given")
  private Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "on how many threads to compute; changes no result")
  private Integer threads;

  @Option(
      names = "--checkpoint",
      paramLabel = "DIR",
      description = "writes a checkpoint into this folder after each epoch, and at Ctrl-C")
  private Path checkpoint;

  @Option(
      names = "--resume",
      description = "goes on from the newest checkpoint in the folder, if there is one")
  private boolean resume;

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "writes the network into this file, for 'hypergrad predict'")
  private Path save;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "writes a report of the training into this folder: one page, report.html")
  private Path report;

  /// These options, and for the rest what the data set chooses.
  ///
  /// @throws InvalidInputException if one makes no sense
  Hyperparameters over(Hyperparameters defaults) {
    boolean sameOptimizer = optimizer == null || optimizer.equals(defaults.optimizer());
    Map<String, String> allOptions = new LinkedHashMap<>();
    if (sameOptimizer) {
      allOptions.putAll(defaults.options());
    }
    if (lr != null) {
      allOptions.put("lr", lr.toString());
    }
    allOptions.putAll(options);
    Hyperparameters chosen =
        new Hyperparameters(
            Objects.requireNonNullElse(hidden, defaults.hidden()),
            Objects.requireNonNullElse(activation, defaults.activation()),
            Objects.requireNonNullElse(optimizer, defaults.optimizer()),
            allOptions,
            scheduler == null ? defaults.schedule() : schedule(),
            Objects.requireNonNullElse(epochs, defaults.epochs()),
            Objects.requireNonNullElse(batch, defaults.batch()),
            Objects.requireNonNullElse(labelSmoothing, defaults.labelSmoothing()),
            Objects.requireNonNullElse(patience, defaults.patience()),
            Objects.requireNonNullElse(seed, defaults.seed()));
    check(chosen);
    return chosen;
  }

  private void check(Hyperparameters chosen) {
    require(chosen.hidden().stream().allMatch(size -> size > 0), "--hidden are numbers from 1 on");
    require(chosen.epochs() > 0, "--epochs is at least 1");
    require(chosen.batch() > 0, "--batch is at least 1");
    require(
        chosen.labelSmoothing() >= 0 && chosen.labelSmoothing() <= 1,
        "--label-smoothing is a number from 0 to 1");
    require(patience == null || patience > 0, "--patience is at least 1");
    require(threads == null || threads > 0, "--threads is at least 1");
    require(!resume || checkpoint != null, "--resume needs --checkpoint DIR");
    try {
      Activation.named(chosen.activation());
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("--activation: " + e.getMessage(), e);
    }
    try {
      chosen.optimizer(List.of(Tensor.zeros(DType.FLOAT32, Shape.of(1)).requiresGrad(true)));
    } catch (IllegalArgumentException | NoSuchElementException e) {
      throw new InvalidInputException(
          "--optimizer " + chosen.optimizer() + ": " + e.getMessage(), e);
    }
  }

  private Schedule schedule() {
    try {
      return Schedule.named(scheduler);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("--scheduler: " + e.getMessage(), e);
    }
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new InvalidInputException(rule);
    }
  }

  /// Where the training leaves its files.
  TrainingFiles files() {
    return new TrainingFiles(checkpoint, resume, save, report);
  }

  /// Computes on as many threads as wanted from now on.
  void setThreads() {
    if (threads != null) {
      Threads.setCount(threads);
    }
  }
}
