package org.hypergrad.nn.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hypergrad.Generator;
import org.hypergrad.GradMode;
import org.hypergrad.Scope;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.data.Batch;
import org.hypergrad.nn.data.DataLoader;
import org.hypergrad.nn.data.Dataset;
import org.hypergrad.nn.optim.GradientClipping;
import org.hypergrad.nn.optim.Scheduler;
import org.hypergrad.optim.Optimizer;

/// Trains a network: the loop that everybody writes around PyTorch, with what everybody adds to it
/// in the end (as Lightning's `Trainer` and Keras' `fit`).
///
/// ```java
/// Training training =
///     new Trainer(model, new CrossEntropyLoss(), new SGD(model.parameters(), 0.1))
///         .metric(Accuracy::new)
///         .validation(validationData)
///         .epochs(20)
///         .earlyStopping(new EarlyStopping(3))
///         .listener(new Progress(System.out))
///         .fit(new DataLoader(trainingData, 32).shuffle(new Generator(1)));
/// ```
///
/// The same seeds give the same numbers, to the last bit; with [#checkpoints] also if the program
/// is killed in between and started again.
///
/// The loop itself is in `TrainingLoop`.
public final class Trainer {
  static final String VALIDATION = "val_";

  final Block model;
  final Block loss;
  final Optimizer optimizer;
  private final List<Supplier<? extends Metric>> metrics = new ArrayList<>();
  final List<TrainingListener> listeners = new ArrayList<>();
  final Map<String, Generator> generators = new LinkedHashMap<>();
  final TrainingControl control = new TrainingControl();
  int epochs = 1;
  int accumulation = 1;
  private int evaluationBatchSize = 256;
  Dataset validation;
  Scheduler scheduler;
  boolean schedulesSteps;
  Consumer<List<Tensor>> clipping = _ -> {};
  private Monitor monitor;
  EarlyStopping earlyStopping;
  Checkpoints checkpoints;

  /// A trainer for one epoch, without validation.
  ///
  /// @param model the network
  /// @param loss of (output, target), a mean over the batch
  /// @param optimizer over the parameters of the model
  public Trainer(Block model, Block loss, Optimizer optimizer) {
    this.model = model;
    this.loss = loss;
    this.optimizer = optimizer;
    generators.put("global", Generator.global());
  }

  // ---- settings

  /// Goes so many times through the data.
  ///
  /// @throws IllegalArgumentException if it is not positive
  public Trainer epochs(int number) {
    epochs = positive(number, "The number of epochs");
    return this;
  }

  /// Measures this too, in training and in validation: `metric(Accuracy::new)`.
  ///
  /// @throws IllegalArgumentException if there is a metric of that name already
  public Trainer metric(Supplier<? extends Metric> metric) {
    String name = metric.get().name();
    if (measured().contains(name)) {
      throw new IllegalArgumentException("There is a metric '" + name + "' already.");
    }
    metrics.add(metric);
    return this;
  }

  /// Evaluates the network on this data after every epoch.
  public Trainer validation(Dataset data) {
    validation = data;
    return this;
  }

  /// Evaluates so many samples at once; 256 unless it is set.
  ///
  /// @throws IllegalArgumentException if it is not positive
  public Trainer evaluationBatchSize(int samples) {
    evaluationBatchSize = positive(samples, "The batch size of the evaluation");
    return this;
  }

  /// Changes the learning rate after every epoch; a plateau is looked for in the
  /// [monitored][#monitor] number.
  public Trainer scheduler(Scheduler everyEpoch) {
    scheduler = everyEpoch;
    schedulesSteps = false;
    return this;
  }

  /// Changes the learning rate after every step of the optimizer.
  public Trainer stepScheduler(Scheduler everyStep) {
    scheduler = everyStep;
    schedulesSteps = true;
    return this;
  }

  /// Adds up the gradients of so many batches before each step of the optimizer, as if they were
  /// one larger batch: each counts as much as it has samples. What remains at the end of an epoch
  /// is a smaller step.
  ///
  /// @throws IllegalArgumentException if it is not positive
  public Trainer accumulate(int batches) {
    accumulation = positive(batches, "The number of batches to a step");
    return this;
  }

  /// Shortens the gradient of all parameters together to this length if it is longer (PyTorch:
  /// `clip_grad_norm_`).
  public Trainer clipGradNorm(double maxNorm) {
    clipping = parameters -> GradientClipping.clipGradNorm_(parameters, maxNorm);
    return this;
  }

  /// Brings every number of a gradient between −limit and limit (PyTorch: `clip_grad_value_`).
  public Trainer clipGradValue(double limit) {
    clipping = parameters -> GradientClipping.clipGradValue_(parameters, limit);
    return this;
  }

