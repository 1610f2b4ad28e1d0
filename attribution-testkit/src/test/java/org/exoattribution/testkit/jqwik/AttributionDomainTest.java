package org.exoattribution.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.exoattribution.certificate.CertificateEvaluator;
import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.design.Designs;
import org.exoattribution.testkit.pki.SyntheticCertificate;
import org.exoattribution.testkit.pki.SyntheticPki;

/** What the arbitraries promise. */
@Domain(AttributionDomain.class)
@Domain(DomainContext.Global.class)
class AttributionDomainTest {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  @Property(tries = 200)
  void every_type_has_an_arbitrary(
      @ForAll DomainName name,
      @ForAll AcceptedDomain domain,
      @ForAll SenderIpRange range,
      @ForAll OnPremisesConnector onPremises,
      @ForAll PartnerConnector partner,
      @ForAll SyntheticCertificate description,
      @ForAll RuleSet ruleSet,
      @ForAll Readings readings) {
    Tenant tenant =
        Tenant.builder("contoso")
            .acceptedDomain(domain)
            .inboundConnector(onPremises.toBuilder().senderIpAddresses(List.of(range)).build())
            .inboundConnector(partner.name().equals(onPremises.name()) ? other(partner) : partner)
            .build();

    assertThat(tenant.inboundConnectors()).hasSize(2);
    assertThat(name.labelCount()).isBetween(2, 4);
    assertThat(description.commonName().isPresent() || !description.subjectAltNames().isEmpty())
        .as("%s has a name", description)
        .isTrue();
    assertThat(RuleSet.parse(ruleSet.key())).isEqualTo(ruleSet);
    assertThat(readings.alternatives(Reading.REVOCATION)).hasSize(2);
  }

  private static PartnerConnector other(PartnerConnector connector) {
    return PartnerConnector.builder("another").senderDomains(connector.senderDomains()).build();
  }

  @Property(tries = 200)
  void connections_and_transactions_are_ready_to_resolve(
      @ForAll World world,
      @ForAll SimulatedConnection connection,
      @ForAll SimulatedTransaction transaction,
      @ForAll TenantDirectory directory,
      @ForAll Tenant tenant) {
    assertThat(world.engine().withDirectory(directory).resolve(connection).connection())
        .isEqualTo(connection);
    assertThat(world.engine().withDirectory(TenantDirectory.of(tenant)).resolve(transaction))
        .hasSameSizeAs(transaction.connections());
    assertThat(world.connections()).hasSizeGreaterThanOrEqualTo(world.transactions().size());
  }

  @Provide
  Arbitrary<PresentedCertificate> soundOnes() {
    return AttributionArbitraries.certificates()
        .sound()
        .withNames(Arbitraries.of("mail.contoso.com", "*.contoso.com"))
        .map(description -> ConnectionRecipe.presented(description, AT));
  }

  @Property(tries = 20)
  void sound_certificates_are_accepted(@ForAll("soundOnes") PresentedCertificate certificate) {
    assertThat(evaluator().evaluate(certificate, AT).accepted()).isTrue();
  }

  @Property(tries = 100)
  void flawed_certificates_are_described_and_made_again(
      @ForAll SyntheticCertificate description, @ForAll PresentedCertificate certificate) {
    PresentedCertificate made = ConnectionRecipe.presented(description, AT);

    assertThat(SyntheticPki.shared().describe(made, AT)).contains(description);
    assertThat(
            SyntheticPki.shared()
                .describe(certificate, AT)
                .map(found -> ConnectionRecipe.presented(found, AT)))
        .contains(certificate);
  }

  private static CertificateEvaluator evaluator() {
    return new CertificateEvaluator(
        TrustAnchors.of(SyntheticPki.shared().trustAnchors()), Readings.defaults());
  }

  @Provide
  Arbitrary<World> ofOurs() {
    return AttributionArbitraries.worlds()
        .withDirectory(Designs.recipient("contoso", "contoso.com").directory());
  }

  @Property(tries = 100)
  void worlds_of_ones_own_tenants_are_those_of_today(@ForAll("ofOurs") World world) {
    assertThat(world.ruleSet()).isEqualTo(RuleSet.CURRENT);
    assertThat(world.readings()).isEqualTo(Readings.defaults());
  }

  @Provide
  Arbitrary<World> ofOneRelay() {
    Tenant contoso =
        Tenant.builder("contoso")
            .acceptedDomains("contoso.com")
            .inboundConnector(
                OnPremisesConnector.builder("relay").senderIpAddresses("192.0.2.8/30").build())
            .build();
    return AttributionArbitraries.worlds()
        .withDirectory(TenantDirectory.of(contoso))
        .withoutCertificates()
        .withAtMostRecipients(1)
        .withReadings(AttributionArbitraries.readings().withDefault(Reading.values()))
        .withRuleSets(Arbitraries.just(RuleSet.V2023));
  }

  @Property(tries = 300)
  void worlds_are_drawn_from_what_they_are_given(@ForAll("ofOneRelay") World world) {
    assertThat(world.ruleSet()).isEqualTo(RuleSet.V2023);
    assertThat(world.readings()).isEqualTo(Readings.defaults());
    assertThat(world.transactions())
        .allSatisfy(transaction -> assertThat(transaction.connections()).hasSize(1));
    assertThat(world.connections())
        .extracting(SimulatedConnection::sourceIp)
        .isSubsetOf(
            addresses(
                "192.0.2.7",
                "192.0.2.8",
                "192.0.2.11",
                "192.0.2.12",
                "198.51.100.200",
                "2001:db8::10"));
    assertThat(world.connections())
        .extracting(connection -> connection.rcptTo().domain().value())
        .isSubsetOf(
            "contoso.com", "mx.contoso.com", "stranger.example", "newsletter.stranger.example");
  }

  private static List<IpAddress> addresses(String... texts) {
    return Arrays.stream(texts).map(IpAddress::parse).toList();
  }
}
