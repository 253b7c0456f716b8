package org.hypergrad.board.report;

import java.util.ArrayList;
import java.util.List;
import org.hypergrad.nn.train.EpochRecord;
import org.hypergrad.nn.train.History;
import org.hypergrad.nn.train.Training;
import org.hypergrad.viz.chart.LineChart;

/// How a training went: a chart for the loss and for each metric, the learning rate, and the
/// numbers themselves.
final class LearningSection {
  private static final String LOSS = "loss";
  private static final String RATE = "lr";
  private static final String VALIDATION = "val_";
  private static final int WIDTH = 352;
  private static final int HEIGHT = 270;

  private final History history;
  private final double[] epochs;

  LearningSection(Training training) {
    this.history = training.history();
    this.epochs = history.epochs().stream().mapToDouble(EpochRecord::epoch).toArray();
  }

  void addTo(Report report) {
    if (history.size() == 0) {
      return;
    }
    report.section("How it learned");
    List<String> names = List.copyOf(history.last().values().keySet());
    for (String name : names) {
      if (name.equals(LOSS)) {
        report.curves("loss", chart(name));
      } else if (name.equals(RATE)) {
        report.figure("learning rate", chart(name));
      } else if (!name.startsWith(VALIDATION)) {
        report.figure(name, chart(name));
      }
    }
    report.table(header(names), history.epochs().stream().map(LearningSection::row).toList());
  }

  private LineChart chart(String name) {
    boolean isValidated = history.last().values().containsKey(VALIDATION + name);
    LineChart chart =
        LineChart.of(isValidated ? "training" : name, epochs, history.values(name))
            .axes("epoch", "")
            .sized(WIDTH, HEIGHT);
    return isValidated
        ? chart.line("validation", epochs, history.values(VALIDATION + name))
        : chart;
  }

  private static List<String> header(List<String> names) {
    List<String> header = new ArrayList<>(List.of("epoch"));
    header.addAll(names);
    return header;
  }

  private static List<String> row(EpochRecord epoch) {
    List<String> row = new ArrayList<>(List.of(Integer.toString(epoch.epoch())));
    epoch.values().values().forEach(value -> row.add(Words.number(value)));
    return row;
  }
}
