package org.exoattribution.engine;

import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleId;

/** The conditions of Partner connectors. */
final class PartnerConditions {

  /** IN-3. */
  static final Condition<Candidate<PartnerConnector>> SENDER_DOMAINS =
      new Condition<>(
          "SenderDomains",
          RuleId.IN_3,
          (r, c) -> true,
          (r, c) -> c.connector().covers(r.connection.mailFrom()),
          (r, c) ->
              c.connector().senderDomains().isEmpty()
                  ? "SenderDomains, which are empty and cover no sender"
                  : "a MAIL FROM domain that "
                      + Words.list(c.connector().senderDomains())
                      + " covers",
          (r, c) -> "MAIL FROM " + Words.mailFrom(r));

  /** IN-4, RestrictDomainsToIPAddresses. */
  static final Condition<Candidate<PartnerConnector>> RESTRICTION_TO_ADDRESSES =
      new Condition<>(
          "RestrictDomainsToIPAddresses",
          RuleId.IN_4,
          (r, c) ->
              c.connector().restrictDomainsToIpAddresses()
                  && !certificateIsEnough(r, c.connector()),
          (r, c) -> Conditions.longestPrefix(r, c.connector()) >= 0,
          (r, c) -> Words.wantedAddress(c.connector()),
          (r, c) -> Words.address(r, c.connector()));

  /** IN-4, RestrictDomainsToCertificate. */
  static final Condition<Candidate<PartnerConnector>> RESTRICTION_TO_CERTIFICATE =
      new Condition<>(
          "RestrictDomainsToCertificate",
          RuleId.IN_4,
          (r, c) ->
              c.connector().restrictDomainsToCertificate() && !addressIsEnough(r, c.connector()),
          (r, c) -> Conditions.matchesCertificate(r, c.connector()),
          (r, c) -> Words.wantedCertificate(c.connector()),
          (r, c) -> Words.certificate(r, c.connector()));

  /** IN-6. */
  static final Condition<Candidate<PartnerConnector>> TLS =
      new Condition<>(
          "RequireTls",
          RuleId.IN_6,
          (r, c) -> c.connector().requireTls(),
          (r, c) -> r.tls(),
          (r, c) -> "a TLS session",
          (r, c) -> r.tls() ? "a TLS session" : "a plaintext session");

  private PartnerConditions() {}

  /** Whether the certificate is enough for a connector that restricts to addresses as well. */
  private static boolean certificateIsEnough(Resolution r, PartnerConnector connector) {
    return eitherIsEnough(r, connector)
        && Conditions.matchesCertificate(r, connector)
        && Conditions.longestPrefix(r, connector) < 0;
  }

  private static boolean addressIsEnough(Resolution r, PartnerConnector connector) {
    return eitherIsEnough(r, connector)
        && Conditions.longestPrefix(r, connector) >= 0
        && !Conditions.matchesCertificate(r, connector);
  }

  private static boolean eitherIsEnough(Resolution r, PartnerConnector connector) {
    return connector.restrictsToBoth() && r.readings.partnerBoth() == Readings.PartnerBoth.OR;
  }

  /** IN-5: whether the addresses of the connector count, restricting or not (partnerAddresses). */
  static boolean addressesCount(Resolution r, PartnerConnector connector) {
    return connector.restrictDomainsToIpAddresses()
        || r.readings.partnerAddresses() == Readings.PartnerAddresses.ALWAYS;
  }
}
