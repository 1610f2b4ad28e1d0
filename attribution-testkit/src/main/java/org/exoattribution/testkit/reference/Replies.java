package org.exoattribution.testkit.reference;

import org.exoattribution.model.Readings;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.SmtpReply;
import org.exoattribution.model.SmtpReply.Phase;

/** Section 8: what the server replies. */
final class Replies {
  private Replies() {}

  static SmtpReply to(RejectionReason reason, Readings readings) {
    Phase relayRefusal =
        switch (readings.relayRefusal()) {
          case DATA -> Phase.END_OF_DATA;
          case RCPT -> Phase.RCPT_TO;
        };
    return switch (reason) {
      case NO_CONNECTOR_MATCHED ->
          new SmtpReply(550, "5.7.64", "TenantAttribution; Relay Access Denied", relayRefusal);
      case DOMAIN_NOT_ACCEPTED ->
          new SmtpReply(
              550,
              "5.7.64",
              "Relay Access Denied ATTR36. For more details please refer to"
                  + " https://support.microsoft.com/kb/3169958",
              relayRefusal);
      case PARTNER_RESTRICTION ->
          new SmtpReply(
              550,
              "5.7.51",
              "TenantInboundAttribution; There is a partner connector configured that matched the"
                  + " message's recipient domain. The connector had either the"
                  + " RestrictDomainsToIPAddresses or RestrictDomainsToCertificate set",
              Phase.RCPT_TO);
      case DIRECT_SEND ->
          new SmtpReply(
              550,
              "5.7.68",
              "TenantInboundAttribution; Direct Send not allowed for this organization from"
                  + " unauthorized sources",
              Phase.END_OF_DATA);
      case TLS_REQUIRED ->
          new SmtpReply(
              454,
              "4.7.0",
              "Failed to establish appropriate TLS channel: Access Denied",
              Phase.RCPT_TO);
      case WRONG_FOREST ->
          new SmtpReply(
              451,
              "4.4.62",
              "Mail sent to the wrong Office 365 region. ATTR35. For more information please go to"
                  + " https://go.microsoft.com/fwlink/?linkid=865268",
              Phase.RCPT_TO);
      case NO_MAIL_SUBSCRIPTION ->
          new SmtpReply(
              451,
              "4.4.4",
              "Mail received as unauthenticated, incoming to a recipient domain configured in a"
                  + " hosted tenant which has no mail-enabled subscriptions. ATTR5",
              Phase.RCPT_TO);
      case RECIPIENT_DOMAIN_DIFFERS ->
          new SmtpReply(
              451,
              "4.4.5",
              "Address domain different from previous accepted address. All recipients must be on"
                  + " the same domain ATTR46",
              Phase.RCPT_TO);
      case CERTIFICATE_REFUSED -> certificateRefused("UntrustedRoot");
    };
  }

  /** The reply to a certificate outside its validity period (PKI-2). */
  static SmtpReply toCertificateExpired() {
    return certificateRefused("ATTR41: CertificateExpired");
  }

  private static SmtpReply certificateRefused(String reason) {
    return new SmtpReply(
        454,
        "4.7.0",
        "Failed to establish appropriate TLS channel: " + reason + ": Access Denied",
        Phase.RCPT_TO);
  }
}
