package org.exoattribution.analysis.search;

import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one certificate, or one address, does in one directory: the outcome that it brings about for
 * a sender and a recipient on its own, or else what of it still counts in later stages.
 */
final class AtomSource {
  private static final int LOCAL_BITS = 14;
  private static final int PASSED_BITS = 16;

  /** The most that {@link #behaviour} can tell apart for a tenant, and among what passed on. */
  static final int LOCAL_LIMIT = 1 << LOCAL_BITS;

  static final int PASSED_LIMIT = 1 << PASSED_BITS;

  /** How its connectors see the senders, and the recipients. */
  private final AtomViews senders;

  private final AtomViews recipients;

  /**
   * By view of sender and recipient: the number of an outcome, or if negative, a number that tells
   * apart what an unowned recipient sees of it.
   */
  private final int[] codes;

  /** The tenants with a connector that it matches; for each, which ones and how closely. */
  private final int[] localTenants;

  private final int[] locals;
  private final boolean tls;

  AtomSource(
      AtomViews senders,
      AtomViews recipients,
      int[] codes,
      int[] localTenants,
      int[] locals,
      boolean tls) {
    this.senders = senders;
    this.recipients = recipients;
    this.codes = codes;
    this.localTenants = localTenants;
    this.locals = locals;
    this.tls = tls;
  }

  /**
   * What it does for a sender and a recipient: the number of an outcome that it brings about
   * whatever else the connection has, or a negative number that is the same for sources that later
   * stages cannot tell apart.
   *
   * @param receiver the recipient's tenant
   */
  int behaviour(int sender, int recipient, int receiver) {
    int code = codes[senders.of(sender) * recipients.size() + recipients.of(recipient)];
    if (code >= 0) {
      return code;
    }
    int passed = (-1 - code) << (LOCAL_BITS + 1) | local(receiver) << 1 | (tls ? 1 : 0);
    return -1 - passed;
  }

  /** Equal for sources that behave alike for every sender and recipient. */
  Object kind() {
    boolean decides = Arrays.stream(codes).allMatch(code -> code >= 0);
    if (decides && Arrays.stream(codes).distinct().count() == 1) {
      return codes[0];
    }
    List<Object> kind = new ArrayList<>(List.of(senders, recipients, Ints.asList(codes)));
    if (!decides) {
      kind.addAll(List.of(Ints.asList(localTenants), Ints.asList(locals), tls));
    }
    return kind;
  }

  private int local(int tenant) {
    for (int i = 0; i < localTenants.length; i++) {
      if (localTenants[i] == tenant) {
        return locals[i];
      }
    }
    return 0;
  }
}
