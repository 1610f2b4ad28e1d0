package org.exoattribution.analysis.search;

/** A search that would take more work than its bound allows; it was not begun. */
public final class SearchTooLargeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  SearchTooLargeException(long senders, long recipients, long sources, double steps, long limit) {
    super(
        ("the search would take about %.1e steps (%,d senders, %,d recipients, %,d certificates"
                + " and addresses): expected at most %.1e; narrow it by tenants, senders or"
                + " addresses")
            .formatted(steps, senders, recipients, sources, (double) limit));
  }
}
