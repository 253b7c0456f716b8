package org.hypergrad.board.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hypergrad.Shape;
import org.hypergrad.Tensor;
import org.hypergrad.viz.chart.ConfusionMatrixChart;

/// Which classes a network takes for which others, and the samples it is wrong about.
final class MistakesSection {
  private static final int MOST_SHOWN = 50;

  /// Wider tables are not read.
  private static final int MOST_FEATURES = 8;

  private final TestRun run;
  private final List<String> classes;

  MistakesSection(TestRun run) {
    this.run = run;
    this.classes = run.data().info().classes();
  }

  void addTo(Report report) {
    report.section("What it gets wrong");
    report.figure("a row for what they are, a column for what it takes them for", matrix());
    report.table(
        List.of("class", "samples", "found (recall)", "right when said (precision)"),
        IntStream.range(0, classes.size()).mapToObj(this::row).toList());
    List<Answer> mistakes = run.mistakes();
    if (mistakes.isEmpty()) {
      report.text("There is no sample of the test that it gets wrong.");
      return;
    }
    List<Answer> shown = mistakes.subList(0, Math.min(MOST_SHOWN, mistakes.size()));
    report.text(
        (shown.size() < mistakes.size() ? "The first %s of %s mistakes" : "All %2$s mistakes")
                .formatted(shown.size(), mistakes.size())
            + ", the surest first: what it is, what the network takes it for, and how probable"
            + " that is to it.");
    Optional<Shape> image = run.data().info().image();
    Tensor first = run.data().batch(0).inputs();
    if (image.isPresent() && image.get().numel() == first.numel()) {
      report.pictures(shown.stream().map(answer -> picture(answer, image.get())).toList());
    } else {
      report.table(header(first), shown.stream().map(this::sample).toList());
    }
  }

  private ConfusionMatrixChart matrix() {
    long[][] counts = new long[classes.size()][classes.size()];
    for (int actual = 0; actual < counts.length; actual++) {
      int row = actual;
      Arrays.setAll(counts[row], predicted -> run.confusion().count(row, predicted));
    }
    return ConfusionMatrixChart.of(classes, counts);
  }

  private List<String> row(int c) {
    long samples =
        IntStream.range(0, classes.size()).mapToLong(p -> run.confusion().count(c, p)).sum();
    return List.of(
        classes.get(c),
        Words.count(samples),
        Words.percent(run.confusion().recall(c)),
        Words.percent(run.confusion().precision(c)));
  }

  private Picture picture(Answer answer, Shape size) {
    Tensor pixels = run.data().batch(answer.sample()).inputs().reshape(size);
    return new Picture(
        pixels,
        classes.get(answer.actual()),
        "taken for "
            + classes.get(answer.predicted())
            + "\n"
            + Words.percent(answer.probability()));
  }

  // ---- samples that are no pictures

  private List<String> header(Tensor sample) {
    List<String> header = new ArrayList<>(List.of("sample", "it is", "taken for", "probability"));
    List<String> features = run.data().info().features();
    for (int i = 0; i < Math.min(MOST_FEATURES, sample.numel()); i++) {
      header.add(features.size() == sample.numel() ? features.get(i) : "x" + (i + 1));
    }
    return header;
  }

  private List<String> sample(Answer answer) {
    double[] values = run.data().batch(answer.sample()).inputs().toDoubles();
    List<String> row =
        new ArrayList<>(
            List.of(
                Words.count(answer.sample()),
                classes.get(answer.actual()),
                classes.get(answer.predicted()),
                Words.percent(answer.probability())));
    Arrays.stream(values).limit(MOST_FEATURES).mapToObj(Words::number).forEach(row::add);
    return row;
  }
}
