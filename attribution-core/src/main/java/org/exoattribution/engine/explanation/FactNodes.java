package org.exoattribution.engine.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exoattribution.engine.stage.Case;
import org.exoattribution.engine.stage.ConnectorFacts;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.Forest;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.RuleId;

/** The facts about a connector as nodes of the tree: what makes it a candidate of a stage. */
final class FactNodes {
  private final Case given;
  private final Words words;

  FactNodes(Case given) {
    this.given = given;
    this.words = new Words(given);
  }

  /** CON-8, CERT-2 and CON-9. */
  List<ConditionExplanation> byCertificate(ConnectorFacts<OnPremisesConnector> facts) {
    return candidate(facts, certificateName(facts));
  }

  /** CON-8, IP-1 and CON-9. */
  List<ConditionExplanation> byAddress(ConnectorFacts<OnPremisesConnector> facts) {
    InboundConnector connector = facts.connector();
    return candidate(
        facts,
        new ConditionExplanation(
            "SenderIPAddresses",
            when(!connector.senderIpAddresses().isEmpty(), facts.range().isPresent()),
            RuleId.IP_1,
            Words.wantedAddress(connector),
            words.address(facts)));
  }

  private List<ConditionExplanation> candidate(
      ConnectorFacts<OnPremisesConnector> facts, ConditionExplanation match) {
    List<ConditionExplanation> nodes = new ArrayList<>();
    given.connection().forest().ifPresent(forest -> nodes.add(forest(facts, forest)));
    nodes.add(enabled(facts));
    nodes.add(match);
    nodes.add(associatedDomains(facts));
    return nodes;
  }

  /** CON-8, IN-3, CON-9 and the restrictions of IN-4. */
  List<ConditionExplanation> bySender(
      ConnectorFacts<PartnerConnector> facts, ConnectorFacts.PartnerFacts partner) {
    PartnerConnector connector = facts.connector();
    return List.of(
        enabled(facts),
        new ConditionExplanation(
            "SenderDomains",
            when(true, partner.covers()),
            RuleId.IN_3,
            connector.senderDomains().isEmpty()
                ? "SenderDomains, which are empty and cover no sender"
                : "a MAIL FROM domain that " + Words.list(connector.senderDomains()) + " covers",
            "MAIL FROM " + words.mailFrom()),
        associatedDomains(facts),
        new ConditionExplanation(
            "RestrictDomainsToIPAddresses",
            restriction(
                connector.restrictDomainsToIpAddresses(), facts.range().isPresent(), partner),
            RuleId.IN_4,
            Words.wantedAddress(connector),
            words.address(facts)),
        new ConditionExplanation(
            "RestrictDomainsToCertificate",
            restriction(connector.restrictDomainsToCertificate(), facts.byCertificate(), partner),
            RuleId.IN_4,
            Words.wantedCertificate(connector),
            words.certificate(facts)));
  }

  /** Of two restrictions one may be enough (partnerBoth): then the other says nothing. */
  private static Outcome restriction(
      boolean set, boolean holds, ConnectorFacts.PartnerFacts partner) {
    return when(set && (holds || !partner.met()), holds);
  }

  private static Outcome when(boolean applies, boolean holds) {
    if (!applies) {
      return Outcome.NOT_APPLICABLE;
    }
    return holds ? Outcome.MATCHED : Outcome.NOT_MATCHED;
  }

  private static ConditionExplanation forest(ConnectorFacts<?> facts, Forest forest) {
    Optional<Forest> own = facts.tenant().forest();
    return new ConditionExplanation(
        "forest",
        when(own.isPresent(), facts.inForest()),
        RuleId.FOR_1,
        "a tenant of " + forest,
        facts.tenant().name() + own.map(f -> " in " + f).orElse(", whose forest is not known"));
  }

  private static ConditionExplanation enabled(ConnectorFacts<?> facts) {
    return new ConditionExplanation(
        "Enabled",
        when(true, facts.connector().enabled()),
        RuleId.CON_8,
        "an enabled connector",
        facts.connector().enabled() ? "enabled" : "disabled");
  }

  private ConditionExplanation certificateName(ConnectorFacts<?> facts) {
    return new ConditionExplanation(
        "TlsSenderCertificateName",
        when(facts.connector().tlsSenderCertificateName().isPresent(), facts.byCertificate()),
        RuleId.CERT_2,
        Words.wantedCertificate(facts.connector()),
        words.certificate(facts));
  }

  /** CON-9, with the domain that reading associatedDomains names. */
  private ConditionExplanation associatedDomains(ConnectorFacts<?> facts) {
    List<?> associated = facts.connector().associatedAcceptedDomains();
    String sender = "MAIL FROM " + words.mailFrom();
    String recipient = "RCPT TO " + given.connection().rcptTo().domain();
    String wanted =
        switch (given.readings().associatedDomains()) {
          case SENDER -> "a MAIL FROM domain";
          case RECIPIENT -> "a RCPT TO domain";
          case EITHER -> "a MAIL FROM or RCPT TO domain";
        };
    return new ConditionExplanation(
        "AssociatedAcceptedDomains",
        when(!associated.isEmpty(), facts.applies()),
        RuleId.CON_9,
        associated.isEmpty()
            ? "any domain, because none are set"
            : wanted + " among " + Words.list(associated),
        switch (given.readings().associatedDomains()) {
          case SENDER -> sender;
          case RECIPIENT -> recipient;
          case EITHER -> sender + ", " + recipient;
        });
  }

  /** CERT-3. */
  static ConditionExplanation certificateDomain(
      ConnectorFacts<OnPremisesConnector> facts, boolean asked) {
    CertificateNamePattern name = facts.connector().tlsSenderCertificateName().orElseThrow();
    boolean owned = facts.ownsCertificateDomain();
    List<String> accepted =
        facts.tenant().acceptedDomains().stream()
            .filter(domain -> !owned || domain.owns(name))
            .map(AcceptedDomain::domainName)
            .sorted()
            .map(Object::toString)
            .toList();
    return new ConditionExplanation(
        "certificate domain",
        when(asked, owned),
        RuleId.CERT_3,
        name.domain()
            + (name.wildcard() ? " or a domain below it" : "")
            + " among the accepted domains of "
            + facts.tenant().name(),
        accepted.isEmpty() ? "no accepted domain" : Words.list(accepted) + (owned ? "" : " only"));
  }
}
