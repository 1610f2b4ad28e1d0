package org.exoattribution.testkit.mutation;

import java.util.List;

/**
 * The rules, broken one at a time: in the classes that name them, by one change each, mostly of an
 * expression that is told by the names in it. Rules about one value (NAME-1, CERT-3) stand in the
 * model, where tables test them.
 */
final class Mutations {
  static final List<Mutation> ALL =
      List.of(
          Mutation.of(
              "PKI-1: a certificate counts in plaintext too",
              "AttributionEngine",
              "verdict: tls isPresent connection certificate",
              "$2"),
          Mutation.of(
              "PKI-8: REFUSE is ignored", "CertificateStage", "badCertificate IGNORE", "true"),
          Mutation.of(
              "PKI-8: the reply for an expired certificate is that for an unknown CA",
              "Replies",
              "failedTest PKI_2",
              "failedTest == RuleId.PKI_4"),
          Mutation.of(
              "CON-8: a disabled connector is a candidate by certificate",
              "CertificateMatch",
              "filter hits enabled",
              "$1"),
          Mutation.of(
              "CON-8: a disabled connector is a candidate by address",
              "IpStage",
              "filter hits enabled",
              "$1"),
          Mutation.of(
              "CON-8: a disabled Partner connector takes part",
              "IncomingStage",
              "enabled covers",
              "$2"),
          Mutation.of(
              "CON-9: not asked of candidates by certificate",
              "CertificateStage",
              "filter candidates applies",
              "$1"),
          Mutation.of(
              "CON-9: not asked of candidates by address",
              "IpStage",
              "filter enabled applies",
              "$1"),
          Mutation.of(
              "CON-9: not asked of Partner connectors",
              "IncomingStage",
              "filter covering applies",
              "$1"),
          Mutation.of(
              "CERT-3: ownership is not asked",
              "CertificateRanking",
              "filter candidates owned",
              "$1"),
          Mutation.of(
              "DOM-2: a parent owns without MatchSubDomains",
              "IndexLayer",
              "isAccepted ACCEPTED_BELOW_BY",
              "isAccepted(parent, ACCEPTED_BY, without)"),
          Mutation.of(
              "DOM-2: the farthest parent owns",
              "IndexLayer",
              "isAccepted ACCEPTED_BELOW_BY",
              "isAccepted(parent, ACCEPTED_BELOW_BY, without)"
                  + " && nearestParent(name, end, rest, without) == NameTable.NONE"),
          Mutation.of(
              "DOM-2: a parent comes before an exact domain",
              "IndexLayer",
              "nearestAccepted: isAccepted exact nearestParent",
              "$3 != NameTable.NONE ? $3 : $1 ? exact : NameTable.NONE"),
          Mutation.of(
              "CON-9: an associated connector counts as one that applies to every domain",
              "IndexLayer",
              "associatedAcceptedDomains isEmpty IS_ASSOCIATED 0",
              "0"),
          Mutation.of(
              "CERT-4: wildcards come before host names",
              "Exactness",
              "first wildcard 1",
              "$1 ? 1 : -1"),
          Mutation.of(
              "CERT-4: the labels of the connector's domain do not count",
              "Exactness",
              "labelCount first second",
              "0"),
          Mutation.of(
              "CERT-4: the labels of the accepted domain do not count",
              "Exactness",
              "compare acceptedLabels one other",
              "0"),
          Mutation.of(
              "CERT-4: any presented name counts, not only those that match",
              "Exactness",
              "matches name",
              "true"),
          Mutation.of(
              "CERT-4: a tie of several tenants is no tie",
              "CertificateRanking",
              "ofOneTenant best decision",
              "best.isEmpty() ? null : $2"),
          Mutation.of(
              "CERT-5: all candidates are asked, not only those that tied",
              "CertificateStage",
              "tied best candidates",
              "candidates"),
          Mutation.of(
              "CERT-5: the owner of the recipient comes before the owner of the sender",
              "Ownership",
              "has senderOwner",
              "!has(candidates, given.recipientOwner()) && has(candidates, given.senderOwner())"),
          Mutation.of(
              "IP-1: the shortest prefix wins",
              "IpStage",
              "prefixLength",
              "-Conditions.prefixLength($1, $2)"),
          Mutation.of("IP-2: needs the recipient", "IpStage", "owned null RCPT_TO", "false"),
          Mutation.of(
              "IP-3: INCOMING is ignored", "Case", "recipientOnlyIpMatch ORIGINATING", "true"),
          Mutation.of(
              "IP-3: under INCOMING a connector still counts as matched",
              "IpResult",
              "contains IP_3",
              "false"),
          Mutation.of(
              "SEL-1: the last by name wins",
              "Selection",
              "reversed",
              "Comparator.<Candidate<C>, InboundConnector>comparing(\n"
                  + "                Candidate::connector, InboundConnector.BY_NAME)"),
          Mutation.of(
              "IN-2: a tenant without mail receives", "IncomingStage", "mailEnabled", "true"),
          Mutation.of(
              "IN-2: comes after IN-4",
              "IncomingStage",
              "mailEnabled",
              "(index.mailEnabled(id) || index.hasPartners(id))"),
          Mutation.of("IN-3: SenderDomains do not count", "IncomingStage", "enabled covers", "$1"),
          Mutation.of(
              "IN-4: one of two restrictions is enough",
              "Conditions",
              "meetsRestrictions: restrictsToBoth addressFails certificateFails",
              "!addressFails || !certificateFails"),
          Mutation.of(
              "IN-4: open connectors stay beside restricting ones",
              "IncomingStage",
              "filter restricting meetsRestrictions",
              "Lists.filter(takingPart, $2)"),
          Mutation.of(
              "IN-4: no restriction refuses", "IncomingStage", "left isEmpty restricting", "false"),
          Mutation.ofText(
              "IN-5: address before certificate",
              "Choice",
              "BY_CERTIFICATE(\"by certificate\"),\n  BY_ADDRESS(\"by address\"),",
              "BY_ADDRESS(\"by address\"),\n  BY_CERTIFICATE(\"by certificate\"),"),
          Mutation.of("IN-6: RequireTls is ignored", "IncomingStage", "requireTls tls", "false"),
          Mutation.of(
              "IN-7: holds under every rule set",
              "IncomingStage",
              "rejectDirectSendExists",
              "true"),
          Mutation.of(
              "IN-7: a disabled connector lets mail in",
              "IncomingStage",
              "isSourceOf: candidate enabled",
              "true"),
          Mutation.of(
              "IN-7: asked of foreign senders too", "IncomingStage", "senderOwner id", "true"),
          Mutation.of(
              "Rule set 2016: one candidate tenant is not needed",
              "IpStage",
              "connectorIsEnough ofOneTenant",
              "$1"),
          Mutation.of(
              "Rule set 2016: not asked in the certificate stage",
              "CertificateStage",
              "connectorIsEnough ofOneTenant rules",
              "false"),
          Mutation.of(
              "Rule set 2017: the header-from domain does not count",
              "Ownership",
              "has headerFromOwner",
              "false"),
          Mutation.of(
              "Rule set 2023: the header-from domain still counts",
              "Case",
              "headerFromCounts",
              "(rules().compareTo(RuleSet.V2023) <= 0)"),
          Mutation.of(
              "MULTI-1: RCPT_TO holds for all as well", "Transactions", "basis RCPT_TO", "true"),
          Mutation.of(
              "MULTI-1: does not hold for later recipients",
              "Transactions",
              "later: holdsForAll",
              "false"),
          Mutation.of(
              "MULTI-2: does not exist",
              "StageResults",
              "matched: matched certificate ip",
              "false"),
          Mutation.of(
              "MULTI-2: a match by address does not count",
              "StageResults",
              "byCertificate candidates ip",
              "byCertificate"),
          Mutation.of(
              "MULTI-2: whole transactions are refused a second too long",
              "Transactions",
              "isBefore REFUSED_UNTIL",
              "!at.isAfter(REFUSED_UNTIL)"),
          Mutation.of(
              "Section 8: ATTR36 is said where no connector matched",
              "IncomingStage",
              "matched DOMAIN_NOT_ACCEPTED NO_CONNECTOR_MATCHED",
              "$2"),
          Mutation.of(
              "SHARED_IP: of disabled connectors too",
              "Findings",
              "filter addressHits enabled",
              "$1"),
          Mutation.of("FOREIGN_SENDER: not said", "Findings", "with FOREIGN_SENDER", "$1"),
          Mutation.of(
              "WILDCARD_CAPTURE: of the tenant's own mail too",
              "Findings",
              "ownSender ownRecipient startsWith",
              "$2"),
          Mutation.of(
              "DISABLED_CONNECTOR_WOULD_MATCH: said of every disabled connector",
              "Findings",
              "winsIfEnabled",
              "true"),
          Mutation.of(
              "RECIPIENT_DECIDED: of the sender",
              "Findings",
              "basis RCPT_TO",
              "sent.basis() == AttributionBasis.MAIL_FROM"));

  private Mutations() {}
}
