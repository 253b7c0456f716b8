package org.hypergrad.demo.train;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hypergrad.Generator;
import org.hypergrad.Shape;
import org.hypergrad.board.live.LivePage;
import org.hypergrad.board.report.Report;
import org.hypergrad.board.report.TrainingReport;
import org.hypergrad.demo.InvalidInputException;
import org.hypergrad.demo.Style;
import org.hypergrad.nn.CrossEntropyLoss;
import org.hypergrad.nn.Defaults;
import org.hypergrad.nn.data.DataLoader;
import org.hypergrad.nn.data.Dataset;
import org.hypergrad.nn.train.Accuracy;
import org.hypergrad.nn.train.Checkpoints;
import org.hypergrad.nn.train.ConfusionMatrix;
import org.hypergrad.nn.train.EarlyStopping;
import org.hypergrad.nn.train.Evaluation;
import org.hypergrad.nn.train.Progress;
import org.hypergrad.nn.train.Terminal;
import org.hypergrad.nn.train.Trainer;
import org.hypergrad.nn.train.Training;
import org.hypergrad.nn.train.TrainingListener;
import org.hypergrad.optim.Optimizer;

/// Trains a network to tell classes apart, then tests it on samples that it never saw.
final class ClassifierTraining {
  /// The confusion matrix of more classes would fill no screen.
  private static final int MAX_CLASSES_SHOWN = 20;

  private final Samples samples;
  private final Hyperparameters chosen;
  private final TrainingFiles files;
  private final WatchOption watch;
  private final String command;
  private final Generator generator;
  private final Dataset training;
  private final Dataset validation;
  private final Classifier classifier;

  /// A training to be.
  ///
  /// @param command what was typed to start it
  /// @param generator where the random numbers come from, after those that divided the samples
  ClassifierTraining(
      Samples samples,
      Hyperparameters chosen,
      TrainingFiles files,
      WatchOption watch,
      String command,
      Generator generator) {
    this.samples = samples;
    this.chosen = chosen;
    this.files = files;
    this.watch = watch;
    this.command = command;
    this.generator = generator;
    if (chosen.patience() == 0) {
      this.training = samples.training();
      this.validation = null;
    } else {
      List<Dataset> parts = samples.training().split(generator, 0.9, 0.1);
      this.training = parts.get(0);
      this.validation = parts.get(1);
    }
    ClassifierConfig config =
        new ClassifierConfig(
            samples.name(),
            samples.inputs(),
            chosen.hidden(),
            chosen.activation(),
            samples.info(),
            samples.divisor());
    this.classifier =
        Defaults.with(generator, () -> Classifier.untrained(config, samples.standardize(training)));
  }

  /// Trains and tests, and prints how that goes.
  ///
  /// @return the exit code: 130, as always after Ctrl-C, if that stopped it
  int run(PrintWriter out) {
    Map<String, String> settings = settings();
    files.check(settings);
    DataLoader loader = new DataLoader(training, chosen.batch()).shuffle(generator);
    Trainer trainer = trainer(loader, settings, out);
    String title = samples.name() + ", " + classifier.config();
    try (Watching watching = watch.open(title, trainer.control(), out)) {
      watching.page().ifPresent(page -> show(trainer, page));
      print(out);
      Instant began = Instant.now();
      Optional<Training> trained =
          fit(
              trainer,
              loader,
              stopped -> {
                report(stopped, settings, began, out);
                watching.page().ifPresent(LivePage::close);
              });
      if (trained.isEmpty()) {
        return 130;
      }
      out.println();
      test(out);
      write(trained.get(), settings, began, out);
      watching.linger();
      return 0;
    }
  }

  private void show(Trainer trainer, LivePage page) {
    trainer.listener(page);
    if (classifier.config().inputs() == 2) {
      page.decisionBoundary(training, classifier::probabilities);
    }
  }

