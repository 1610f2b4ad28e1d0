package org.exoattribution.engine.index;

import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Tenant;

/**
 * What the incoming stage asks about every receiving tenant, in a byte: among a million tenants, a
 * step into memory to the tenant itself costs as much as the rest of the stage.
 */
final class Receiver {
  private static final int HAS_PARTNERS = 1;
  private static final int MAIL_ENABLED = 1 << 1;
  private static final int REJECTS_DIRECT_SEND = 1 << 2;

  private Receiver() {}

  static byte of(Tenant tenant) {
    boolean partners =
        tenant.inboundConnectors().stream().anyMatch(PartnerConnector.class::isInstance);
    return (byte)
        ((partners ? HAS_PARTNERS : 0)
            | (tenant.mailEnabled() ? MAIL_ENABLED : 0)
            | (tenant.rejectDirectSend() ? REJECTS_DIRECT_SEND : 0));
  }

  static boolean hasPartners(byte receiver) {
    return (receiver & HAS_PARTNERS) != 0;
  }

  static boolean mailEnabled(byte receiver) {
    return (receiver & MAIL_ENABLED) != 0;
  }

  static boolean rejectsDirectSend(byte receiver) {
    return (receiver & REJECTS_DIRECT_SEND) != 0;
  }
}
