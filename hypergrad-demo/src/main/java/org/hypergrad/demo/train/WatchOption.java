package org.hypergrad.demo.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import org.hypergrad.board.live.LivePage;
import org.hypergrad.demo.InvalidInputException;
import org.hypergrad.nn.train.TrainingControl;
import picocli.CommandLine.Option;

/// `--watch`: shows the training in the browser while it runs.
final class WatchOption {
  private static final String USUAL = "-1";

  @Option(
      names = "--watch",
      paramLabel = "PORT",
      arity = "0..1",
      fallbackValue = USUAL,
      description =
          "shows the training in the browser while it runs, at an address that is printed; with"
              + " --watch=PORT at that port of this machine")
  private Integer port;

  /// Opens the page, if there is to be one, and prints where it is.
  ///
  /// @throws InvalidInputException if the port is taken, or none
  Watching open(String title, TrainingControl control, PrintWriter out) {
    if (port == null) {
      return Watching.NOBODY;
    }
    try {
      LivePage page =
          port == Integer.parseInt(USUAL) ? LivePage.open(control) : LivePage.open(control, port);
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
