package org.hypergrad.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hypergrad.demo.expression.ExpressionException;
import org.hypergrad.demo.train.PredictCommand;
import org.hypergrad.demo.train.TrainCommand;
import org.hypergrad.nn.train.TerminalText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// The command line `hypergrad`. Exit codes: 0 if all went well, 1 if the program failed, 2 if what
/// was typed is wrong, 141 if whoever read its output has left.
@Command(
    name = "hypergrad",
    description = "Tensors that remember how they were computed, and their gradients.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      TrainCommand.class,
      PredictCommand.class,
      GraphCommand.class,
      OpsCommand.class
    })
public final class Main implements Runnable {
  /// A system property: the folder of plug-ins.
  private static final String PLUGINS = "hypergrad.plugins";

  private static final String VERSION = "--version";

  private final PluginFolder plugins = new PluginFolder();

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      description = "shows this help")
  private boolean help;

  @Option(
      names = {"-V", VERSION},
      versionHelp = true,
      description = "shows the version, and which modules answer")
  private boolean version;

  @Option(
      names = {"-v", "--verbose"},
      scope = CommandLine.ScopeType.INHERIT,
      description = "tells more: once for INFO, twice for DEBUG; failures with stack traces")
  private boolean[] verbosity = {};

  private Main() {}

  /// Runs the program and ends the virtual machine.
  ///
  /// @param args the command line
  public static void main(String[] args) {
    if (List.of(args).equals(List.of(VERSION)) && !mayHavePlugins()) {
      // as picocli does it below, but in half the time: it has to learn all other commands first
      new VersionReport(new PluginFolder()).lines().forEach(IO::println);
    } else {
      StandardOutput.install();
      System.exit(commandLine().execute(args));
    }
  }

  private static boolean mayHavePlugins() {
    String folder = System.getProperty(PLUGINS);
    return folder != null && Files.exists(Path.of(folder));
  }

  static CommandLine commandLine() {
    Main main = new Main();
    CommandLine commandLine = new CommandLine(main);
    VersionReport report = new VersionReport(main.plugins);
    commandLine.getCommandSpec().versionProvider(() -> report.lines().toArray(String[]::new));
    return commandLine
        .setUsageHelpWidth(100)
        .setUsageHelpAutoWidth(true)
        .setExpandAtFiles(false) // '@' multiplies matrices
        .setExecutionStrategy(main::execute)
        .setParameterExceptionHandler((e, _) -> wrongUse(e))
        .setExecutionExceptionHandler((e, command, _) -> main.failure(e, command));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "hello",
      description = "Runs the first page of the source: a neuron and its gradients.")
  void hello() {
    Hello.main();
  }

  @Command(name = "help", description = "Shows the help of a command, as: help train digits")
  void helpOf(
      @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "none for all commands")
          List<String> names) {
    CommandLine command = spec.commandLine();
    for (String name : names == null ? List.<String>of() : names) {
      CommandLine inner = command.getSubcommands().get(name);
      if (inner == null) {
        throw new ParameterException(command, "There is no command '" + name + "'");
      }
      command = inner;
    }
    command.usage(spec.commandLine().getOut());
  }

  private int execute(ParseResult parsed) {
    if (verbosity.length > 0) {
      System.setProperty(LogConfiguration.LEVEL, verbosity.length > 1 ? "DEBUG" : "INFO");
    }
    try {
      loadPlugins(spec.commandLine().getErr());
      return new CommandLine.RunLast().execute(parsed);
    } catch (StackOverflowError | OutOfMemoryError | StandardOutput.ClosedException e) {
      return failure(e, spec.commandLine());
    }
  }

  private void loadPlugins(PrintWriter err) {
    String folder = System.getProperty(PLUGINS);
    if (folder == null) {
      return;
    }
    try {
      plugins.load(Path.of(folder));
    } catch (IOException e) {
      complain(err, "the plug-ins in " + folder + " cannot be read: " + e);
    }
    for (PluginFolder.Refused plugin : plugins.refused()) {
      complain(err, "plug-in " + plugin.jar().getFileName() + " refused: " + plugin.reason());
    }
  }

  private static int wrongUse(ParameterException e) {
    CommandLine command = e.getCommandLine();
    List<String> similar =
        e instanceof CommandLine.UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    String didYouMean =
        similar.isEmpty() ? "" : ", did you mean " + String.join(" or ", similar) + "?";
    String help = command.getCommandSpec().qualifiedName() + " --help";
    complain(command.getErr(), e.getMessage() + didYouMean + " (see " + help + ")");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private int failure(Throwable e, CommandLine command) {
    PrintWriter err = command.getErr();
    if (e instanceof StandardOutput.ClosedException closed) {
      if (!closed.isQuiet()) {
        complain(err, e.getMessage());
      }
      return closed.exitCode();
    }
    if (e instanceof ExpressionException expression) {
      complain(err, e.getMessage());
      err.println(expression.pointer());
      return command.getCommandSpec().exitCodeOnInvalidInput();
    }
    if (e instanceof InvalidInputException) {
      complain(err, e.getMessage());
      printTrace(e, err);
      return command.getCommandSpec().exitCodeOnInvalidInput();
    }
    complain(err, e + (verbosity.length > 0 ? "" : " (-v shows where)"));
    printTrace(e, err);
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  /// In one line, though the message may quote a file that has anything in it.
  private static void complain(PrintWriter err, String message) {
    String line = message.strip().replaceAll("\\s*\\R\\s*", " ");
    err.println("hypergrad: " + TerminalText.of(line).text());
  }

  private void printTrace(Throwable e, PrintWriter err) {
    if (verbosity.length > 0) {
      e.printStackTrace(err);
    }
  }
}
