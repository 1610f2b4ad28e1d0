package org.exoattribution.testkit.coverage;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Reading;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/**
 * The rules on which a result can rest, and the readings that can matter to one, under the current
 * rules and in a directory as it is: where no tenant has a Partner connector, no test can exercise
 * the rules about them.
 *
 * @param rules the rules
 * @param readings the readings
 */
record Applicable(Set<RuleId> rules, Set<Reading> readings) {

  static Applicable to(TenantDirectory directory) {
    Applicable found = new Applicable(EnumSet.noneOf(RuleId.class), EnumSet.noneOf(Reading.class));
    found.rules.add(RuleId.IN_1);
    found.rules.add(RuleId.IN_5);
    found.readings.add(Reading.RELAY_REFUSAL);
    List<Tenant> senders = having(directory, Applicable::isByCertificate);
    if (!senders.isEmpty()) {
      found.addCertificateStage(senders);
    }
    if (!having(directory, Applicable::isByAddress).isEmpty()) {
      found.rules.addAll(
          List.of(RuleId.IP_1, RuleId.IP_2, RuleId.IP_3, RuleId.IP_4, RuleId.NULL_1));
      found.readings.add(Reading.RECIPIENT_ONLY_IP_MATCH);
    }
    directory.tenants().forEach(found::addTenant);
    return found;
  }

  private void addCertificateStage(List<Tenant> tenants) {
    rules.addAll(List.of(RuleId.CERT_2, RuleId.CERT_3));
    boolean someOwned = tenants.stream().anyMatch(t -> byCertificate(t).anyMatch(t::owns));
    boolean someNotOwned =
        tenants.stream().anyMatch(t -> byCertificate(t).anyMatch(name -> !t.owns(name)));
    if (someOwned) {
      rules.add(RuleId.CERT_4);
    }
    if (someNotOwned || tenants.size() > 1) { // the envelope decides: no owner, or several
      rules.addAll(List.of(RuleId.CERT_5, RuleId.CERT_6));
    }
  }

  private void addTenant(Tenant tenant) {
    if (tenant.rejectDirectSend()) {
      rules.add(RuleId.IN_7);
    }
    if (tenant.forest().isPresent()) {
      rules.add(RuleId.FOR_2);
    }
    if (!tenant.mailEnabled()) {
      rules.add(RuleId.IN_2);
    }
    List<InboundConnector> enabled = enabled(tenant).toList();
    enabled.forEach(this::addConnector);
    long onPremises = enabled.stream().filter(OnPremisesConnector.class::isInstance).count();
    if (onPremises > 1 || enabled.size() - onPremises > 1) {
      rules.add(RuleId.SEL_1);
    }
  }

  private void addConnector(InboundConnector connector) {
    if (connector instanceof PartnerConnector partner) {
      rules.add(RuleId.IN_3);
      if (partner.isRestricting()) {
        rules.add(RuleId.IN_4);
      }
      if (partner.requireTls()) {
        rules.add(RuleId.IN_6);
      }
      if (partner.restrictsToBoth()) {
        readings.add(Reading.PARTNER_BOTH);
      }
      if (!partner.senderIpAddresses().isEmpty() && !partner.restrictDomainsToIpAddresses()) {
        readings.add(Reading.PARTNER_ADDRESSES);
      }
    } else {
      rules.addAll(List.of(RuleId.MULTI_1, RuleId.MULTI_2));
    }
    if (!connector.associatedAcceptedDomains().isEmpty()) {
      readings.add(Reading.ASSOCIATED_DOMAINS);
    }
    connector.tlsSenderCertificateName().ifPresent(this::addCertificateName);
  }

  private void addCertificateName(CertificateNamePattern name) {
    rules.addAll(List.of(RuleId.PKI_2, RuleId.PKI_3, RuleId.PKI_4, RuleId.PKI_5, RuleId.PKI_6));
    readings.addAll(
        List.of(
            Reading.BAD_CERTIFICATE,
            Reading.REVOCATION,
            Reading.CERTIFICATE_TRUST,
            Reading.KEY_USAGE));
    readings.add(name.wildcard() ? Reading.WILDCARD_DEPTH : Reading.WILDCARD_CERTIFICATE);
  }

  private static List<Tenant> having(TenantDirectory directory, Predicate<InboundConnector> kind) {
    return directory.tenants().stream().filter(t -> enabled(t).anyMatch(kind)).toList();
  }

  private static Stream<InboundConnector> enabled(Tenant tenant) {
    return tenant.inboundConnectors().stream().filter(InboundConnector::enabled);
  }

  private static boolean isByCertificate(InboundConnector connector) {
    return connector instanceof OnPremisesConnector
        && connector.tlsSenderCertificateName().isPresent();
  }

  private static boolean isByAddress(InboundConnector connector) {
    return connector instanceof OnPremisesConnector && !connector.senderIpAddresses().isEmpty();
  }

  private static Stream<CertificateNamePattern> byCertificate(Tenant tenant) {
    return enabled(tenant)
        .filter(Applicable::isByCertificate)
        .flatMap(connector -> connector.tlsSenderCertificateName().stream());
  }
}
