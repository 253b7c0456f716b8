package org.hypergrad.nn.train;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.LongSupplier;

/// Shows how a training goes: on a terminal a line for the current epoch, drawn again up to ten
/// times a second; elsewhere a line for each epoch when it is over.
///
/// ```text
/// epoch 3/20 ████████████░░░░░░░░ 57/94 8521 samples/s eta 0:04 loss 0.3412 accuracy 0.8913
/// ```
public final class Progress implements TrainingListener {
  private static final long REDRAW_NANOS = 100_000_000;
  private static final double NANOS = 1e9;
  private static final String GREEN = "\u001b[32m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintWriter out;
  private final Terminal terminal;
  private final LongSupplier nanoTime;
  private long epochBegan;
  private int batchesBefore;
  private long samplesBefore;
  private long drawn;
  private int drawnLength;

  /// Shows it on `out`, as what that is allows.
  public Progress(PrintStream out) {
    this(new PrintWriter(out, true, out.charset()), Terminal.of(out), System::nanoTime);
  }

  /// Shows it on `out`.
  ///
  /// @param terminal what `out` can do
  /// @param nanoTime a clock, as [System#nanoTime]
  public Progress(PrintWriter out, Terminal terminal, LongSupplier nanoTime) {
    this.out = out;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
  }

  @Override
  public void epochStarted(Training training) {
    epochBegan = nanoTime.getAsLong();
    batchesBefore = training.batch(); // not 0 after a checkpoint inside of the epoch
    samplesBefore = training.samples();
    drawn = epochBegan - REDRAW_NANOS;
  }

  @Override
  public void batchEnded(Training training) {
    long now = nanoTime.getAsLong();
    if (terminal.interactive() && now - drawn >= REDRAW_NANOS) {
      drawn = now;
      draw(training, speed(training, now) + values(training.values()));
    }
  }

  /// ` 8521 samples/s eta 0:04`
  private String speed(Training training, long now) {
    double seconds = Math.max(now - epochBegan, 1) / NANOS;
    int batches = training.batch() - batchesBefore;
    double left = seconds / batches * (training.batches() - training.batch());
    double rate = (training.samples() - samplesBefore) / seconds;
    return String.format(Locale.ROOT, " %.0f samples/s eta %s", rate, clock(left));
  }

  @Override
  public void epochEnded(Training training) {
    double seconds = (nanoTime.getAsLong() - epochBegan) / NANOS;
    String values = values(training.history().last().values());
    print(heading(training) + values + String.format(Locale.ROOT, " (%.1f s)", seconds), "");
    endLine();
  }

  @Override
  public void trainingEnded(Training training) {
    if (drawnLength > 0) {
      endLine();
    }
    if (training.status() == TrainingStatus.STOPPED_EARLY) {
      int best = training.bestEpoch();
      String name = training.monitor().name();
      double value = training.history().epochs().get(best - 1).value(name);
      out.println(
          "No gain since epoch " + best + " (" + name + " " + number(value) + "): stopped.");
    } else if (training.status() == TrainingStatus.STOPPED) {
      out.println("Stopped in epoch " + training.epoch() + ".");
    }
  }

  /// Draws the line of the current epoch, with as much of a bar as there is room for.
  private void draw(Training training, String right) {
    String left = heading(training) + " ";
    String count = training.batch() + "/" + training.batches();
    int width = terminal.width() - 1; // a full line would move the cursor to the next one
    int room = width - (left + " " + count + right).length();
    String bar =
        new ProgressBar(training.batch(), training.batches()).draw(room, terminal.unicode());
    String line = left + (bar.isEmpty() ? "" : bar + " ") + count + right;
    print(line.substring(0, Math.min(line.length(), width)), bar);
  }

  /// Puts a line in the place of the one that was drawn, with a part of it in colour.
  private void print(String line, String coloured) {
    String blank = " ".repeat(Math.max(0, drawnLength - line.length()));
    boolean plain = coloured.isEmpty() || !terminal.colour();
    String shown = plain ? line : line.replace(coloured, GREEN + coloured + PLAIN);
    out.print((terminal.interactive() ? "\r" : "") + shown + blank);
    out.flush();
    drawnLength = line.length();
  }

  private void endLine() {
    out.println();
    drawnLength = 0;
  }

  private static String heading(Training training) {
    return "epoch " + training.epoch() + "/" + training.epochs();
  }

  /// ` loss 0.3412 accuracy 0.8913`
  private static String values(Map<String, Double> values) {
    StringJoiner joiner = new StringJoiner(" ", " ", "");
    values.forEach((name, value) -> joiner.add(name + " " + number(value)));
    return joiner.toString();
  }

  private static String number(double value) {
    boolean small = value != 0 && Math.abs(value) < 1e-3;
    return String.format(Locale.ROOT, small ? "%.2e" : "%.4f", value);
  }

  /// `0:04`, `1:02:03`
  private static String clock(double seconds) {
    Duration time = Duration.ofSeconds(Math.round(seconds));
    return time.toHours() > 0
        ? String.format("%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : String.format("%d:%02d", time.toMinutes(), time.toSecondsPart());
  }
}
