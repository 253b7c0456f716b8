package org.hypergrad.demo.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.util.Map;
import java.util.Stack;
import org.hypergrad.board.live.LivePage;
import org.hypergrad.demo.InvalidInputException;
import org.hypergrad.nn.train.TrainingControl;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// `--watch`: shows the training in the browser while it runs.
final class WatchOption {
  private static final String USUAL = "usual";

  @Option(
      names = "--watch",
      paramLabel = "PORT",
      arity = "0..1",
      fallbackValue = USUAL,
      preprocessor = PortIfNumber.class,
      description =
          "shows the training in the browser while it runs, at an address that is printed; with a"
              + " PORT, as --watch=8500, at that port of this machine")
  private String port;

  /// Leaves what follows the option to others, if it is no number: in `--watch table.csv` it is no
  /// port.
  static final class PortIfNumber implements IParameterPreprocessor {
    PortIfNumber() {}

    @Override
    public boolean preprocess(
        Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> info) {
      boolean isAttached = !info.get("separator").equals(" ");
      if (!isAttached && (arguments.isEmpty() || !arguments.peek().matches("\\d+"))) {
        arguments.push(USUAL);
      }
      return false; // it goes on as usual
    }
  }

  /// Opens the page, if there is to be one, and prints where it is.
  ///
  /// @throws InvalidInputException if the port is taken, or none
  Watching open(String title, TrainingControl control, PrintWriter out) {
    if (port == null) {
      return Watching.NOBODY;
    }
    try {
      LivePage page =
          port.equals(USUAL)
              ? LivePage.open(control)
              : LivePage.open(control, Integer.parseInt(port));
      out.println("Watch it at " + page.address());
      out.println();
      return new Watching(page.titled(title), out);
    } catch (BindException e) {
      throw new InvalidInputException("--watch: the port " + port + " is taken", e);
    } catch (IOException e) {
      throw new InvalidInputException("--watch: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("--watch: a port is a number from 0 to 65535", e);
    }
  }
}
