package org.hypergrad.demo.train;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `hypergrad train`
@Command(
    name = "train",
    description = "Trains a network on data, and tells how good it is.",
    synopsisSubcommandLabel = "DATA",
    subcommands = {
      MoonsCommand.class,
      DigitsCommand.class,
      IrisCommand.class,
      MnistCommand.class,
      FashionMnistCommand.class,
      CsvCommand.class
    })
public final class TrainCommand implements Runnable {
  @Spec private CommandSpec spec;

  TrainCommand() {}

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
