package org.exoattribution.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.exoattribution.analysis.change.Change;
import org.exoattribution.analysis.change.ChangeSubject;
import org.exoattribution.analysis.search.DiffChange;
import org.exoattribution.analysis.search.DiffHarm;
import org.exoattribution.analysis.search.DiffReport;
import org.exoattribution.analysis.sensitivity.Mail;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.junit.jupiter.api.Test;

class AdvisorTest {
  private static final Tenant FABRIKAM =
      Tenant.builder("fabrikam").acceptedDomains("fabrikam.com").build();
  private static final OnPremisesConnector BY_ADDRESS =
      OnPremisesConnector.builder("by address").senderIpAddresses("198.51.100.7").build();

  private static Tenant contoso(OnPremisesConnector... connectors) {
    Tenant.Builder contoso = Tenant.builder("contoso").acceptedDomains("contoso.com");
    List.of(connectors).forEach(contoso::inboundConnector);
    return contoso.build();
  }

  private static List<Advice> advise(SimulatedConnection connection, Tenant... tenants) {
    AttributionEngine engine = AttributionEngine.of(TenantDirectory.of(tenants));
    return Advisor.of(engine).advise(engine.resolve(connection));
  }

  @Test
  void the_disabled_connector_is_to_be_enabled_first() {
    Tenant contoso = contoso(BY_ADDRESS.toBuilder().enabled(false).build());

    Advice first =
        advise(Mail.of("198.51.100.7", "anna@contoso.com", "someone@example.net"), contoso).get(0);

    assertThat(first.commands())
        .containsExactly("Set-InboundConnector -Identity \"by address\" -Enabled $true");
    assertThat(first.outcome().toString())
        .isEqualTo("Originating from contoso through \"by address\" (ip, mail-from)");
  }

  @Test
  void the_next_address_is_added_and_does_not_replace_those_that_are_there() {
    Advice first =
        advise(
                Mail.of("198.51.100.8", "anna@contoso.com", "someone@example.net"),
                contoso(BY_ADDRESS))
            .get(0);

    assertThat(first.commands())
        .containsExactly(
            "Set-InboundConnector -Identity \"by address\""
                + " -SenderIPAddresses @{Add=\"198.51.100.8\"}");
  }

  @Test
  void an_accepted_domain_that_another_tenant_holds_is_not_proposed() {
    Tenant contoso =
        contoso(
            OnPremisesConnector.builder("shared")
                .tlsSenderCertificateName("gw.shared.example")
                .build());
    Tenant holder = Tenant.builder("holder").acceptedDomains("gw.shared.example").build();
    SimulatedConnection mail = Mail.of("198.51.100.7", "john@stranger.example", "a@example.net");
    Change taken = Change.acceptedDomain("contoso", DomainName.parse("gw.shared.example"));

    assertThat(search(mail, contoso).tried(taken)).isPresent();
    assertThat(search(mail, contoso, holder).tried(taken)).isEmpty();
  }

  private static AdviceSearch search(SimulatedConnection mail, Tenant... tenants) {
    return new AdviceSearch(AttributionEngine.of(TenantDirectory.of(tenants)), mail);
  }

  @Test
  void a_change_says_what_other_mail_it_moves() {
    Tenant contoso =
        contoso(
            OnPremisesConnector.builder("gateway")
                .tlsSenderCertificateName("gw.contoso.com")
                .build());
    AttributionEngine engine = AttributionEngine.of(TenantDirectory.of(contoso, FABRIKAM));
    SimulatedConnection bounce = Mail.of("198.51.100.7", "<>", "someone@example.net");
    Change accepted = Change.acceptedDomain("contoso", DomainName.parse("gw.contoso.com"));

    DiffReport moves = new AdviceMoves(engine).of(accepted, bounce).orElseThrow();

    assertThat(moves.changes().get(0))
        .hasToString(
            "NEWLY_CAPTURED: Incoming to fabrikam, anonymous becomes Originating from contoso"
                + " through \"gateway\" (certificate, certificate-domain), such as from"
                + " 198.51.100.1, TLS, certificate gw.contoso.com, MAIL FROM unrelated.example,"
                + " RCPT TO fabrikam.com");
    assertThat(moves.changes()).extracting(DiffChange::harm).isSorted();
    assertThat(moves.bound()).startsWith("holds for");
  }

  @Test
  void of_a_gateway_of_hundreds_a_few_senders_show_what_a_change_moves() {
    List<Tenant> tenants = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      tenants.add(
          Tenant.builder("t" + i)
              .acceptedDomains("t" + i + ".example")
              .inboundConnector(BY_ADDRESS)
              .build());
    }
    AttributionEngine engine = AttributionEngine.of(TenantDirectory.of(tenants));
    SimulatedConnection mail = Mail.of("198.51.100.7", "a@t1.example", "b@new.example");
    Change accepted = Change.acceptedDomain("t1", DomainName.parse("new.example"));

    DiffReport moves = new AdviceMoves(engine).of(accepted, mail).orElseThrow();

    assertThat(moves.changes().get(0).harm()).isEqualTo(DiffHarm.NEWLY_CAPTURED);
    assertThat(moves.bound())
        .contains(", from senders of stranger.invalid, t1.example, new.example");
  }

  @Test
  void a_strangers_mail_is_never_made_the_tenants_own() {
    Tenant tailspintoys =
        Tenant.builder("tailspintoys")
            .acceptedDomains("tailspintoys.com")
            .inboundConnector(
                PartnerConnector.builder("filter")
                    .senderDomains("*")
                    .tlsSenderCertificateName("mail.gateway.example")
                    .restrictDomainsToCertificate(true)
                    .build())
            .build();

    List<Advice> advice =
        advise(
            Mail.of("198.51.100.1", "john@stranger.example", "anna@tailspintoys.com"),
            tailspintoys);

    assertThat(advice.get(0).change().action()).endsWith("with the name mail.gateway.example");
    assertThat(advice)
        .extracting(a -> a.outcome().toString())
        .allSatisfy(outcome -> assertThat(outcome).startsWith("Incoming to tailspintoys"));
  }

  @Test
  void what_is_proposed_does_the_same_in_the_whole_directory() {
    List<Tenant> tenants = new ArrayList<>();
    tenants.add(contoso(BY_ADDRESS.toBuilder().enabled(false).build()));
    for (int i = 0; i < 200; i++) {
      tenants.add(
          Tenant.builder("t" + i)
              .acceptedDomains("t" + i + ".example")
              .inboundConnector(
                  OnPremisesConnector.builder("c")
                      .senderIpAddresses("198.51.100." + i)
                      .tlsSenderCertificateName("*.t" + i + ".example")
                      .build())
              .build());
    }
    TenantDirectory directory = TenantDirectory.of(tenants);
    AttributionEngine engine = AttributionEngine.of(directory);
    SimulatedConnection mail = Mail.of("198.51.100.7", "anna@contoso.com", "someone@example.net");

    List<Advice> advice = Advisor.of(engine).advise(engine.resolve(mail));

    assertThat(advice).isNotEmpty();
    for (Advice each : advice) {
      ChangeSubject changed = each.change().applyTo(ChangeSubject.of(engine, mail));
      assertThat(changed.attribution()).isEqualTo(each.result());
    }
  }
}