  /// Compares epochs by this number of the history. Unless it is set: by the lowest `val_loss`, or
  /// `loss` if there is no validation.
  public Trainer monitor(Monitor number) {
    monitor = number;
    return this;
  }

  /// Ends before all epochs are done if they bring no gain.
  public Trainer earlyStopping(EarlyStopping rule) {
    earlyStopping = rule;
    return this;
  }

  /// Writes checkpoints, and begins at the newest one if there is any.
  public Trainer checkpoints(Checkpoints where) {
    checkpoints = where;
    return this;
  }

  /// Keeps the state of one more generator in the checkpoints: that of a block or a data set, say.
  /// Those of the loader and [Generator#global] are always there.
  public Trainer generator(String name, Generator generator) {
    generators.put(name, generator);
    return this;
  }

  /// Tells this listener too; they are told in the order in which they came.
  public Trainer listener(TrainingListener listener) {
    listeners.add(listener);
    return this;
  }

  private static int positive(int number, String what) {
    if (number <= 0) {
      throw new IllegalArgumentException(what + " must be positive, but got " + number);
    }
    return number;
  }

  // ---- what it does

  /// Trains, until all epochs are done or something ends it before. The network is in training mode
  /// meanwhile: all of it, unless it is in that mode already, with perhaps some blocks that are
  /// not. Afterwards every block is in the mode it had.
  ///
  /// @return the training with its history; its status says how it ended
  /// @throws ArithmeticException if the loss becomes NaN or infinite
  /// @throws IllegalArgumentException if the loader has no batches, the optimizer trains nothing of
  ///   the network, or the monitored number will not exist
  /// @throws IllegalStateException if the newest checkpoint is one of another network, optimizer or
  ///   data set; nothing was changed then
  /// @throws java.io.UncheckedIOException if a checkpoint cannot be written
  public Training fit(DataLoader loader) {
    if (loader.size() == 0) {
      throw new IllegalArgumentException(
          "The loader has no batches to train with: "
              + loader.dataset().size()
              + " samples, in batches of "
              + loader.batchSize());
    }
    if (!recorded().contains(monitor().name())) {
      throw new IllegalArgumentException(
          "There will be no '" + monitor().name() + "' to monitor. There will be " + recorded());
    }
    Training training = new Training(this, loader);
    if (training.parameters().stream().noneMatch(model.parameters()::contains)) {
      throw new IllegalArgumentException(
          "The optimizer trains no parameter of the network. Give it model.parameters().");
    }
    return new TrainingLoop(this, training).run();
  }

  /// How good the network is on some data: the loss and the metrics, in evaluation mode and without
  /// gradients. Afterwards every block is in the mode it had.
  ///
  /// @throws IllegalArgumentException if there are no samples
  public Evaluation evaluate(Dataset data) {
    if (data.size() == 0) {
      throw new IllegalArgumentException("There are no samples to evaluate the network on");
    }
    List<Metric> measures = new ArrayList<>(List.of(new MeanLoss(loss)));
    measures.addAll(newMetrics());
    Scope scope = new Scope("evaluation");
    Modes modes = Modes.of(model);
    model.eval();
    try {
      GradMode.off(() -> {
        for (Batch batch : new DataLoader(data, evaluationBatchSize)) {
          scope.run(() -> {
            Tensor output = model.apply(batch.inputs());
            measures.forEach(measure -> measure.update(output, batch.targets()));
          });
        }
      });
    } finally {
      modes.restore();
    }
    return new Evaluation(data.size(), measures);
  }

  /// Pauses and stops what [#fit] does, from any thread. Once `fit` is over, it is ready for the
  /// next one.
  public TrainingControl control() {
    return control;
  }

  // ---- for the training

  /// The names of what is measured in every pass over data.
  private List<String> measured() {
    List<String> names = new ArrayList<>(List.of("loss"));
    newMetrics().forEach(metric -> names.add(metric.name()));
    return names;
  }

  /// The names of what is recorded of every epoch, but for the learning rate.
  private List<String> recorded() {
    List<String> names = new ArrayList<>(measured());
    if (validation != null) {
      measured().forEach(name -> names.add(VALIDATION + name));
    }
    return names;
  }

  List<Metric> newMetrics() {
    return metrics.stream().<Metric>map(Supplier::get).toList();
  }

  Monitor monitor() {
    return monitor != null
        ? monitor
        : Monitor.lowest(validation == null ? "loss" : VALIDATION + "loss");
  }

  /// How much better an epoch must be to be the best.
  double minDelta() {
    return earlyStopping == null ? 0 : earlyStopping.minDelta();
  }

  /// Whether the network is to end as it was after its best epoch.
  boolean restoresBest() {
    return earlyStopping != null && earlyStopping.restoreBest();
  }
}
