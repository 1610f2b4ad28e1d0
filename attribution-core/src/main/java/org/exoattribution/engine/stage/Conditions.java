package org.exoattribution.engine.stage;

import org.exoattribution.engine.index.Candidate;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Readings;

/** The conditions that stages ask of a connector in a case; those of values stand on the values. */
final class Conditions {
  private Conditions() {}

  /** CON-9, with the domain that reading associatedDomains names. */
  static boolean applies(Case given, Candidate<?> candidate) {
    return !candidate.associated()
        || applies(given, candidate, given.readings().associatedDomains());
  }

  static boolean applies(Case given, Candidate<?> candidate, Readings.AssociatedDomains reading) {
    return candidate
        .connector()
        .appliesTo(given.connection().mailFrom(), given.connection().rcptTo(), reading);
  }

  /** CERT-1 and NAME-1: whether a name of the accepted certificate matches the connector's. */
  static boolean matchesCertificate(Case given, InboundConnector connector) {
    return connector.matches(given.names(), given.readings());
  }

  /** IP-1, of a connector of either type. */
  static boolean matchesAddress(Case given, InboundConnector connector) {
    return connector.rangeOf(given.connection().sourceIp()).isPresent();
  }

  /** The length of the prefix by which an address matched (SEL-1); -1 if none did. */
  static int prefixLength(Case given, InboundConnector connector) {
    return connector.rangeOf(given.connection().sourceIp()).map(r -> r.prefixLength()).orElse(-1);
  }

  /** IN-4: whether the restrictions are met; of two both must be, or either (partnerBoth). */
  static boolean meetsRestrictions(
      Case given, PartnerConnector connector, Readings.PartnerBoth reading) {
    boolean addressFails =
        connector.restrictDomainsToIpAddresses() && !matchesAddress(given, connector);
    boolean certificateFails =
        connector.restrictDomainsToCertificate() && !matchesCertificate(given, connector);
    return (connector.restrictsToBoth() && reading == Readings.PartnerBoth.OR)
        ? !addressFails || !certificateFails
        : !addressFails && !certificateFails;
  }

  /** IN-5: whether addresses of the connector count, restricting or not (partnerAddresses). */
  static boolean addressesCount(PartnerConnector connector, Readings.PartnerAddresses reading) {
    return connector.restrictDomainsToIpAddresses() || reading == Readings.PartnerAddresses.ALWAYS;
  }
}
