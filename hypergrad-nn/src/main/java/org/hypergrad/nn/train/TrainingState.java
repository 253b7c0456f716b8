package org.hypergrad.nn.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.hypergrad.Tensor;
import org.hypergrad.nn.format.SafeTensors;
import org.hypergrad.optim.OptimizerState;

/// Everything that decides how a training goes on, as the content of a checkpoint. Numbers are
/// tensors, so that they are exact; the rest is text.
///
/// What `EarlyStopping` counts is not there: it is read from the history.
record TrainingState(Trainer trainer, Training training) {
  private static final String BEST = "best.";
  private static final String OPTIMIZER = "optimizer.";
  private static final String OPTIMIZER_NAME = "optimizer";
  private static final String SCHEDULER = "scheduler.";
  private static final String SCHEDULER_NAME = "scheduler";
  private static final String METRIC = "metric.";
  private static final String GENERATOR = "generator.";
  private static final String LOADER = "loader";
  private static final String BATCH_SIZE = "batch_size";
  private static final String ACCUMULATION = "accumulation";
  private static final String COUNTERS = "counters";
  private static final String HISTORY = "history";

  /// How many steps the optimizer made.
  long step() {
    return training.step();
  }

  /// Whether the current epoch is over, and none was better.
  boolean isBest() {
    return training.epoch() > 0 && training.bestEpoch() == training.epoch();
  }

  // ---- taking it down

  /// The state as it is, sharing the elements of parameters and buffers.
  SafeTensors content() {
    OptimizerState optimizer = trainer.optimizer.stateDict();
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    put(Checkpoint.MODEL, trainer.model.stateDict(), tensors);
    put(OPTIMIZER, optimizer.tensors(), tensors);
    if (training.bestState() != null) {
      put(BEST, training.bestState(), tensors);
    }
    tensors.put(COUNTERS, Tensor.of(training.counters()));
    tensors.put(LOADER, Tensor.of(training.loader().state()));
    trainer.generators.forEach(
        (name, generator) -> tensors.put(GENERATOR + name, Tensor.of(generator.state())));
    training.metricStates().forEach((name, state) -> tensors.put(METRIC + name, Tensor.of(state)));

    Map<String, String> texts = new LinkedHashMap<>(kinds());
    put(OPTIMIZER, optimizer.settings(), texts);
    if (trainer.scheduler != null) {
      put(SCHEDULER, trainer.scheduler.stateDict(), texts);
    }
    texts.put(HISTORY, training.history().toCsv());
    return new SafeTensors(tensors, texts);
  }

  /// What must be the same when the training goes on.
  private Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put(OPTIMIZER_NAME, trainer.optimizer.rule().name());
    kinds.put(
        SCHEDULER_NAME,
        trainer.scheduler == null ? "none" : trainer.scheduler.getClass().getSimpleName());
    kinds.put(BATCH_SIZE, Integer.toString(training.loader().batchSize()));
    kinds.put(ACCUMULATION, Integer.toString(trainer.accumulation));
    return kinds;
  }

  private static <T> void put(String prefix, Map<String, T> from, Map<String, T> to) {
    from.forEach((name, value) -> to.put(prefix + name, value));
  }

  // ---- going on from it

  /// Puts everything into the state of a checkpoint.
  ///
  /// @throws IllegalStateException if something is not what it was; nothing is changed then
  void restore(Checkpoint checkpoint) {
    Checkpoint before = new Checkpoint(checkpoint.file(), copied(content()));
    try {
      check(checkpoint);
      apply(checkpoint);
    } catch (IllegalArgumentException e) {
      apply(before);
      throw new IllegalStateException(
          "Cannot go on from the checkpoint "
              + checkpoint.file()
              + ", for it is of another training: "
              + e.getMessage()
              + "\nTrain what was trained there, or use another folder for the checkpoints.",
          e);
    }
  }

  private static SafeTensors copied(SafeTensors content) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    content.tensors().forEach((name, tensor) -> tensors.put(name, tensor.clone()));
    return new SafeTensors(tensors, content.metadata());
  }

  /// What the parts themselves do not check when they load their states.
  private void check(Checkpoint checkpoint) {
    kinds()
        .forEach((name, here) -> {
          String there = checkpoint.content().metadata().get(name);
          if (!here.equals(there)) {
            throw new IllegalArgumentException(name + " is " + here + " here, but was " + there);
          }
        });
    Map<String, Tensor> saved = checkpoint.model();
    trainer
        .model
        .stateDict()
        .forEach((name, tensor) -> {
          if (saved.containsKey(name) && saved.get(name).dtype() != tensor.dtype()) {
            throw new IllegalArgumentException(
                name + " is of " + tensor.dtype() + " here, but was of " + saved.get(name).dtype());
          }
        });
    checkNames("metrics", training.metricStates().keySet(), checkpoint.tensors(METRIC).keySet());
    checkNames("generators", trainer.generators.keySet(), checkpoint.tensors(GENERATOR).keySet());
  }

  private static void checkNames(String what, Set<String> here, Set<String> there) {
    if (!here.equals(there)) {
      throw new IllegalArgumentException(
          "the " + what + " are " + here + " here, but were " + there);
    }
  }

  private void apply(Checkpoint checkpoint) {
    trainer.model.loadStateDict(checkpoint.model());
    trainer.optimizer.loadStateDict(
        new OptimizerState(checkpoint.tensors(OPTIMIZER), checkpoint.texts(OPTIMIZER)));
    if (trainer.scheduler != null) {
      trainer.scheduler.loadStateDict(checkpoint.texts(SCHEDULER));
    }
    Map<String, Tensor> generators = checkpoint.tensors(GENERATOR);
    trainer.generators.forEach(
        (name, generator) -> generator.state(generators.get(name).toLongs()));
    Map<String, Tensor> tensors = checkpoint.content().tensors();
    training.loader().state(tensors.get(LOADER).toLongs());
    Map<String, double[]> metrics = new LinkedHashMap<>();
    checkpoint.tensors(METRIC).forEach((name, state) -> metrics.put(name, state.toDoubles()));
    Map<String, Tensor> best = checkpoint.tensors(BEST);
    training.resume(
        History.ofCsv(checkpoint.content().metadata().get(HISTORY)),
        tensors.get(COUNTERS).toDoubles(),
        metrics,
        best.isEmpty() ? null : best);
  }
}
