package org.exoattribution.testkit.pki;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathChecker;
import java.security.cert.CertPathValidator;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathChecker;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges bundles as strictly as the JDK's PKIX logic can, with revocation always on, and checks the
 * leaf's extended key usage, which PKIX leaves alone.
 */
final class StrictRelyingParty {

  private static final Set<String> ACCEPTED_PURPOSES =
      Set.of("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2", "2.5.29.37.0");

  private StrictRelyingParty() {}

  /** Why the chain, taken as a path in the order presented, is refused; empty if accepted. */
  static Optional<String> refusal(CertificateBundle bundle, Instant at) {
    try {
      List<String> purposes = bundle.chain().get(0).getExtendedKeyUsage();
      if (purposes != null && purposes.stream().noneMatch(ACCEPTED_PURPOSES::contains)) {
        return Optional.of("wrong extended key usage");
      }
      CertPathValidator validator = CertPathValidator.getInstance("PKIX");
      List<X509Certificate> path = new ArrayList<>(bundle.chain());
      path.removeAll(bundle.trustAnchors());
      validator.validate(
          CertificateFactory.getInstance("X.509").generateCertPath(path),
          parameters(bundle, at, validator.getRevocationChecker()));
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      return Optional.of(e.getMessage() + " " + e.getCause());
    }
  }

  /** Whether any path leads from the first certificate through the others to a trust anchor. */
  static boolean findsPath(CertificateBundle bundle, Instant at) {
    try {
      CertPathBuilder builder = CertPathBuilder.getInstance("PKIX");
      builder.build(parameters(bundle, at, builder.getRevocationChecker()));
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static PKIXBuilderParameters parameters(
      CertificateBundle bundle, Instant at, CertPathChecker revocation)
      throws GeneralSecurityException {
    X509CertSelector target = new X509CertSelector();
    target.setCertificate(bundle.chain().get(0));
    PKIXBuilderParameters parameters =
        new PKIXBuilderParameters(
            bundle.trustAnchors().stream()
                .map(root -> new TrustAnchor(root, null))
                .collect(Collectors.toSet()),
            target);
    parameters.setDate(Date.from(at));
    List<Object> given = new ArrayList<>(bundle.chain());
    given.addAll(bundle.crls());
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(given)));
    parameters.addCertPathChecker(withStatus(bundle, (PKIXRevocationChecker) revocation));
    return parameters;
  }

  private static PKIXCertPathChecker withStatus(
      CertificateBundle bundle, PKIXRevocationChecker checker) {
    List<byte[]> responses = bundle.ocspResponses();
    EnumSet<PKIXRevocationChecker.Option> options =
        EnumSet.of(PKIXRevocationChecker.Option.NO_FALLBACK);
    if (responses.isEmpty()) {
      options.add(PKIXRevocationChecker.Option.PREFER_CRLS);
    }
    checker.setOptions(options);
    Map<X509Certificate, byte[]> byCertificate = new HashMap<>();
    for (int i = 0; i < responses.size(); i++) {
      byCertificate.put(bundle.chain().get(i), responses.get(i));
    }
    checker.setOcspResponses(byCertificate);
    return checker;
  }
}
