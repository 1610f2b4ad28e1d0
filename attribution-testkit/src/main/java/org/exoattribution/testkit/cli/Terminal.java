package org.exoattribution.testkit.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import org.exoattribution.testkit.render.Palette;

/**
 * What a command sees of the world: its streams, what they can show, and the time. Tests hand over
 * their own.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param palette the colours of standard output
 * @param showsProgress whether long work says on standard error how far it is
 * @param clock what time it is, for what is judged now by default
 */
record Terminal(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    Palette palette,
    boolean showsProgress,
    Clock clock) {
  /** How standard input is named in messages. */
  static final String STANDARD_INPUT = "standard input";
}
