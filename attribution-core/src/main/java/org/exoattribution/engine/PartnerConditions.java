package org.exoattribution.engine;

import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.RuleId;

/** The conditions of Partner connectors. */
final class PartnerConditions {

  /** IN-3. */
  static final Condition<Candidate<PartnerConnector>> SENDER_DOMAINS =
      new Condition<>(
          "SenderDomains",
          RuleId.IN_3,
          (r, c) -> true,
          (r, c) ->
              c.connector().senderDomains().stream()
                  .anyMatch(entry -> entry.covers(r.connection.mailFrom())),
          (r, c) ->
              c.connector().senderDomains().isEmpty()
                  ? "none, which covers no sender"
                  : Conditions.join(c.connector().senderDomains()),
          (r, c) -> Words.mailFrom(r));

  /** IN-4, RestrictDomainsToIPAddresses. */
  static final Condition<Candidate<PartnerConnector>> RESTRICTION_TO_ADDRESSES =
      new Condition<>(
          "RestrictDomainsToIPAddresses",
          RuleId.IN_4,
          (r, c) -> c.connector().restrictDomainsToIpAddresses(),
          (r, c) -> Conditions.longestPrefix(r, c.connector()) >= 0,
          (r, c) -> Conditions.join(c.connector().senderIpAddresses()),
          (r, c) -> r.connection.sourceIp().toString());

  /** IN-4, RestrictDomainsToCertificate. */
  static final Condition<Candidate<PartnerConnector>> RESTRICTION_TO_CERTIFICATE =
      new Condition<>(
          "RestrictDomainsToCertificate",
          RuleId.IN_4,
          (r, c) -> c.connector().restrictDomainsToCertificate(),
          (r, c) -> Conditions.matchesCertificate(r, c.connector()),
          (r, c) -> Words.certificateName(c.connector()),
          (r, c) -> Words.certificate(r));

  /** IN-6. */
  static final Condition<Candidate<PartnerConnector>> TLS =
      new Condition<>(
          "RequireTls",
          RuleId.IN_6,
          (r, c) -> c.connector().requireTls(),
          (r, c) -> r.connection.tls(),
          (r, c) -> "TLS",
          (r, c) -> r.connection.tls() ? "TLS" : "plaintext");

  private PartnerConditions() {}
}
