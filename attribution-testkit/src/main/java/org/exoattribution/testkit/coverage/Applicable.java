package org.exoattribution.testkit.coverage;

import java.util.Collections;
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
    List<Tenant> senders = having(directory, Applicable::isByCertificate);
    boolean byAddress = !having(directory, Applicable::isByAddress).isEmpty();
    found.rules(true, RuleId.IN_1, RuleId.IN_5);
    found.readings(true, Reading.RELAY_REFUSAL);
    if (!senders.isEmpty()) {
      found.addCertificateStage(senders);
    }
    found.rules(byAddress, RuleId.IP_1, RuleId.IP_2, RuleId.IP_3, RuleId.IP_4, RuleId.NULL_1);
    found.readings(byAddress, Reading.RECIPIENT_ONLY_IP_MATCH);
    directory.tenants().forEach(found::addTenant);
    return found;
  }

  private void addCertificateStage(List<Tenant> tenants) {
    boolean someOwned = tenants.stream().anyMatch(t -> byCertificate(t).anyMatch(t::owns));
    boolean allOwned = tenants.stream().allMatch(t -> byCertificate(t).allMatch(t::owns));
    rules(true, RuleId.CERT_2, RuleId.CERT_3);
    rules(someOwned, RuleId.CERT_4);
    // the envelope decides: no owner, or several
    rules(!allOwned || tenants.size() > 1, RuleId.CERT_5, RuleId.CERT_6);
  }

  private void addTenant(Tenant tenant) {
    rules(tenant.rejectDirectSend(), RuleId.IN_7);
    rules(tenant.forest().isPresent(), RuleId.FOR_2);
    rules(!tenant.mailEnabled(), RuleId.IN_2);
    List<InboundConnector> enabled = enabled(tenant).toList();
    enabled.forEach(this::addConnector);
    long onPremises = enabled.stream().filter(OnPremisesConnector.class::isInstance).count();
    rules(onPremises > 1 || enabled.size() - onPremises > 1, RuleId.SEL_1);
  }

  private void addConnector(InboundConnector connector) {
    if (connector instanceof PartnerConnector partner) {
      rules(true, RuleId.IN_3);
      rules(partner.isRestricting(), RuleId.IN_4);
      rules(partner.requireTls(), RuleId.IN_6);
      boolean unrestricted =
          !partner.senderIpAddresses().isEmpty() && !partner.restrictDomainsToIpAddresses();
      readings(partner.restrictsToBoth(), Reading.PARTNER_BOTH);
      readings(unrestricted, Reading.PARTNER_ADDRESSES);
    } else {
      rules(true, RuleId.MULTI_1, RuleId.MULTI_2);
    }
    readings(!connector.associatedAcceptedDomains().isEmpty(), Reading.ASSOCIATED_DOMAINS);
    connector.tlsSenderCertificateName().ifPresent(this::addCertificateName);
  }

  private void addCertificateName(CertificateNamePattern name) {
    rules(true, RuleId.PKI_2, RuleId.PKI_3, RuleId.PKI_4, RuleId.PKI_5, RuleId.PKI_6);
    readings(true, Reading.BAD_CERTIFICATE, Reading.REVOCATION);
    readings(true, Reading.CERTIFICATE_TRUST, Reading.KEY_USAGE);
    readings(true, name.wildcard() ? Reading.WILDCARD_DEPTH : Reading.WILDCARD_CERTIFICATE);
  }

  private void rules(boolean apply, RuleId... which) {
    if (apply) {
      Collections.addAll(rules, which);
    }
  }

  private void readings(boolean apply, Reading... which) {
    if (apply) {
      Collections.addAll(readings, which);
    }
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