  private void print(PrintWriter out) {
    out.println(samples);
    out.println("network " + classifier.config() + ", " + chosen.activation());
    out.println(chosen);
    out.println();
    out.println(classifier.network().summary(Shape.of(1, classifier.config().inputs())));
    out.println();
  }

  private void write(
      Training trained, Map<String, String> settings, Instant began, PrintWriter out) {
    if (files.model() != null) {
      classifier.save(files.model());
      out.println();
      out.println(
          "The network is in " + files.model() + ": hypergrad predict --model " + files.model());
    }
    report(trained, settings, began, out);
  }

  private void report(
      Training trained, Map<String, String> settings, Instant began, PrintWriter out) {
    if (files.report() != null) {
      Report report =
          TrainingReport.of(trained)
              .titled(samples.name())
              .test(samples.test())
              .settings(settings)
              .command(command)
              .ran(began, Instant.now())
              .report();
      new ReportFolder(files.report()).write(report, out);
    }
  }

  /// What the checkpoints say about the training.
  private Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>(classifier.config().toMetadata());
    settings.put("samples", Integer.toString(training.size()));
    settings.putAll(chosen.toSettings());
    return settings;
  }

  private Trainer trainer(DataLoader loader, Map<String, String> settings, PrintWriter out) {
    Optimizer optimizer = chosen.optimizer(classifier.network().parameters());
    CrossEntropyLoss loss = new CrossEntropyLoss().labelSmoothing(chosen.labelSmoothing());
    Trainer trainer =
        new Trainer(classifier.network(), loss, optimizer)
            .metric(Accuracy::new)
            .epochs(chosen.epochs())
            .listener(new GoingOn(out))
            .listener(new Progress(out, Terminal.current(), System::nanoTime));
    chosen.schedule().schedule(trainer, optimizer, chosen.epochs(), loader.size());
    if (validation != null) {
      trainer.validation(validation).earlyStopping(new EarlyStopping(chosen.patience()));
    }
    if (files.checkpoints() != null) {
      trainer.checkpoints(new Checkpoints(files.checkpoints()).settings(settings));
    }
    return trainer;
  }

  /// Trains.
  ///
  /// @param atExit what Ctrl-C waits for, some seconds
  /// @return nothing if Ctrl-C stopped it; after a stop from the page what follows is done
  private static Optional<Training> fit(
      Trainer trainer, DataLoader loader, Consumer<Training> atExit) {
    try (StopAtExit exit = new StopAtExit(trainer.control())) {
      Training trained = trainer.fit(loader);
      if (exit.isUnderWay()) {
        atExit.accept(trained);
        return Optional.empty();
      }
      return Optional.of(trained);
    } catch (ArithmeticException e) {
      throw new InvalidInputException(e.getMessage(), e); // the loss is no number any more
    }
  }

  /// Says so if a training does not begin at its beginning.
  private record GoingOn(PrintWriter out) implements TrainingListener {
    @Override
    public void trainingStarted(Training training) {
      if (training.epoch() > 0) {
        out.println("Going on from the checkpoint after step " + training.step() + ".");
      }
    }
  }

  private void test(PrintWriter out) {
    List<String> classes = samples.info().classes();
    Evaluation test =
        new Trainer(
                classifier.network(),
                new CrossEntropyLoss(),
                chosen.optimizer(classifier.network().parameters()))
            .metric(Accuracy::new)
            .metric(() -> new ConfusionMatrix(classes))
            .evaluate(samples.test());
    out.printf(
        Locale.ROOT,
        "Of the %,d test samples, which it never saw, it has %s right.%n",
        test.samples(),
        Style.GOOD.paint(String.format(Locale.ROOT, "%.2f%%", 100 * test.value("accuracy"))));
    if (classes.size() <= MAX_CLASSES_SHOWN) {
      out.println("A row for what they are, a column for what it takes them for:");
      out.println();
      out.println(test.metric(ConfusionMatrix.class));
    }
  }
}
