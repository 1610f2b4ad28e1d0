package org.exoattribution.testkit.mutation;

import java.util.List;

/**
 * The rules, broken one at a time: in the classes that name them, by one change each. Rules about
 * one value (NAME-1, CERT-3) stand in the model, where tables test them.
 */
final class Mutations {
  static final List<Mutation> ALL =
      List.of(
          new Mutation(
              "PKI-1: a certificate counts in plaintext too",
              "AttributionEngine.java",
              "return connection.tls() && certificate.isPresent()",
              "return certificate.isPresent()"),
          new Mutation(
              "PKI-8: REFUSE is ignored",
              "CertificateStage.java",
              "setting.readings().badCertificate() == Readings.BadCertificate.IGNORE",
              "true"),
          new Mutation(
              "PKI-8: the reply for an expired certificate is that for an unknown CA",
              "Replies.java",
              "failedTest == RuleId.PKI_2 ? EXPIRED",
              "failedTest == RuleId.PKI_4 ? EXPIRED"),
          new Mutation(
              "CON-8: a disabled connector is a candidate by certificate",
              "CertificateMatch.java",
              "Lists.filter(hits, Candidate::enabled);",
              "hits;"),
          new Mutation(
              "CON-8: a disabled connector is a candidate by address",
              "IpStage.java",
              "Lists.filter(hits, Candidate::enabled);",
              "hits;"),
          new Mutation(
              "CON-8: a disabled Partner connector takes part",
              "IncomingStage.java",
              "c.enabled() && c.connector().covers",
              "c.connector().covers"),
          new Mutation(
              "CON-9: not asked of candidates by certificate",
              "CertificateStage.java",
              "Lists.filter(candidates, c -> Conditions.applies(given, c));",
              "candidates;"),
          new Mutation(
              "CON-9: not asked of candidates by address",
              "IpStage.java",
              "Lists.filter(enabled, c -> Conditions.applies(given, c));",
              "enabled;"),
          new Mutation(
              "CON-9: not asked of Partner connectors",
              "IncomingStage.java",
              "Lists.filter(covering, c -> Conditions.applies(given, c));",
              "covering;"),
          new Mutation(
              "CERT-3: ownership is not asked",
              "CertificateRanking.java",
              "Lists.filter(candidates, Candidate::owned);",
              "candidates;"),
          new Mutation(
              "DOM-2: a parent owns without MatchSubDomains",
              "IndexLayer.java",
              "isAccepted(name, ACCEPTED_BELOW_BY, without)",
              "isAccepted(name, ACCEPTED_BY, without)"),
          new Mutation(
              "DOM-2: the farthest parent owns",
              "IndexLayer.java",
              "if (isAccepted(name, ACCEPTED_BELOW_BY, without)) {",
              "if (nearest == NameTable.NONE && isAccepted(name, ACCEPTED_BELOW_BY, without)) {"),
          new Mutation(
              "DOM-2: a parent comes before an exact domain",
              "IndexLayer.java",
              "isAccepted(exact, ACCEPTED_BY, without) ? exact : nearestParent(domain.value(),"
                  + " without)",
              "nearestParent(domain.value(), without) != NameTable.NONE"
                  + " ? nearestParent(domain.value(), without)"
                  + " : isAccepted(exact, ACCEPTED_BY, without) ? exact : NameTable.NONE"),
          new Mutation(
              "CON-9: an associated connector counts as one that applies to every domain",
              "IndexLayer.java",
              "(each.associatedAcceptedDomains().isEmpty() ? 0 : IS_ASSOCIATED)",
              "0"),
          new Mutation(
              "CERT-4: wildcards come before host names",
              "Exactness.java",
              "first.wildcard() ? -1 : 1",
              "first.wildcard() ? 1 : -1"),
          new Mutation(
              "CERT-4: the labels of the connector's domain do not count",
              "Exactness.java",
              "Integer.compare(first.domain().labelCount(), second.domain().labelCount())",
              "0"),
          new Mutation(
              "CERT-4: the labels of the accepted domain do not count",
              "Exactness.java",
              "Integer.compare(acceptedLabels(one, first), acceptedLabels(other, second))",
              "0"),
          new Mutation(
              "CERT-4: any presented name counts, not only those that match",
              "Exactness.java",
              "if (pattern.matches(name, readings)) {",
              "if (true) {"),
          new Mutation(
              "CERT-4: a tie of several tenants is no tie",
              "CertificateRanking.java",
              "Candidate.ofOneTenant(best) ? decision(owned, exactness) : null",
              "best.isEmpty() ? null : decision(owned, exactness)"),
          new Mutation(
              "CERT-5: all candidates are asked, not only those that tied",
              "CertificateStage.java",
              "tied ? ranking.best() : candidates;",
              "candidates;"),
          new Mutation(
              "CERT-5: the owner of the recipient comes before the owner of the sender",
              "Ownership.java",
              "if (has(candidates, given.senderOwner())) {",
              "if (!has(candidates, given.recipientOwner()) && has(candidates,"
                  + " given.senderOwner())) {"),
          new Mutation(
              "IP-1: the shortest prefix wins",
              "IpStage.java",
              "c -> Conditions.prefixLength(given, c.connector())",
              "c -> -Conditions.prefixLength(given, c.connector())"),
          new Mutation(
              "IP-2: needs the recipient",
              "IpStage.java",
              "owned != null && owned != AttributionBasis.RCPT_TO",
              "false"),
          new Mutation(
              "IP-3: INCOMING is ignored",
              "Case.java",
              "readings().recipientOnlyIpMatch() == Readings.RecipientOnlyIpMatch.ORIGINATING",
              "true"),
          new Mutation(
              "IP-3: under INCOMING a connector still counts as matched",
              "IpResult.java",
              "return passedBy.contains(RuleId.IP_3);",
              "return false;"),
          new Mutation(
              "SEL-1: the last by name wins",
              "Selection.java",
              "InboundConnector.BY_NAME)\n            .reversed()",
              "InboundConnector.BY_NAME)"),
          new Mutation(
              "IN-2: a tenant without mail receives",
              "IncomingStage.java",
              "if (!index.mailEnabled(id)) {",
              "if (false) {"),
          new Mutation(
              "IN-2: comes after IN-4",
              "IncomingStage.java",
              "if (!index.mailEnabled(id)) {",
              "if (!index.mailEnabled(id) && !index.hasPartners(id)) {"),
          new Mutation(
              "IN-3: SenderDomains do not count",
              "IncomingStage.java",
              "c.enabled() && c.connector().covers(given.connection().mailFrom())",
              "c.enabled()"),
          new Mutation(
              "IN-4: one of two restrictions is enough",
              "Conditions.java",
              ": !addressFails && !certificateFails;",
              ": !addressFails || !certificateFails;"),
          new Mutation(
              "IN-4: open connectors stay beside restricting ones",
              "IncomingStage.java",
              "            : Lists.filter(\n                restricting,",
              "            : Lists.filter(\n                takingPart,"),
          new Mutation(
              "IN-4: no restriction refuses",
              "IncomingStage.java",
              "if (left.isEmpty() && !restricting.isEmpty()) {",
              "if (false) {"),
          new Mutation(
              "IN-5: address before certificate",
              "Choice.java",
              "BY_CERTIFICATE(\"by certificate\"),\n  BY_ADDRESS(\"by address\"),",
              "BY_ADDRESS(\"by address\"),\n  BY_CERTIFICATE(\"by certificate\"),"),
          new Mutation(
              "IN-6: RequireTls is ignored",
              "IncomingStage.java",
              "if (chosen != null && chosen.connector().requireTls() && !given.tls()) {",
              "if (false) {"),
          new Mutation(
              "IN-7: holds under every rule set",
              "IncomingStage.java",
              "given.rules().rejectDirectSendExists()",
              "true"),
          new Mutation(
              "IN-7: a disabled connector lets mail in",
              "IncomingStage.java",
              "if (candidate.enabled())",
              "if (true)"),
          new Mutation(
              "IN-7: asked of foreign senders too",
              "IncomingStage.java",
              "&& given.senderOwner() == id",
              ""),
          new Mutation(
              "Rule set 2016: one candidate tenant is not needed",
              "IpStage.java",
              "given.rules().connectorIsEnough() && Candidate.ofOneTenant(candidates)",
              "given.rules().connectorIsEnough()"),
          new Mutation(
              "Rule set 2016: not asked in the certificate stage",
              "CertificateStage.java",
              "rules.connectorIsEnough() && Candidate.ofOneTenant(candidates)",
              "false"),
          new Mutation(
              "Rule set 2017: the header-from domain does not count",
              "Ownership.java",
              "if (has(candidates, given.headerFromOwner())) {",
              "if (false) {"),
          new Mutation(
              "Rule set 2023: the header-from domain still counts",
              "Case.java",
              "!rules().headerFromCounts()",
              "rules().compareTo(RuleSet.V2023) > 0"),
          new Mutation(
              "MULTI-1: RCPT_TO holds for all as well",
              "Transactions.java",
              "&& origination.basis() != AttributionBasis.RCPT_TO",
              ""),
          new Mutation(
              "MULTI-1: does not hold for later recipients",
              "Transactions.java",
              "if (holdsForAll(first.decision())) {",
              "if (false) {"),
          new Mutation(
              "MULTI-2: does not exist",
              "StageResults.java",
              "  boolean matched() {\n    return matched(certificate, ip);",
              "  boolean matched() {\n    return false;"),
          new Mutation(
              "MULTI-2: a match by address does not count",
              "StageResults.java",
              "(byCertificate || !ip.candidates().isEmpty())",
              "byCertificate"),
          new Mutation(
              "MULTI-2: whole transactions are refused a second too long",
              "Transactions.java",
              "at.isBefore(REFUSED_UNTIL)",
              "!at.isAfter(REFUSED_UNTIL)"),
          new Mutation(
              "Section 8: ATTR36 is said where no connector matched",
              "IncomingStage.java",
              "matched ? RejectionReason.DOMAIN_NOT_ACCEPTED",
              "true ? RejectionReason.DOMAIN_NOT_ACCEPTED"),
          new Mutation(
              "SHARED_IP: of disabled connectors too",
              "Findings.java",
              "Lists.filter(given.addressHits(), Candidate::enabled);",
              "given.addressHits();"),
          new Mutation(
              "FOREIGN_SENDER: not said", "Findings.java", "if (sender != null) {", "if (false) {"),
          new Mutation(
              "WILDCARD_CAPTURE: of the tenant's own mail too",
              "Findings.java",
              "if (!ownSender && !ownRecipient && name.startsWith(\"*\")) {",
              "if (name.startsWith(\"*\")) {"),
          new Mutation(
              "DISABLED_CONNECTOR_WOULD_MATCH: said of every disabled connector",
              "Findings.java",
              "if (winsIfEnabled(decided, candidate)) {",
              "if (true) {"),
          new Mutation(
              "RECIPIENT_DECIDED: of the sender",
              "Findings.java",
              "sent.basis() == AttributionBasis.RCPT_TO",
              "sent.basis() == AttributionBasis.MAIL_FROM"));

  private Mutations() {}
}
