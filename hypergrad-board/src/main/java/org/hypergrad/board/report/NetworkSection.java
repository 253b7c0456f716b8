package org.hypergrad.board.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hypergrad.DType;
import org.hypergrad.GradMode;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.nn.Block;
import org.hypergrad.nn.Summary;
import org.hypergrad.nn.data.Batch;
import org.hypergrad.nn.data.Dataset;
import org.hypergrad.nn.train.Modes;
import org.hypergrad.nn.train.Training;
import org.hypergrad.viz.chart.DecisionBoundary;
import org.hypergrad.viz.chart.Histogram;
import org.hypergrad.viz.chart.WeightImages;

/// What a network is made of, how a sample goes through it, and what became of its parameters.
final class NetworkSection {
  /// Larger graphs are seen better in a page of their own.
  private static final int MOST_VERTICES = 400;

  /// Of a larger network nobody follows the way back.
  private static final int MOST_BACKWARD = 60;

  private static final int MOST_HISTOGRAMS = 12;
  private static final int MOST_POINTS = 1000;

  private final Training training;
  private final Block network;
  private final TestRun run;
  private final Dataset data;
  private final Batch sample;

  NetworkSection(Training training, TestRun run) {
    this.training = training;
    this.network = training.model();
    this.run = run;
    this.data = run == null ? training.loader().dataset() : run.data();
    this.sample = data.batch(0);
  }

  void addTo(Report report) {
    report.section("The network");
    addSummary(report);
    addGraphs(report);
    addBoundary(report);
    report.section("What became of its parameters");
    addWeightImages(report);
    addHistograms(report);
  }

  private void addSummary(Report report) {
    Summary summary = network.summary(sample.inputs().shape(), sample.inputs().dtype());
    List<List<String>> rows = new ArrayList<>();
    for (Summary.Row row : summary.rows()) {
      rows.add(
          List.of(
              row.path().isEmpty() ? "(all)" : row.path(),
              row.kind(),
              row.output() == null ? "not called" : row.output().toString(),
              row.parameters() == 0 ? "–" : Words.count(row.parameters())));
    }
    report.table(List.of("layer", "kind", "output shape", "parameters"), rows);
  }

  private void addGraphs(Report report) {
    NetworkGraph graph = NetworkGraph.of(network, training.loss(), sample);
    int size = graph.forward().vertices().size();
    if (size > MOST_VERTICES) {
      report.text("Its graph of %s vertices is too large for a report.".formatted(size));
      return;
    }
    report.foldedGraph("a sample goes through the network, to the loss", graph.forward());
    if (graph.backward().vertices().size() <= MOST_BACKWARD) {
      report.foldedGraph("the gradient goes back", graph.backward());
    }
  }

  private void addBoundary(Report report) {
    if (run == null || !run.hasClasses() || sample.inputs().numel() != 2) {
      return;
    }
    int n = Math.min(MOST_POINTS, run.answers().size());
    double[][] points = new double[n][];
    int[] classes = new int[n];
    for (int i = 0; i < n; i++) {
      points[i] = data.batch(i).inputs().toDoubles();
      classes[i] = run.answers().get(i).actual();
    }
    List<String> features = data.info().features();
    DecisionBoundary boundary =
        DecisionBoundary.ofProbabilities(points, classes, this::probabilities)
            .named(data.info().classes());
    report.figure(
        "what it takes each point of the plane for, and test samples",
        features.size() == 2 ? boundary.axes(features.get(0), features.get(1)) : boundary);
  }

  private double[][] probabilities(double[][] points) {
    DType dtype = sample.inputs().dtype();
    Modes modes = Modes.of(network);
    network.eval();
    try {
      return GradMode.off(() -> Answer.probabilities(network.apply(Tensor.of(points).to(dtype))));
    } finally {
      modes.restore();
    }
  }

  /// The first matrix that has a column for each pixel.
  private void addWeightImages(Report report) {
    Optional<Shape> image = data.info().image();
    if (image.isEmpty()) {
      return;
    }
    Shape size = image.get();
    network.namedParameters().entrySet().stream()
        .filter(named -> named.getValue().rank() == 2 && named.getValue().size(1) == size.numel())
        .findFirst()
        .ifPresent(named ->
            report.figure(
                "what each unit of the first layer looks for: " + named.getKey(),
                WeightImages.of(named.getValue().detach()).shaped(size.size(0), size.size(1))));
  }

  private void addHistograms(Report report) {
    Map<String, Tensor> parameters = network.namedParameters();
    parameters.entrySet().stream()
        .limit(MOST_HISTOGRAMS)
        .forEach(named ->
            report.figure(
                named.getKey() + " " + named.getValue().shape(),
                Histogram.of(named.getValue().detach()).sized(352, 240)));
    if (parameters.size() > MOST_HISTOGRAMS) {
      report.text(
          "The first %s of %s parameters are shown.".formatted(MOST_HISTOGRAMS, parameters.size()));
    }
  }
}
