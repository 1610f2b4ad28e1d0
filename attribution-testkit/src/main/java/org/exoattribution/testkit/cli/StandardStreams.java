package org.exoattribution.testkit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.exoattribution.testkit.render.Palette;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** The process's own streams: UTF-8 whatever the platform's charset, and buffered. */
final class StandardStreams {
  private static final int BUFFER = 1 << 16;

  private final FailureRecorder output =
      new FailureRecorder(new FileOutputStream(FileDescriptor.out));
  private final Terminal terminal;

  StandardStreams() {
    boolean outIsTerminal = isTerminal(1);
    terminal =
        new Terminal(
            System.in,
            new PrintWriter(new BufferedOutputStream(output, BUFFER), false, UTF_8),
            new PrintWriter(new FileOutputStream(FileDescriptor.err), true, UTF_8),
            outIsTerminal && wantsColour() ? Palette.ANSI : Palette.NONE,
            isTerminal(2) && !outIsTerminal,
            Clock.systemUTC());
  }

  Terminal terminal() {
    return terminal;
  }

  /**
   * Why standard output could not be written; empty if it could, or if its reader has gone, as
   * {@code head} does when it has enough.
   */
  Optional<String> failure() {
    terminal.out().flush();
    IOException failure = output.failure;
    if (failure == null) {
      return Optional.empty();
    }
    String message = String.valueOf(failure.getMessage());
    return message.toLowerCase(Locale.ROOT).contains("pipe")
        ? Optional.empty()
        : Optional.of(message);
  }

  /** The convention of no-color.org: present and not empty. */
  private static boolean wantsColour() {
    String noColor = System.getenv("NO_COLOR");
    return (noColor == null || noColor.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
  }

  /**
   * Java tells only whether input and output are both a terminal; Linux tells about each, which
   * matters for {@code attribution resolve - < file}.
   */
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    if (Files.exists(link)) {
      try {
        String target = link.toRealPath().toString();
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
      } catch (IOException e) {
        return false;
      }
    }
    return Ansi.AUTO.enabled();
  }

  /** Remembers the first failure, which PrintWriter only admits to. */
  private static final class FailureRecorder extends OutputStream {
    private final OutputStream target;
    private @Nullable IOException failure;

    FailureRecorder(OutputStream target) {
      this.target = target;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (failure != null) {
        throw failure;
      }
      try {
        target.write(bytes, offset, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }
}
