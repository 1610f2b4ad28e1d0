package org.exoattribution.testkit.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.exoattribution.testkit.render.Palette;

/** One run of the command line with streams of its own, and what came of it. */
public record CommandRun(int status, String out, String err) {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);

  public static CommandRun of(Object... args) {
    return withInput("", args);
  }

  static CommandRun withInput(String input, Object... args) {
    return run(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), Palette.NONE, args);
  }

  static CommandRun run(InputStream in, Palette palette, Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(in, new PrintWriter(out), new PrintWriter(err), palette, false, CLOCK);
    String[] texts = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      texts[i] = args[i].toString();
    }
    int status = Main.run(terminal, texts);
    return new CommandRun(status, out.toString(), err.toString());
  }
}
