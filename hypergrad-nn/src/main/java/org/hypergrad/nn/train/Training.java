package org.hypergrad.nn.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hypergrad.Scope;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.data.Batch;
import org.hypergrad.nn.data.DataLoader;
import org.hypergrad.optim.Optimizer;
import org.hypergrad.optim.Options;
import org.hypergrad.optim.ParameterGroup;

/// One run of a [Trainer]: where it stands. It belongs to the thread that trains; for others there
/// is the [control][#control()].
public final class Training {
  private final Trainer trainer;
  private final DataLoader loader;
  private final Scope scope = new Scope("training");
  private final MeanLoss meanLoss;
  private final List<Metric> metrics;
  private TrainingStatus status = TrainingStatus.RUNNING;
  private History history = History.EMPTY;
  private int epoch;
  private int batch;
  private long samples;
  private long step;
  private long stepsBefore;
  private double batchLoss = Double.NaN;
  private Map<String, Tensor> bestState;

  Training(Trainer trainer, DataLoader loader) {
    this.trainer = trainer;
    this.loader = loader;
    this.meanLoss = new MeanLoss(trainer.loss);
    this.metrics = trainer.newMetrics();
  }

  // ---- what is trained

  /// The network.
  public Block model() {
    return trainer.model;
  }

  /// What is to become small, a block of (output, target).
  public Block loss() {
    return trainer.loss;
  }

  /// What changes its parameters.
  public Optimizer optimizer() {
    return trainer.optimizer;
  }

  /// Where the batches come from.
  public DataLoader loader() {
    return loader;
  }

  // ---- where it stands

  /// Whether it runs, or why it ended.
  public TrainingStatus status() {
    return status;
  }

  /// Pauses and stops it; for any thread.
  public TrainingControl control() {
    return trainer.control;
  }

  /// The number of the current epoch, from 1; 0 before the first.
  public int epoch() {
    return epoch;
  }

  /// How many epochs there are to be.
  public int epochs() {
    return trainer.epochs;
  }

  /// How many batches of the current epoch are done.
  public int batch() {
    return batch;
  }

  /// How many batches an epoch has.
  public int batches() {
    return loader.size();
  }

  /// How many samples of the current epoch are done.
  public long samples() {
    return samples;
  }

  /// How many steps the optimizer made, in all epochs.
  public long step() {
    return step;
  }

  /// How many of the steps an earlier run made, from whose checkpoint this one went on; 0 if it
  /// began at the beginning.
  public long stepsBefore() {
    return stepsBefore;
  }

  /// The loss of the latest batch; NaN before the first.
  public double batchLoss() {
    return batchLoss;
  }

  /// The mean loss and the metrics of the current epoch so far, by name.
  public Map<String, Double> values() {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put(meanLoss.name(), meanLoss.value());
    metrics.forEach(metric -> values.put(metric.name(), metric.value()));
    return values;
  }

  /// The learning rate of the first group of parameters; NaN if the optimizer has none.
  public double learningRate() {
    ParameterGroup first = optimizer().groups().getFirst();
    return first.has(Options.LR) ? first.get(Options.LR) : Double.NaN;
  }

  /// How much memory the steps have to do with.
  public Scope.Usage memory() {
    return scope.usage();
  }

  // ---- what came of it

  /// The epochs that are over.
  public History history() {
    return history;
  }

  /// By which number epochs are compared.
  public Monitor monitor() {
    return trainer.monitor();
  }

  /// The number of the best epoch so far; 0 before the end of the first.
  public int bestEpoch() {
    return Best.of(history, monitor(), trainer.minDelta()).epoch();
  }

  // ---- for the loop

  /// In which every step runs.
  Scope scope() {
    return scope;
  }

  /// The parameters that are trained.
  List<Tensor> parameters() {
    return optimizer().groups().stream().flatMap(group -> group.parameters().stream()).toList();
  }

  void epochBegins() {
    epoch++;
    batch = 0;
    samples = 0;
    meanLoss.reset();
    metrics.forEach(Metric::reset);
  }

  void batchEnded(double value, Tensor output, Batch of) {
    batch++;
    samples += of.size();
    batchLoss = value;
    meanLoss.update(value, of.size());
    metrics.forEach(metric -> metric.update(output, of.targets()));
  }

  void stepEnded() {
    step++;
  }

  void epochEnded(EpochRecord record) {
    history = history.with(record);
  }

  void keepAsBest(Map<String, Tensor> state) {
    bestState = state;
  }

  /// The parameters and buffers of the best epoch, if they are kept; else null.
  Map<String, Tensor> bestState() {
    return bestState;
  }

  void ended(TrainingStatus reason) {
    status = reason;
  }

  // ---- for checkpoints

  /// The numbers of the epoch, its batches and samples, and of the steps; and the latest loss.
  double[] counters() {
    return new double[] {epoch, batch, samples, step, batchLoss};
  }

  /// The state of the loss and of the metrics, by name.
  Map<String, double[]> metricStates() {
    Map<String, double[]> states = new LinkedHashMap<>();
    states.put(meanLoss.name(), meanLoss.state());
    metrics.forEach(metric -> states.put(metric.name(), metric.state()));
    return states;
  }

  void resume(
      History past,
      double[] counters,
      Map<String, double[]> metricStates,
      Map<String, Tensor> best) {
    meanLoss.state(metricStates.get(meanLoss.name()));
    metrics.forEach(metric -> metric.state(metricStates.get(metric.name())));
    history = past;
    bestState = best;
    epoch = (int) counters[0];
    batch = (int) counters[1];
    samples = (long) counters[2];
    step = (long) counters[3];
    stepsBefore = step;
    batchLoss = counters[4];
  }
}
