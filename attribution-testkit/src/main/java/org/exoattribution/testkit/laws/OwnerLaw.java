package org.exoattribution.testkit.laws;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.Incoming;
import org.exoattribution.model.Originating;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;

/** Asks of every result whether its tenant owns what the rule says, and has the connector. */
final class OwnerLaw implements Law.Check {

  @Override
  public Stream<Objection> objections(Subject engine, Collection<SimulatedConnection> connections) {
    Owners owners = new Owners(engine.engine().directory());
    return connections.stream()
        .map(engine::resolve)
        .flatMap(attribution -> objections(attribution, owners, engine.engine().ruleSet()));
  }

  private static Stream<Objection> objections(
      Attribution attribution, Owners owners, RuleSet ruleSet) {
    return attribution
        .fold(
            originating -> objection(originating, owners, ruleSet),
            incoming -> objection(incoming, owners),
            rejected ->
                rejected
                    .tenant()
                    .flatMap(tenant -> unlessRecipients(tenant, rejected.connection(), owners)))
        .stream()
        .map(but -> "it is " + Objection.come(attribution) + ", but " + but)
        .map(words -> new Objection(words, attribution.connection()));
  }

  private static Optional<String> objection(
      Originating originating, Owners owners, RuleSet ruleSet) {
    Tenant tenant = originating.tenant();
    if (!tenant.inboundConnectors().contains(originating.connector())
        || !originating.connector().enabled()) {
      return Optional.of("the tenant has no such connector enabled");
    }
    SimulatedConnection connection = originating.connection();
    return switch (originating.basis()) {
      case MAIL_FROM ->
          unless(tenant, owners.of(connection.mailFrom().domain()), "the MAIL FROM domain");
      case RCPT_TO -> unlessRecipients(tenant, connection, owners);
      case HEADER_FROM ->
          ruleSet.compareTo(RuleSet.V2023) >= 0
              ? Optional.of("header-from counts no longer")
              : unless(tenant, owners.of(connection.headerFromDomain()), "the header-from domain");
      case CERTIFICATE_DOMAIN ->
          acceptsCertificateDomain(originating)
              ? Optional.empty()
              : Optional.of("the tenant does not accept the certificate's domain (CERT-3)");
      case CONNECTOR ->
          ruleSet == RuleSet.V2016
              ? Optional.empty()
              : Optional.of("a match without ownership is enough no longer");
    };
  }

  private static boolean acceptsCertificateDomain(Originating originating) {
    Optional<CertificateNamePattern> name = originating.connector().tlsSenderCertificateName();
    return name.isPresent() && originating.tenant().owns(name.get());
  }

  private static Optional<String> objection(Incoming incoming, Owners owners) {
    SimulatedConnection connection = incoming.connection();
    return incoming.connector().filter(c -> !c.covers(connection.mailFrom())).isPresent()
        ? Optional.of("SenderDomains of the connector do not cover the sender (IN-3)")
        : unlessRecipients(incoming.tenant(), connection, owners);
  }

  private static Optional<String> unlessRecipients(
      Tenant tenant, SimulatedConnection connection, Owners owners) {
    return unless(tenant, owners.of(connection.rcptTo().domain()), "the RCPT TO domain");
  }

  private static Optional<String> unless(Tenant tenant, Optional<String> owner, String what) {
    return owner.equals(Optional.of(tenant.name()))
        ? Optional.empty()
        : Optional.of(owner.orElse("nobody") + " owns " + what + " (DOM-2)");
  }
}
