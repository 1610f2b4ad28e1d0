package org.exoattribution.testkit.cli;

import java.util.Locale;
import org.exoattribution.testkit.render.finding.Findings;

/** How commands print, as the option {@code --format} names it. */
final class Formats {
  private Formats() {}

  /** Of what is judged one by one. */
  enum Judged {
    /** Blocks for people. */
    TEXT,
    /** One JSON object a line. */
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Of results. */
  enum Result {
    /** Blocks for people. */
    TEXT,
    /** One JSON object a line. */
    JSON,
    /** One flowchart a recipient, in the language of Mermaid. */
    MERMAID;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Of what the linter or a search found. */
  enum Found {
    /** Blocks for people. */
    TEXT,
    /** One JSON object a line. */
    JSON,
    /** A log for code-hosting services. */
    SARIF;

    void print(Findings findings, Terminal terminal) {
      switch (this) {
        case TEXT -> terminal.out().print(findings.text(terminal.palette()));
        case JSON -> findings.lines().forEach(terminal.out()::print);
        case SARIF -> terminal.out().print(findings.sarif());
      }
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
