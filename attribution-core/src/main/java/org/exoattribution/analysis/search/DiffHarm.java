package org.exoattribution.analysis.search;

import org.exoattribution.model.AttributionOutcome;

/** What a change of an attribution means, the most harmful first. */
public enum DiffHarm {
  /** Accepted before, refused after. */
  NEWLY_REFUSED(true, "newly refused"),

  /**
   * Originating to a tenant that it was not attributed to before; from nothing, if another tenant
   * owns the MAIL FROM domain.
   */
  NEWLY_CAPTURED(true, "newly captured by another tenant"),

  /** Incoming to one tenant before, Incoming to another after. */
  REDIRECTED(true, "delivered to another tenant"),

  /** Originating before, Incoming to another tenant after. */
  RELEASED(false, "no longer captured"),

  /** Attributed to the same tenant, but through another connector, or in another way. */
  MOVED(false, "moved to another connector, stage or basis"),

  /** Refused before, accepted after. */
  NEWLY_ACCEPTED(false, "newly accepted"),

  /** Refused before and after, for another reason or by another tenant. */
  REFUSED_OTHERWISE(false, "refused for another reason");

  private final boolean error;
  private final String words;

  DiffHarm(boolean error, String words) {
    this.error = error;
    this.words = words;
  }

  /** Whether mail is lost or goes astray by it. */
  public boolean isError() {
    return error;
  }

  /** The change in a few words. */
  public String words() {
    return words;
  }

  /**
   * What it means that this becomes that.
   *
   * @param foreignSender whether a tenant other than the one after owns the MAIL FROM domain
   */
  static DiffHarm of(AttributionOutcome before, AttributionOutcome after, boolean foreignSender) {
    if (before.isRejected()) {
      if (after.isRejected()) {
        return REFUSED_OTHERWISE;
      }
      return after.isOriginating() && foreignSender ? NEWLY_CAPTURED : NEWLY_ACCEPTED;
    }
    if (after.isRejected()) {
      return NEWLY_REFUSED;
    }
    if (before.tenant().equals(after.tenant())) {
      return MOVED;
    }
    if (after.isOriginating()) {
      return NEWLY_CAPTURED;
    }
    return before.isOriginating() ? RELEASED : REDIRECTED;
  }
}
