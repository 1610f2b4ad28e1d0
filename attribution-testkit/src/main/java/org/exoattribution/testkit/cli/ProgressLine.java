package org.exoattribution.testkit.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.exoattribution.analysis.search.SearchProgress;

/**
 * Says about once a second, on one line that is written over, how far long work is. A library for
 * this would bring another for the terminal.
 */
final class ProgressLine implements AutoCloseable {
  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintWriter err;
  private final boolean shown;
  private final LongSupplier nanoTime;
  private long lastShown;
  private boolean isDirty;

  /** On standard error, if it shows any. */
  ProgressLine(Terminal terminal) {
    this(terminal.err(), terminal.showsProgress(), System::nanoTime);
  }

  /**
   * @param shown whether it is to be shown
   * @param nanoTime as {@link System#nanoTime}
   */
  ProgressLine(PrintWriter err, boolean shown, LongSupplier nanoTime) {
    this.err = err;
    this.shown = shown;
    this.nanoTime = nanoTime;
    this.lastShown = nanoTime.getAsLong();
  }

  /** Says this, if it is time. */
  synchronized void show(Supplier<String> text) {
    long now = nanoTime.getAsLong();
    if (shown && now - lastShown >= TimeUnit.SECONDS.toNanos(1)) {
      lastShown = now;
      print(text.get());
      isDirty = true;
    }
  }

  /** Of a search. */
  SearchProgress ofSearch() {
    return (done, all) -> {
      show(() -> "searched " + 100 * done / all + " %");
      return true;
    };
  }

  private void print(String text) {
    err.print(CLEAR_LINE + text);
    err.flush();
  }

  @Override
  public synchronized void close() {
    if (isDirty) {
      print("");
    }
  }
}
