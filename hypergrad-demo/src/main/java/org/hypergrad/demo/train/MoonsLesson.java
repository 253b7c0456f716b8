package org.hypergrad.demo.train;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hypergrad.DType;
import org.hypergrad.Generator;
import org.hypergrad.GradMode;
import org.hypergrad.Tensor;
import org.hypergrad.board.live.LiveLoop;
import org.hypergrad.board.live.LivePage;
import org.hypergrad.board.report.Environment;
import org.hypergrad.board.report.Report;
import org.hypergrad.nn.data.Synthetic;
import org.hypergrad.nn.data.TensorDataset;
import org.hypergrad.nn.scalar.MLP;
import org.hypergrad.nn.scalar.Neuron;
import org.hypergrad.nn.train.EpochRecord;
import org.hypergrad.nn.train.History;
import org.hypergrad.nn.train.TrainingControl;
import org.hypergrad.viz.Drawings;
import org.hypergrad.viz.chart.DecisionBoundary;
import org.hypergrad.viz.chart.LineChart;

/// The demo of micrograd (github.com/karpathy/micrograd, `demo.ipynb`): a network of single numbers
/// learns to tell two moons apart. Nothing of the training is hidden in a library here.
final class MoonsLesson {
  private final TrainingControl control = new TrainingControl();
  private final TensorDataset moons;
  private final double[][] points;
  private final double[] labels; // -1 or 1
  private final MLP model;
  private Optional<LiveLoop> page = Optional.empty();
  private History history = History.EMPTY;

  /// A network of this size, and so many points to learn from.
  MoonsLesson(int samples, double noise, int[] hidden, Generator generator) {
    this.moons = Synthetic.moons(samples, noise, generator, DType.FLOAT64);
    this.points = new double[samples][];
    this.labels = moons.targets().to(DType.FLOAT64).mul(2).sub(1).toDoubles();
    for (int i = 0; i < samples; i++) {
      points[i] = moons.inputs().select(0, i).toDoubles();
    }
    int[] outputs = new int[hidden.length + 1];
    System.arraycopy(hidden, 0, outputs, 0, hidden.length);
    outputs[hidden.length] = 1; // the score: positive for one moon, negative for the other
    this.model = new MLP(generator, 2, outputs);
  }

  /// Trains, and prints each step.
  void train(int steps, PrintWriter out) {
    for (int k = 0; k < steps && goesOn(); k++) {
      // forward
      List<Tensor> scores = scores();
      Tensor loss = maxMargin(scores).add(regularization());

      // backward
      model.zeroGrad();
      loss.backward();

      // update
      double learningRate = 1.0 - 0.9 * k / steps;
      GradMode.off(() -> model.parameters().forEach(p -> p.sub_(p.grad().mul(learningRate))));

      out.println("step " + k + " loss " + loss.item() + ", accuracy " + accuracy(scores) + "%");
      tell(k + 1, loss.item(), accuracy(scores), learningRate);
    }
    page.ifPresent(LiveLoop::end);
  }

  private List<Tensor> scores() {
    List<Tensor> scores = new ArrayList<>();
    for (double[] point : points) {
      scores.add(model.apply(point).getFirst());
    }
    return scores;
  }

  /// The loss of a support vector machine: a score should be on its label's side of 0, by 1 at
  /// least.
  private Tensor maxMargin(List<Tensor> scores) {
    Tensor sum = Tensor.scalar(0.0);
    for (int i = 0; i < labels.length; i++) {
      sum = sum.add(scores.get(i).mul(-labels[i]).add(1).relu());
    }
    return sum.div(labels.length);
  }

  /// Draws all parameters towards 0 (L2).
  private Tensor regularization() {
    Tensor sum = Tensor.scalar(0.0);
    for (Tensor parameter : model.parameters()) {
      sum = sum.add(parameter.mul(parameter));
    }
    return sum.mul(1e-4);
  }

  private double accuracy(List<Tensor> scores) {
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += scores.get(i).item() > 0 == labels[i] > 0 ? 1 : 0;
    }
    return 100.0 * right / labels.length;
  }

  /// Prints the plane, as the network divides it.
  void draw(PrintWriter out) {
    GradMode.off(() ->
        new DecisionMap(points, labels).print(point -> model.apply(point).getFirst().item(), out));
  }

  /// How many parameters the network has.
  int parameters() {
    return model.parameters().size();
  }

  // ---- for those who watch

  /// How many steps it has made.
  int steps() {
    return history.size();
  }

  /// What the page's buttons pause and stop, and Ctrl-C stops.
  TrainingControl control() {
    return control;
  }

  /// Shows the training on a page, too.
  void show(LivePage live, int steps) {
    page = Optional.of(live.decisionBoundary(moons, this::probabilities).loop(model, steps));
  }

  private boolean goesOn() {
    return page.isPresent() ? page.get().goesOn() : !control.isStopped();
  }

  private void tell(int step, double loss, double accuracy, double learningRate) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("loss", loss);
    values.put("accuracy", accuracy / 100);
    values.put("lr", learningRate);
    history = history.with(new EpochRecord(step, values));
    page.ifPresent(loop -> loop.step(values));
  }

  /// A report of the training so far.
  Report report(String title, String command) {
    Report report =
        Report.titled(title)
            .outcome(
                "After %s steps it has %.1f %% of the %s points right."
                    .formatted(
                        history.size(), 100 * history.last().value("accuracy"), points.length))
            .fact("parameters", Integer.toString(parameters()))
            .fact("points", Integer.toString(points.length))
            .fact("steps", Integer.toString(history.size()))
            .section("How it learned");
    for (String name : history.last().values().keySet()) {
      LineChart line = LineChart.of(name, history.values(name)).axes("step", "").sized(352, 270);
      if (name.equals("loss")) {
        report.curves(name, line);
      } else {
        report.figure(name.equals("lr") ? "learning rate" : name, line);
      }
    }
    return report
        .section("What it takes each point for")
        .figure(
            "the plane as the network divides it",
            DecisionBoundary.ofProbabilities(moons.inputs(), moons.targets(), this::probabilities)
                .named(moons.info().classes()))
        .section("One of its neurons")
        .graph("the first neuron sees the first point", Drawings.forward(firstNeuron()))
        .section("How to do it again")
        .code(command)
        .table(
            List.of("setting", "value"),
            Environment.describe().entrySet().stream()
                .map(entry -> List.of(entry.getKey(), entry.getValue()))
                .toList());
  }

  /// What the first neuron says of the first point.
  private Tensor firstNeuron() {
    List<Tensor> point =
        List.of(Tensor.scalar(points[0][0]).name("x"), Tensor.scalar(points[0][1]).name("y"));
    return model.namedBlocks().values().stream()
        .filter(Neuron.class::isInstance)
        .map(Neuron.class::cast)
        .findFirst()
        .orElseThrow()
        .apply(point);
  }

  /// How much other points look like the second moon, from \[n, 2\] to \[n, 1\].
  private Tensor probabilities(Tensor others) {
    double[][] scores = new double[others.size(0)][];
    for (int i = 0; i < scores.length; i++) {
      double[] point = others.select(0, i).toDoubles();
      scores[i] = new double[] {model.apply(point).getFirst().item()};
    }
    return Tensor.of(scores).sigmoid();
  }
}
