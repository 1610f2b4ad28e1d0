package org.exoattribution.analysis.search;

/** A search that would take more work than its bound allows; it was not begun. */
public final class SearchTooLargeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** What two processors got through where 100 or 300 tenants share a gateway. */
  private static final long CONNECTIONS_A_MINUTE = 3_000_000;

  SearchTooLargeException(long size, int sources, String largest, int tenants, long limit) {
    super(
        ("the search would try %,d connections, which takes %s on two processors (%,d"
                + " sources, the largest %s with %,d tenants): expected at most %,d; narrow it with"
                + " --tenant, --sender or --address, or raise --limit")
            .formatted(size, time(size), sources, largest, tenants, limit));
  }

  private static String time(long size) {
    long minutes = size / CONNECTIONS_A_MINUTE;
    if (minutes < 2) {
      return minutes == 0 ? "less than a minute" : "about a minute";
    }
    if (minutes < 120) {
      return "about " + minutes + " minutes";
    }
    long hours = minutes / 60;
    return hours < 48 ? "about " + hours + " hours" : "about %,d days".formatted(hours / 24);
  }
}
