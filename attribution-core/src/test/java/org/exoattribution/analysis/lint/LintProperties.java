package org.exoattribution.analysis.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Readings;
import org.exoattribution.model.Readings.AssociatedDomains;
import org.exoattribution.model.Readings.WildcardCertificate;
import org.exoattribution.model.Readings.WildcardDepth;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/** What findings claim, held against the engine and against plain comparisons of all with all. */
class LintProperties {
  static final Set<String> NEVER_WINS =
      Set.of(
          "CONNECTOR_DISABLED",
          "CONNECTOR_NEVER_ENABLED",
          "CONNECTOR_SHADOWED",
          "CONNECTOR_UNMATCHABLE",
          "PARTNER_LOSES_BY_NAME",
          "PARTNER_WITHOUT_SENDER_DOMAINS",
          "RESTRICTION_NEVER_MET");
  private static final List<String> SOURCES =
      List.of("81.0.0.0", "81.0.0.1", "81.0.0.2", "81.0.0.3", "81.0.0.9", "192.0.2.1");
  private static final List<String> PRESENTED =
      List.of(
          "contoso.com",
          "mail.contoso.com",
          "a.mail.contoso.com",
          "x.contoso.com",
          "x.mail.contoso.com",
          "*.contoso.com",
          "*.mail.contoso.com",
          "fabrikam.com");

