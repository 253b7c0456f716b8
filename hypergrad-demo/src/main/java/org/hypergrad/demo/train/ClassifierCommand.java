package org.hypergrad.demo.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.hypergrad.Generator;
import org.hypergrad.demo.InvalidInputException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What the commands have in common that train a network to tell classes apart.
abstract class ClassifierCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private TrainingOptions options;

  @Mixin private WatchOption watch;

  /// What it learns from, divided at random where the data set does not say how.
  abstract Samples samples(Generator generator) throws IOException;

  /// What holds where the user chooses nothing.
  abstract Hyperparameters defaults();

  @Override
  public final Integer call() {
    Hyperparameters chosen = options.over(defaults());
    options.setThreads();
    Generator generator = new Generator(chosen.seed());
    Generator.global().seed(chosen.seed()); // so that checkpoints too are the same in every run
    try {
      return new ClassifierTraining(
              samples(generator), chosen, options.files(), watch, Shell.line(spec), generator)
          .run(spec.commandLine().getOut());
    } catch (IOException e) {
      throw InvalidInputException.of(e);
    } catch (UncheckedIOException e) {
      throw InvalidInputException.of(e.getCause());
    }
  }
}
