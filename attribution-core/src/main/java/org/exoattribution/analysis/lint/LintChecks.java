package org.exoattribution.analysis.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.Tenant;

/** All rules, and what they find in a tenant. */
final class LintChecks {
  /** The rules, those about certificates first. */
  public static final List<LintCheck> ALL =
      List.of(
          new CertificateDomainNotAccepted(),
          new CertificateDomainBelowAcceptedDomain(),
          new CertificateNameShared(),
          new WildcardCoversOthers(),
          new WildcardCoversGateway(),
          new WildcardCapturesEveryHost(),
          new AddressShared(),
          new AddressNotPublic(),
          new ConnectorShadowed(),
          new ConnectorUnmatchable(),
          new ConnectorDisabled(),
          new AssociatedDomainNotAccepted(),
          new AssociatedDomainsOverlap(),
          new OnPremisesExpectedToReject(),
          new RestrictionWithoutValues(),
          new PartnerInsteadOfOnPremises(),
          new PartnerWithoutSenderDomains(),
          new PartnerRequiresTlsOfAddresses(),
          new PartnerRefusesHybridMail(),
          new DirectSendWithoutConnector());

  private LintChecks() {}

  /** The findings about the tenant as a whole, then those about its connectors in their order. */
  public static Stream<LintFinding> findings(LintWorld world, Tenant tenant) {
    LintedTenant linted = new LintedTenant(world, tenant);
    List<LintFinding> findings = new ArrayList<>();
    for (LintCheck check : ALL) {
      check.check(linted, findings::add);
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
