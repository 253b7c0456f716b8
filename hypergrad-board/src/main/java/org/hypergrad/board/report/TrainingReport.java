package org.hypergrad.board.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.hypergrad.Tensor;
import org.hypergrad.nn.data.Dataset;
import org.hypergrad.nn.train.Training;

/// What there is to tell about a training that is over: how it went, how good the network is and
/// what it gets wrong, what the network looks like, and how to get the same again.
///
/// ```java
/// Training training = trainer.fit(loader);
/// TrainingReport.of(training)
///     .titled("Digits")
///     .test(testData)
///     .report()
///     .section("My own")
///     .figure("how long the gradients were", LineChart.of("norm", norms))
///     .write(Path.of("digits.html"));
/// ```
///
/// Its pictures and names are those of the data sets' [org.hypergrad.nn.data.DatasetInfo]: with the
/// names of classes there is a confusion matrix, with the size of a picture the mistakes are shown.
/// But for what [#ran] adds, the same seed gives the same bytes on the same machine.
public final class TrainingReport {
  private static final DateTimeFormatter TO_THE_MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);

  private final Training training;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private String title = "Training";
  private String command = "";
  private Dataset test;
  private Instant began;
  private Instant ended;

  private TrainingReport(Training training) {
    this.training = Objects.requireNonNull(training);
  }

  /// A report of this training.
  public static TrainingReport of(Training training) {
    return new TrainingReport(training);
  }

  /// With a title, in place of `Training`.
  public TrainingReport titled(String heading) {
    title = Objects.requireNonNull(heading);
    return this;
  }

  /// With a test on samples that the network never saw.
  ///
  /// @throws IllegalArgumentException if there are none
  public TrainingReport test(Dataset samples) {
    if (samples.size() == 0) {
      throw new IllegalArgumentException("There are no samples to test the network on");
    }
    test = samples;
    return this;
  }

  /// With what was chosen for the training, by name.
  public TrainingReport settings(Map<String, String> chosen) {
    settings.putAll(chosen);
    return this;
  }

  /// With the command line that does it again.
  public TrainingReport command(String line) {
    command = Objects.requireNonNull(line);
    return this;
  }

  /// With the date and the time it took.
  public TrainingReport ran(Instant from, Instant to) {
    began = Objects.requireNonNull(from);
    ended = Objects.requireNonNull(to);
    return this;
  }

  /// The report, to be written, or to be added to before.
  public Report report() {
    Report report = Report.titled(title);
    TestRun run = test == null ? null : TestRun.of(training.model(), training.loss(), test);
    addHead(report, run);
    new LearningSection(training).addTo(report);
    if (run != null && run.hasClasses()) {
      new MistakesSection(run).addTo(report);
    }
    new NetworkSection(training, run).addTo(report);
    addEnvironment(report);
    return report;
  }

  private void addHead(Report report, TestRun run) {
    if (run != null && run.hasClasses()) {
      report
          .outcome(
              "Of the %s test samples, which it never saw, it has %s right."
                  .formatted(Words.count(test.size()), Words.percent(run.accuracy())))
          .fact("test accuracy", Words.percent(run.accuracy()));
    }
    report.outcome(training.history().size() == 0 ? "No epoch was completed." : status());
    if (run != null) {
      report.fact("test loss", Words.number(run.loss()));
    }
    long parameters = training.model().parameters().stream().mapToLong(Tensor::numel).sum();
    report
        .fact("parameters", Words.count(parameters))
        .fact("training samples", Words.count(training.loader().dataset().size()))
        .fact("epochs", Words.count(training.history().size()));
    if (began != null) {
      report.fact(timeName(), Words.time(Duration.between(began, ended)));
    }
  }

  /// An earlier run took time that nobody knows any more.
  private String timeName() {
    return training.stepsBefore() == 0 ? "time" : "time since it was resumed";
  }

  private String status() {
    int last = training.history().last().epoch();
    return switch (training.status()) {
      case STOPPED_EARLY ->
          "The training ended after epoch %s, for nothing was gained since epoch %s."
              .formatted(last, training.bestEpoch());
      case STOPPED ->
          "The training was stopped after epoch %s of %s.".formatted(last, training.epochs());
      case FAILED -> "The training failed after epoch %s of %s.".formatted(last, training.epochs());
      case RUNNING ->
          "The training is in epoch %s of %s.".formatted(training.epoch(), training.epochs());
      case COMPLETED -> "The training is complete, after epoch %s.".formatted(last);
    };
  }

  private void addEnvironment(Report report) {
    report.section("How to do it again");
    if (!command.isEmpty()) {
      report.text("This command trains the same network to the last bit:").code(command);
    }
    List<List<String>> rows = new ArrayList<>();
    settings.forEach((name, value) -> rows.add(List.of(name, value)));
    Environment.describe().forEach((name, value) -> rows.add(List.of(name, value)));
    if (began != null) {
      rows.add(
          List.of(
              training.stepsBefore() == 0 ? "began" : "was resumed",
              TO_THE_MINUTE.format(
                  began.atZone(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MINUTES))));
      rows.add(List.of(timeName(), Words.time(Duration.between(began, ended))));
    }
    report.table(List.of("setting", "value"), rows);
  }
}
