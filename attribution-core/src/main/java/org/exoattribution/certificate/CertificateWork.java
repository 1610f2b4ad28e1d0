package org.exoattribution.certificate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The work that one evaluation may do, whatever a stranger presents: over reading, signatures,
 * paths, name constraints, policies and status together. It is counted in steps, not in time, so
 * that a certificate gets the same verdict on every machine; a step is what takes about ten
 * nanoseconds, so that all of them take half a second. A chain in earnest, with its lists, needs a
 * few hundredths of that. Past it the certificate is refused, under whatever readings, unless a
 * valid path and its status were known before.
 */
final class CertificateWork {
  static final long MOST_STEPS = 50_000_000;

  /** On what work is spent. */
  enum Kind {
    READING("reading certificates"),
    SIGNATURES("signatures"),
    PATHS("paths"),
    NAME_CONSTRAINTS("name constraints"),
    POLICIES("certificate policies"),
    STATUS("CRLs and OCSP responses");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  private final Map<Kind, Long> spent = new EnumMap<>(Kind.class);
  private long left = MOST_STEPS;
  private @Nullable String excess;

  /**
   * Takes note of work before it is done.
   *
   * @throws TooMuchException if there is no budget left for it, then and from then on
   */
  void spend(Kind kind, long steps) {
    if (excess == null) {
      spent.merge(kind, Math.min(steps, MOST_STEPS + 1), Long::sum);
      left -= Math.min(steps, MOST_STEPS + 1);
      if (left < 0) {
        excess = "gave up: too much work for one certificate, most of it " + most().words;
      }
    }
    if (excess != null) {
      throw new TooMuchException(excess);
    }
  }

  /** The work of going through bytes. */
  void spendOnBytes(Kind kind, long bytes) {
    spend(kind, bytes / 2);
  }

  /** What was too much; empty if nothing was. */
  Optional<String> excess() {
    return Optional.ofNullable(excess);
  }

  private Kind most() {
    return Collections.max(spent.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  /** The budget is spent. Whoever catches it with other exceptions meets it again at once. */
  static final class TooMuchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuchException(String message) {
      super(message, null, false, false);
    }
  }
}
