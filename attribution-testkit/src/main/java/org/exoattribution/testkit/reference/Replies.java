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
          reply(relayRefusal, "550 5.7.64 TenantAttribution; Relay Access Denied");
      case DOMAIN_NOT_ACCEPTED ->
          reply(
              relayRefusal,
              "550 5.7.64 Relay Access Denied ATTR36. For more details please refer to"
                  + " https://support.microsoft.com/kb/3169958");
      case PARTNER_RESTRICTION ->
          reply(
              Phase.RCPT_TO,
              "550 5.7.51 TenantInboundAttribution; There is a partner connector configured that"
                  + " matched the message's recipient domain. The connector had either the"
                  + " RestrictDomainsToIPAddresses or RestrictDomainsToCertificate set");
      case DIRECT_SEND ->
          reply(
              Phase.END_OF_DATA,
              "550 5.7.68 TenantInboundAttribution; Direct Send not allowed for this organization"
                  + " from unauthorized sources");
      case TLS_REQUIRED ->
          reply(
              Phase.RCPT_TO,
              "454 4.7.0 Failed to establish appropriate TLS channel: Access Denied");
      case WRONG_FOREST ->
          reply(
              Phase.RCPT_TO,
              "451 4.4.62 Mail sent to the wrong Office 365 region. ATTR35. For more information"
                  + " please go to https://go.microsoft.com/fwlink/?linkid=865268");
      case NO_MAIL_SUBSCRIPTION ->
          reply(
              Phase.RCPT_TO,
              "451 4.4.4 Mail received as unauthenticated, incoming to a recipient domain"
                  + " configured in a hosted tenant which has no mail-enabled subscriptions."
                  + " ATTR5");
      case RECIPIENT_DOMAIN_DIFFERS ->
          reply(
              Phase.RCPT_TO,
              "451 4.4.5 Address domain different from previous accepted address. All recipients"
                  + " must be on the same domain ATTR46");
      case CERTIFICATE_REFUSED -> certificateRefused("UntrustedRoot");
    };
  }

  /** The reply to a certificate outside its validity period (PKI-2). */
  static SmtpReply toCertificateExpired() {
    return certificateRefused("ATTR41: CertificateExpired");
  }

  private static SmtpReply certificateRefused(String reason) {
    return reply(
        Phase.RCPT_TO,
        "454 4.7.0 Failed to establish appropriate TLS channel: " + reason + ": Access Denied");
  }

  private static SmtpReply reply(Phase phase, String line) {
    String[] parts = line.split(" ", 3);
    return new SmtpReply(Integer.parseInt(parts[0]), parts[1], parts[2], phase);
  }
}