  @Provide
  Arbitrary<TenantDirectory> directories() {
    return LintWorlds.directories();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void a_connector_that_is_said_never_to_win_never_wins(
      @ForAll("directories") TenantDirectory directory,
      @ForAll WildcardDepth depth,
      @ForAll WildcardCertificate certificates,
      @ForAll AssociatedDomains associated) {
    Readings readings = Readings.defaults().with(depth).with(certificates).with(associated);
    Set<String> losers =
        places(Linter.standard().withReadings(readings).findings(directory), NEVER_WINS);
    if (!losers.isEmpty()) {
      assertThat(winners(directory, readings)).doesNotContainAnyElementsOf(losers);
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void no_two_findings_have_one_identity(@ForAll("directories") TenantDirectory directory) {
    assertThat(Linter.standard().findings(directory))
        .extracting(LintFinding::id, LintFinding::place, LintFinding::subject)
        .doesNotHaveDuplicates();
  }

  private static Set<String> winners(TenantDirectory directory, Readings readings) {
    AttributionEngine engine = AttributionEngine.builder(directory).readings(readings).build();
    List<CertificateVerdict> certificates = new ArrayList<>();
    certificates.add(CertificateVerdict.accepting(List.of()));
    for (String name : PRESENTED) {
      certificates.add(
          CertificateVerdict.accepting(PresentedName.tryParse(name).stream().toList()));
    }
    Set<String> winners = new TreeSet<>();
    for (String source : SOURCES) {
      for (CertificateVerdict certificate : certificates) {
        envelopes(source)
            .map(connection -> engine.resolve(connection, certificate))
            .flatMap(attribution -> place(attribution).stream())
            .forEach(winners::add);
      }
    }
    return winners;
  }

  private static Stream<SimulatedConnection> envelopes(String source) {
    return Stream.concat(Stream.of("<>", "example.net"), LintWorlds.DOMAINS.stream())
        .flatMap(
            sender ->
                Stream.concat(Stream.of("example.net"), LintWorlds.DOMAINS.stream())
                    .map(
                        recipient ->
                            SimulatedConnection.builder()
                                .sourceIp(source)
                                .tls(true)
                                .mailFrom(sender)
                                .rcptTo(recipient)
                                .at(Instant.parse("2026-11-01T00:00:00Z"))
                                .build()));
  }

  private static List<String> place(Attribution attribution) {
    return attribution.verdict() == Attribution.Verdict.REJECTED
        ? List.of()
        : attribution.connectorName().stream()
            .map(name -> attribution.tenantName().orElseThrow() + " / " + name)
            .toList();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void shared_addresses_are_those_that_comparing_all_with_all_finds(
      @ForAll("directories") TenantDirectory directory) {
    assertThat(places(directory, Set.of("ADDRESS_SHARED")))
        .isEqualTo(
            connectors(
                directory, (tenant, connector) -> sharesAddress(directory, tenant, connector)));
  }

  private static boolean sharesAddress(
      TenantDirectory directory, Tenant tenant, InboundConnector connector) {
    return directory.tenants().stream()
        .filter(other -> !other.equals(tenant))
        .flatMap(other -> other.inboundConnectors().stream())
        .filter(other -> other instanceof OnPremisesConnector && other.enabled())
        .flatMap(other -> other.senderIpAddresses().stream())
        .anyMatch(
            range -> connector.senderIpAddresses().stream().anyMatch(own -> overlap(own, range)));
  }

  private static boolean overlap(SenderIpRange one, SenderIpRange other) {
    return one.contains(IpAddress.ofIpv4(other.networkBits()))
        || other.contains(IpAddress.ofIpv4(one.networkBits()));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void covered_names_are_those_that_comparing_all_with_all_finds(
      @ForAll("directories") TenantDirectory directory) {
    assertThat(places(directory, Set.of("WILDCARD_COVERS_OTHERS")))
        .isEqualTo(
            connectors(
                directory, (tenant, connector) -> coversOthers(directory, tenant, connector)));
  }

  private static boolean coversOthers(
      TenantDirectory directory, Tenant tenant, InboundConnector connector) {
    List<Tenant> others =
        directory.tenants().stream().filter(other -> !other.equals(tenant)).toList();
    CertificateNamePattern name = connector.tlsSenderCertificateName().orElse(null);
    return name != null
        && name.wildcard()
        && !tenant.acceptedDomains().isEmpty()
        && (tenant.owns(name) || others.stream().noneMatch(other -> takes(other, name.domain())))
        && others.stream()
            .flatMap(LintProperties::names)
            .anyMatch(each -> isWithin(each, name.domain()));
  }

  private static boolean isWithin(DomainName name, DomainName outer) {
    return name.equals(outer) || name.isBelow(outer);
  }

  /** Whether it owns a wildcard there or above, by which it has all mail of the domain. */
  private static boolean takes(Tenant tenant, DomainName domain) {
    return tenant.inboundConnectors().stream()
        .filter(c -> c instanceof OnPremisesConnector && c.enabled())
        .filter(c -> c.associatedAcceptedDomains().isEmpty())
        .flatMap(c -> c.tlsSenderCertificateName().stream())
        .anyMatch(its -> its.wildcard() && tenant.owns(its) && isWithin(domain, its.domain()));
  }

  private static Stream<DomainName> names(Tenant tenant) {
    return Stream.concat(
        tenant.acceptedDomains().stream().map(AcceptedDomain::domainName),
        tenant.inboundConnectors().stream()
            .filter(InboundConnector::enabled)
            .flatMap(connector -> connector.tlsSenderCertificateName().stream())
            .map(CertificateNamePattern::domain));
  }

  private interface Judge {
    boolean isCase(Tenant tenant, InboundConnector connector);
  }

  private static Set<String> connectors(TenantDirectory directory, Judge judge) {
    Set<String> places = new TreeSet<>();
    for (Tenant tenant : directory.tenants()) {
      for (InboundConnector connector : tenant.inboundConnectors()) {
        if (connector instanceof OnPremisesConnector
            && connector.enabled()
            && judge.isCase(tenant, connector)) {
          places.add(tenant.name() + " / " + connector.name());
        }
      }
    }
    return places;
  }

  private static Set<String> places(TenantDirectory directory, Set<String> rules) {
    return places(Linter.standard().findings(directory), rules);
  }

  private static Set<String> places(Stream<LintFinding> findings, Set<String> rules) {
    return findings
        .filter(finding -> rules.contains(finding.id()))
        .map(LintFinding::place)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
