package org.exoattribution.analysis.lint.identity;

import java.util.List;
import org.exoattribution.analysis.lint.world.LintCheck;

/** The rules of this room. */
public final class IdentityRules {
  /** Those about certificate names first, then those about addresses. */
  public static final List<LintCheck> ALL =
      List.of(
          new CertificateDomainNotAccepted(),
          new CertificateDomainBelowAcceptedDomain(),
          new CertificateNameOfAnotherTenant(),
          new CertificateNameShared(),
          new SharedSenderNamed(),
          new GatewayNamed(),
          new WildcardOverPublicSuffix(),
          new WildcardCoversOthers(),
          new WildcardCoversGateway(),
          new WildcardCapturesEveryHost(),
          new AddressShared(),
          new AddressOfAnothersPartner(),
          new AddressNotPublic(),
          new ConnectorByAddressAlone(),
          new CertificateExpires());

  private IdentityRules() {}
}
