package org.exoattribution.testkit.laws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.Incoming;
import org.exoattribution.model.Originating;
import org.exoattribution.model.Rejected;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;

/** Asks of every result whether its tenant owns what the rule says, and has the connector. */
final class OwnerLaw implements Law.Check {

  @Override
  public List<LawViolation> violations(
      Subject engine, Collection<SimulatedConnection> connections) {
    Owners owners = new Owners(engine.directory());
    List<LawViolation> violations = new ArrayList<>();
    for (SimulatedConnection connection : connections) {
      Attribution attribution = engine.resolve(connection);
      attribution
          .fold(
              originating -> objection(originating, owners, engine.ruleSet()),
              incoming -> objection(incoming, owners),
              rejected -> objection(rejected, owners))
          .ifPresent(
              objection ->
                  violations.add(
                      new LawViolation(
                          Law.OWNERS_WIN,
                          "it is " + Result.words(attribution) + ", but " + objection,
                          connection)));
    }
    return violations;
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
      case RCPT_TO -> unless(tenant, owners.of(connection.rcptTo().domain()), "the RCPT TO domain");
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
    boolean uncovered =
        incoming.connector().isPresent()
            && !incoming.connector().get().covers(connection.mailFrom());
    return uncovered
        ? Optional.of("SenderDomains of the connector do not cover the sender (IN-3)")
        : unless(incoming.tenant(), owners.of(connection.rcptTo().domain()), "the RCPT TO domain");
  }

  private static Optional<String> objection(Rejected rejected, Owners owners) {
    return rejected
        .tenant()
        .flatMap(
            tenant ->
                unless(
                    tenant,
                    owners.of(rejected.connection().rcptTo().domain()),
                    "the RCPT TO domain"));
  }

  private static Optional<String> unless(Tenant tenant, Optional<String> owner, String what) {
    return owner.equals(Optional.of(tenant.name()))
        ? Optional.empty()
        : Optional.of(owner.orElse("nobody") + " owns " + what + " (DOM-2)");
  }
}
