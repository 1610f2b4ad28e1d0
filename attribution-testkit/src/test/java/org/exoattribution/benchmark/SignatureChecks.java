package org.exoattribution.benchmark;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.exoattribution.testkit.pki.CertificateBundle;

/**
 * The signatures that a path rests on, those of its CRLs included, verified and nothing else; with
 * the implementations that the engine uses, RSA of the JDK and elliptic curves of Bouncy Castle.
 */
final class SignatureChecks {
  private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

  /** One signature. */
  private interface Check {
    boolean holds() throws GeneralSecurityException;
  }

  private final List<Check> checks = new ArrayList<>();

  /** Of the chain up to its one root; each CRL is of the issuer at the same place in the path. */
  static SignatureChecks of(CertificateBundle bundle) throws GeneralSecurityException {
    List<X509Certificate> path = new ArrayList<>(bundle.chain());
    path.addAll(bundle.trustAnchors());
    SignatureChecks all = new SignatureChecks();
    for (int i = 0; i + 1 < path.size(); i++) {
      X509Certificate signed = path.get(i);
      all.checks.add(
          check(
              signed.getSigAlgName(),
              path.get(i + 1).getPublicKey(),
              signed.getTBSCertificate(),
              signed.getSignature()));
    }
    for (int i = 0; i < bundle.crls().size(); i++) {
      X509CRL crl = bundle.crls().get(i);
      all.checks.add(
          check(
              crl.getSigAlgName(),
              path.get(i + 1).getPublicKey(),
              crl.getTBSCertList(),
              crl.getSignature()));
    }
    return all;
  }

  private static Check check(String algorithm, PublicKey key, byte[] signed, byte[] signature) {
    return () -> {
      Signature verifier =
          key instanceof RSAPublicKey
              ? Signature.getInstance(algorithm)
              : Signature.getInstance(algorithm, BOUNCY_CASTLE);
      verifier.initVerify(key);
      verifier.update(signed);
      return verifier.verify(signature);
    };
  }

  /** How many hold: all of them. */
  int run() throws GeneralSecurityException {
    int holding = 0;
    for (Check check : checks) {
      holding += check.holds() ? 1 : 0;
    }
    return holding;
  }
}
