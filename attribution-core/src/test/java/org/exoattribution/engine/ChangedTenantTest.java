package org.exoattribution.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.engine.index.Worlds;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.junit.jupiter.api.Test;

/** An engine with one tenant changed beside one that was built for the changed directory. */
class ChangedTenantTest {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private static SimulatedConnection connection(String sourceIp, String mailFrom, String rcptTo) {
    return SimulatedConnection.builder()
        .sourceIp(sourceIp)
        .tls(true)
        .mailFrom(mailFrom)
        .rcptTo(rcptTo)
        .at(AT)
        .build();
  }

  @Property(tries = 1000)
  void every_connection_is_attributed_as_by_an_engine_made_anew(
      @ForAll("directories") TenantDirectory before,
      @ForAll("directories") TenantDirectory other,
      @ForAll("connections") SimulatedConnection connection,
      @ForAll("presentedNames") List<PresentedName> names) {
    AttributionEngine engine = AttributionEngine.of(before);
    CertificateVerdict verdict = CertificateVerdict.accepting(names);
    engine.resolve(connection, verdict); // what is remembered must not reach the changed engine
    for (Tenant tenant : other.tenants()) {
      Tenant withoutDomains = tenant.toBuilder().clearAcceptedDomains().build();
      engine = engine.withTenant(withoutDomains);
      AttributionEngine anew = AttributionEngine.of(engine.directory());

      assertThat(engine.resolve(connection, verdict)).isEqualTo(anew.resolve(connection, verdict));
      assertThat(engine.explain(connection, verdict)).isEqualTo(anew.explain(connection, verdict));
    }
    String gone = other.tenants().iterator().next().name();
    engine = engine.withoutTenant(gone);
    AttributionEngine anew = AttributionEngine.of(engine.directory());

    assertThat(engine.directory().tenant(gone)).isEmpty();
    assertThat(engine.resolve(connection, verdict)).isEqualTo(anew.resolve(connection, verdict));
  }

  @Test
  void the_engine_that_was_changed_stays_as_it_was() {
    AttributionEngine engine =
        AttributionEngine.of(
            TenantDirectory.of(
                Tenant.builder("contoso")
                    .acceptedDomains("contoso.com")
                    .inboundConnector(
                        OnPremisesConnector.builder("Gateway")
                            .senderIpAddresses("192.0.2.1")
                            .build())
                    .build()));
    SimulatedConnection mail = connection("192.0.2.1", "a@contoso.com", "b@tailspintoys.com");
    AttributionEngine without = engine.withoutTenant("Contoso");

    assertThat(engine.resolve(mail).tenantName()).contains("contoso");
    assertThat(without.resolve(mail).tenantName()).isEmpty();
    assertThat(without.ruleSet()).isEqualTo(engine.ruleSet());
    assertThat(engine.withoutTenant("nobody").resolve(mail)).isEqualTo(engine.resolve(mail));
  }

  @Test
  void a_tenant_that_takes_the_domain_of_another_is_refused() {
    AttributionEngine engine =
        AttributionEngine.of(
            TenantDirectory.of(Tenant.builder("contoso").acceptedDomains("contoso.com").build()));

    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () ->
                engine.withTenant(
                    Tenant.builder("fabrikam").acceptedDomains("contoso.com").build()))
        .withMessageContaining("DIR-1");
  }

  @Provide
  Arbitrary<TenantDirectory> directories() {
    return Worlds.directories();
  }

  @Provide
  Arbitrary<SimulatedConnection> connections() {
    return Combinators.combine(Worlds.addresses(), Worlds.domains(), Worlds.domains())
        .as(
            (address, sender, recipient) ->
                connection(address.toString(), "x@" + sender, "y@" + recipient));
  }

  @Provide
  Arbitrary<List<PresentedName>> presentedNames() {
    return Worlds.presentedNames().list().ofMaxSize(3);
  }
}
