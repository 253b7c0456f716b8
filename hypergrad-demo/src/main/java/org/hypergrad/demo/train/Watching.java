package org.hypergrad.demo.train;

import java.io.PrintWriter;
import java.util.Optional;
import org.hypergrad.board.live.LivePage;
import org.hypergrad.nn.train.Terminal;

/// The page of a training, if it has one.
///
/// @param live the page; null if nobody watches
record Watching(LivePage live, PrintWriter out) implements AutoCloseable {
  /// No page.
  static final Watching NOBODY = new Watching(null, null);

  Optional<LivePage> page() {
    return Optional.ofNullable(live);
  }

  /// Lets a person at a terminal look as long as they like, who might not even have opened the page
  /// yet; nobody else is waited for but the browsers that are to get the last of it.
  void linger() {
    if (live != null && Terminal.current().interactive()) {
      out.println();
      out.print("The page is still at " + live.address() + "; Enter ends the program. ");
      out.flush();
      System.console().readLine();
    }
  }

  /// Nobody is served any more.
  @Override
  public void close() {
    page().ifPresent(LivePage::close);
  }
}
