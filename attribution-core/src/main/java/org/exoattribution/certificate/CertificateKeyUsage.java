package org.exoattribution.certificate;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.exoattribution.model.Readings;

/**
 * For which uses a leaf is meant, and whether TLS is one of them (PKI-6). PKIX leaves the leaf's
 * extended key usage to the application.
 */
final class CertificateKeyUsage {
  private static final String ANY = KeyPurposeId.anyExtendedKeyUsage.getId();
  private static final String SERVER_AUTH = KeyPurposeId.id_kp_serverAuth.getId();
  private static final String CLIENT_AUTH = KeyPurposeId.id_kp_clientAuth.getId();

  private static final Map<String, String> NAMES =
      Map.of(
          ANY,
          "anyExtendedKeyUsage",
          SERVER_AUTH,
          "serverAuth",
          CLIENT_AUTH,
          "clientAuth",
          KeyPurposeId.id_kp_codeSigning.getId(),
          "codeSigning",
          KeyPurposeId.id_kp_emailProtection.getId(),
          "emailProtection",
          KeyPurposeId.id_kp_timeStamping.getId(),
          "timeStamping",
          KeyPurposeId.id_kp_OCSPSigning.getId(),
          "OCSPSigning",
          KeyPurposeId.id_kp_smartcardlogon.getId(),
          "smartcardLogon");

  private final String text;
  private final boolean everyUse;
  private final List<String> uses;

  private CertificateKeyUsage(String text, boolean everyUse, List<String> uses) {
    this.text = text;
    this.everyUse = everyUse;
    this.uses = uses;
  }

  static CertificateKeyUsage of(X509Certificate leaf) {
    try {
      List<String> uses = leaf.getExtendedKeyUsage();
      if (uses == null) {
        return new CertificateKeyUsage("no extended key usage: every use", true, List.of());
      }
      List<String> names = uses.stream().map(use -> NAMES.getOrDefault(use, use)).toList();
      String text = names.isEmpty() ? "for no use at all" : "for " + String.join(", ", names);
      return new CertificateKeyUsage(CertificateTexts.oneLine(text), uses.contains(ANY), uses);
    } catch (CertificateParsingException | RuntimeException e) {
      String text = "extended key usage that cannot be read: " + CertificateTexts.message(e);
      return new CertificateKeyUsage(text, false, List.of());
    }
  }

  boolean isAllowedBy(Readings.KeyUsage reading) {
    return switch (reading) {
      case ANY -> true;
      case SERVER_AUTH -> everyUse || uses.contains(SERVER_AUTH);
      case TLS -> everyUse || uses.contains(SERVER_AUTH) || uses.contains(CLIENT_AUTH);
    };
  }

  static String expectedBy(Readings.KeyUsage reading) {
    return switch (reading) {
      case ANY -> "any extended key usage";
      case SERVER_AUTH -> "no extended key usage, anyExtendedKeyUsage or serverAuth";
      case TLS -> "no extended key usage, anyExtendedKeyUsage, serverAuth or clientAuth";
    };
  }

  /** The uses by their names, or what else there is to say. */
  @Override
  public String toString() {
    return text;
  }
}
