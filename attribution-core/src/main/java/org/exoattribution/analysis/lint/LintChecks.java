package org.exoattribution.analysis.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.exoattribution.analysis.rulebook.RulePage;
import org.exoattribution.analysis.rulebook.RulePages;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Tenant;

/** All rules, and what they find in a tenant. */
final class LintChecks {
  /**
   * First those about whom a connector names, then those about what a connector does, last those
   * about the tenant.
   */
  private static final List<LintCheck> ALL =
      List.of(
          certificate("CERTIFICATE_DOMAIN_NOT_ACCEPTED", CertificateNames::domainNotAccepted),
          certificate("CERTIFICATE_DOMAIN_BELOW_ACCEPTED_DOMAIN", CertificateNames::domainBelow),
          certificate("CERTIFICATE_NAME_OF_ANOTHER_TENANT", CertificateNames::ofAnotherTenant),
          certificate("CERTIFICATE_NAME_SHARED", CertificateNames::shared),
          certificate("SHARED_SENDER_NAMED", CertificateNames::ofSharedSender),
          onPremises("GATEWAY_NAMED", Addresses::gatewayNamed),
          certificate("WILDCARD_OVER_PUBLIC_SUFFIX", Wildcards::overPublicSuffix),
          certificate("WILDCARD_COVERS_OTHERS", Wildcards::coversOthers),
          certificate("WILDCARD_COVERS_GATEWAY", Wildcards::coversGateway),
          certificate("WILDCARD_CAPTURES_EVERY_HOST", Wildcards::capturesEveryHost),
          onPremises("ADDRESS_SHARED", Addresses::shared),
          onPremises("ADDRESS_OF_ANOTHERS_PARTNER", Addresses::ofAnothersPartner),
          enabled("ADDRESS_NOT_PUBLIC", Addresses::notPublic),
          enabled("CONNECTOR_BY_ADDRESS_ALONE", Addresses::alone),
          enabled("CERTIFICATE_EXPIRES", CertificateNames::expires),
          LintCheck.of("CONNECTOR_SHADOWED", Shadows::connectorShadowed),
          enabled("CONNECTOR_UNMATCHABLE", Connectors::unmatchable),
          connector("CONNECTOR_DISABLED", Connectors::disabled),
          connector("CONNECTOR_NEVER_ENABLED", Connectors::neverEnabled),
          connector("SENDER_DOMAINS_TOO_LONG", Connectors::senderDomainsTooLong),
          enabled("ASSOCIATED_DOMAIN_NOT_ACCEPTED", Connectors::associatedDomainNotAccepted),
          LintCheck.of("ASSOCIATED_DOMAINS_OVERLAP", Connectors::associatedDomainsOverlap),
          onPremises("ON_PREMISES_EXPECTED_TO_REJECT", Restrictions::ofOnPremises),
          onPremises("RESTRICTION_WITHOUT_VALUES", Restrictions::withoutValues),
          partner("PARTNER_INSTEAD_OF_ON_PREMISES", Partners::insteadOfOnPremises),
          partner("PARTNER_WITHOUT_SENDER_DOMAINS", Partners::withoutSenderDomains),
          partner("PARTNER_REQUIRES_TLS_OF_ADDRESSES", Partners::requiresTlsOfAddresses),
          partner("PARTNER_REFUSES_HYBRID_MAIL", Restrictions::refusesHybridMail),
          partner("RESTRICTION_NEVER_MET", Restrictions::neverMet),
          LintCheck.of("RESTRICTION_TO_ONE_VENDOR", Restrictions::toOneVendor),
          partner("ENHANCED_FILTERING_ABSENT", Restrictions::enhancedFilteringAbsent),
          partner("PARTNER_LOSES_BY_NAME", Shadows::partnerLosesByName),
          partner("PARTNER_ADDRESSES_WITHOUT_EFFECT", Partners::addressesWithoutEffect),
          partner("PARTNER_CERTIFICATE_WITHOUT_TLS", Partners::certificateWithoutTls),
          LintCheck.of("PARTNER_REFUSES_PLAINTEXT", Partners::refusesPlaintext),
          LintCheck.of("DIRECT_SEND_NOT_REJECTED", DirectSend::notRejected),
          LintCheck.of("DIRECT_SEND_WITHOUT_CONNECTOR", DirectSend::withoutConnector),
          LintCheck.of("DIRECT_SEND_CONNECTOR_TIED", DirectSend::connectorTied));

  private LintChecks() {}

  /**
   * A rule of the linter and how to find its places in one tenant.
   *
   * @param wordings what its page has findings say
   * @param search reports at most one finding at a place, or else each with a subject that tells it
   *     from the others
   */
  record LintCheck(
      LintRule rule, Map<String, RulePage.Wording> wordings, BiConsumer<Linted, Findings> search) {

    static LintCheck of(String id, BiConsumer<Linted, Findings> search) {
      RulePage page = RulePages.ofLintRule(id);
      return new LintCheck(LintRule.of(page), page.wordings(), search);
    }
  }

  /** A rule about each connector of some. */
  private interface OfConnector<C extends InboundConnector> {
    void check(Linted tenant, C connector, Findings found);
  }

  /** A rule about TlsSenderCertificateName of each enabled OnPremises connector. */
  private interface OfCertificate {
    void check(
        Linted tenant, OnPremisesConnector connector, CertificateNamePattern name, Findings found);
  }

  private static <C extends InboundConnector> LintCheck each(
      String id, Function<Linted, List<? extends C>> which, OfConnector<C> rule) {
    return LintCheck.of(
        id, (tenant, found) -> which.apply(tenant).forEach(c -> rule.check(tenant, c, found)));
  }

  private static LintCheck connector(String id, OfConnector<InboundConnector> rule) {
    return each(id, tenant -> tenant.tenant().inboundConnectors(), rule);
  }

  private static LintCheck enabled(String id, OfConnector<InboundConnector> rule) {
    return each(id, Linted::enabled, rule);
  }

  private static LintCheck partner(String id, OfConnector<PartnerConnector> rule) {
    return each(id, Linted::partners, rule);
  }

  private static LintCheck onPremises(String id, OfConnector<OnPremisesConnector> rule) {
    return each(id, Linted::onPremises, rule);
  }

  private static LintCheck certificate(String id, OfCertificate rule) {
    return onPremises(
        id,
        (tenant, connector, found) ->
            connector
                .tlsSenderCertificateName()
                .ifPresent(name -> rule.check(tenant, connector, name, found)));
  }

  static List<LintRule> rules() {
    return ALL.stream().map(LintCheck::rule).toList();
  }

  /** The findings about the tenant as a whole, then those about its connectors in their order. */
  static Stream<LintFinding> findings(LintWorld world, Tenant tenant) {
    Linted linted = Linted.of(world, tenant);
    List<LintFinding> findings = new ArrayList<>();
    for (LintCheck check : ALL) {
      check.search().accept(linted, new Findings(check, tenant.name(), findings::add));
    }
    if (findings.size() > 1) {
      Map<String, Integer> positions = new HashMap<>();
      for (InboundConnector connector : tenant.inboundConnectors()) {
        positions.put(connector.name(), positions.size());
      }
      findings.sort(
          Comparator.<LintFinding>comparingInt(
                  finding -> finding.connector().map(positions::get).orElse(-1))
              .thenComparing(LintFinding::severity));
    }
    return findings.stream();
  }
}
