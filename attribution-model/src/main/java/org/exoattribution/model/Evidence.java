package org.exoattribution.model;

/** How well a rule is known, strongest first. */
public enum Evidence {
  /** Microsoft documentation or a Microsoft employee's published answer. */
  DOCUMENTED,
  /** Seen by vendors or administrators, and published. */
  OBSERVED,
  /** No source decides it; the simulator makes a stated choice. */
  ASSUMED;

  /** The weaker of the two. */
  public Evidence weaker(Evidence other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
