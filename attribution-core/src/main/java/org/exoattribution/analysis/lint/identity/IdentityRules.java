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
          new CertificateNameShared(),
          new WildcardCoversOthers(),
          new WildcardCoversGateway(),
          new WildcardCapturesEveryHost(),
          new AddressShared(),
          new AddressNotPublic());

  private IdentityRules() {}
}
