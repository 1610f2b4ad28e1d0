package org.exoattribution.engine.stage;

import org.exoattribution.model.Readings;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SmtpReply;
import org.exoattribution.model.SmtpReply.Phase;

/** The replies of the service (section 8 of the rules), without host, time and id. */
final class Replies {
  private static final SmtpReply NO_CONNECTOR_MATCHED =
      new SmtpReply(550, "5.7.64", "TenantAttribution; Relay Access Denied", Phase.END_OF_DATA);

  private static final SmtpReply DOMAIN_NOT_ACCEPTED =
      new SmtpReply(
          550,
          "5.7.64",
          "Relay Access Denied ATTR36. For more details please refer to"
              + " https://support.microsoft.com/kb/3169958",
          Phase.END_OF_DATA);

  private static final SmtpReply PARTNER_RESTRICTION =
      new SmtpReply(
          550,
          "5.7.51",
          "TenantInboundAttribution; There is a partner connector configured that matched the"
              + " message's recipient domain. The connector had either the"
              + " RestrictDomainsToIPAddresses or RestrictDomainsToCertificate set",
          Phase.RCPT_TO);

  private static final SmtpReply DIRECT_SEND =
      new SmtpReply(
          550,
          "5.7.68",
          "TenantInboundAttribution; Direct Send not allowed for this organization from"
              + " unauthorized sources",
          Phase.END_OF_DATA);

  private static final SmtpReply TLS_REQUIRED = noChannel("");

  private static final SmtpReply WRONG_FOREST =
      new SmtpReply(
          451,
          "4.4.62",
          "Mail sent to the wrong Office 365 region. ATTR35. For more information please go to"
              + " https://go.microsoft.com/fwlink/?linkid=865268",
          Phase.RCPT_TO);

  private static final SmtpReply NO_MAIL_SUBSCRIPTION =
      new SmtpReply(
          451,
          "4.4.4",
          "Mail received as unauthenticated, incoming to a recipient domain configured in a hosted"
              + " tenant which has no mail-enabled subscriptions. ATTR5",
          Phase.RCPT_TO);

  private static final SmtpReply RECIPIENT_DOMAIN_DIFFERS =
      new SmtpReply(
          451,
          "4.4.5",
          "Address domain different from previous accepted address. All recipients must be on the"
              + " same domain ATTR46",
          Phase.RCPT_TO);

  private static final SmtpReply UNTRUSTED_ROOT = noChannel("UntrustedRoot: ");
  private static final SmtpReply EXPIRED = noChannel("ATTR41: CertificateExpired: ");

  private Replies() {}

  private static SmtpReply noChannel(String cause) {
    return new SmtpReply(
        454,
        "4.7.0",
        "Failed to establish appropriate TLS channel: " + cause + "Access Denied",
        Phase.RCPT_TO);
  }

  /** The reply for a reason; CERTIFICATE_REFUSED also depends on the failed test. */
  static SmtpReply of(RejectionReason reason, Readings readings) {
    return switch (reason) {
      case NO_CONNECTOR_MATCHED -> ofRelay(NO_CONNECTOR_MATCHED, readings);
      case DOMAIN_NOT_ACCEPTED -> ofRelay(DOMAIN_NOT_ACCEPTED, readings);
      case PARTNER_RESTRICTION -> PARTNER_RESTRICTION;
      case DIRECT_SEND -> DIRECT_SEND;
      case TLS_REQUIRED -> TLS_REQUIRED;
      case WRONG_FOREST -> WRONG_FOREST;
      case NO_MAIL_SUBSCRIPTION -> NO_MAIL_SUBSCRIPTION;
      case RECIPIENT_DOMAIN_DIFFERS -> RECIPIENT_DOMAIN_DIFFERS;
      case CERTIFICATE_REFUSED -> UNTRUSTED_ROOT;
    };
  }

  /** Whether reading relayRefusal says when the reply comes. */
  static boolean isOfRelay(RejectionReason reason) {
    return reason == RejectionReason.NO_CONNECTOR_MATCHED
        || reason == RejectionReason.DOMAIN_NOT_ACCEPTED;
  }

  private static SmtpReply ofRelay(SmtpReply reply, Readings readings) {
    return readings.relayRefusal() == Readings.RelayRefusal.DATA ? reply : reply.at(Phase.RCPT_TO);
  }

  /** Two causes are published: a certificate out of date, and everything else about its trust. */
  static SmtpReply certificateRefused(RuleId failedTest) {
    return failedTest == RuleId.PKI_2 ? EXPIRED : UNTRUSTED_ROOT;
  }
}
