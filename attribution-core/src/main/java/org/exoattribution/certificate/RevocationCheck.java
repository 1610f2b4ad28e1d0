package org.exoattribution.certificate;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;

/**
 * Whether the certificates of a path are revoked (PKI-5), by the CRLs and OCSP responses at hand.
 * One that says revoked is enough; one that is not suitable says nothing.
 */
final class RevocationCheck {
  /** How many unsuitable lists and responses an explanation tells of. */
  private static final int MOST_TOLD = 5;

  private final List<RevocationMaterial> materials;
  private final CertificateSignatures signatures;
  private final CertificateWork work;
  private final CertificateInstant at;

  RevocationCheck(
      List<RevocationMaterial> materials,
      CertificateSignatures signatures,
      CertificateWork work,
      CertificateInstant at) {
    this.work = work;
    this.materials = materials;
    this.signatures = signatures;
    this.at = at;
  }

  /** The answer for every certificate of the path but the last, which needs no status. */
  RevocationAnswer of(List<X509Certificate> path) {
    if (path.size() == 1) {
      return RevocationAnswer.good(
          CertificateTexts.subject(path.get(0)) + " has no issuer who could revoke it");
    }
    List<String> texts = new ArrayList<>();
    RevocationAnswer worst = RevocationAnswer.good("");
    for (int i = 0; i + 1 < path.size(); i++) {
      RevocationAnswer answer = of(path.get(i), path.get(i + 1));
      if (worst.isBetterThan(answer)) {
        texts.clear();
        worst = answer;
      }
      if (answer.state() == worst.state()) {
        texts.add(answer.text());
      }
    }
    return new RevocationAnswer(worst.state(), String.join("; ", texts));
  }

  private RevocationAnswer of(X509Certificate certificate, X509Certificate issuer) {
    List<String> unsuitable = new ArrayList<>();
    List<String> good = new ArrayList<>();
    for (RevocationAnswer answer : answers(certificate, issuer)) {
      switch (answer.state()) {
        case REVOKED -> {
          return RevocationAnswer.revoked(
              answer.text() + ": " + CertificateTexts.certificate(certificate));
        }
        case GOOD -> good.add(answer.text());
        case UNKNOWN -> unsuitable.add(answer.text());
      }
    }
    if (!good.isEmpty()) {
      return RevocationAnswer.good(
          CertificateTexts.subject(certificate) + " is not revoked by " + good.get(0));
    }
    String why = unsuitable.isEmpty() ? "no CRL or OCSP response covers it" : joined(unsuitable);
    return RevocationAnswer.unknown(
        "no status of " + CertificateTexts.certificate(certificate) + " (" + why + ")");
  }

  private static String joined(List<String> texts) {
    int rest = texts.size() - MOST_TOLD;
    return rest <= 0
        ? String.join(", ", texts)
        : String.join(", ", texts.subList(0, MOST_TOLD)) + " and " + rest + " more";
  }

  private List<RevocationAnswer> answers(X509Certificate certificate, X509Certificate issuer) {
    List<RevocationAnswer> answers = new ArrayList<>();
    for (RevocationMaterial material : materials) {
      for (X509CRL crl : material.crls()) {
        new RevocationCrl(crl, issuer, signatures, work, at)
            .answerAbout(certificate)
            .ifPresent(answers::add);
      }
      for (BasicOCSPResp response : material.responses()) {
        new RevocationOcsp(response, issuer, signatures, work, at)
            .answerAbout(certificate, responder -> isRevokedByCrl(responder, issuer))
            .ifPresent(answers::add);
      }
      if (material.unreadable() > 0) {
        answers.add(
            RevocationAnswer.unknown(
                "an OCSP response cannot be read or is an error message of the responder"));
      }
    }
    return answers;
  }

  /** A responder's certificate is asked about in CRLs only, or it could vouch for itself. */
  private boolean isRevokedByCrl(X509Certificate responder, X509Certificate issuer) {
    return materials.stream()
        .flatMap(material -> material.crls().stream())
        .flatMap(
            crl ->
                new RevocationCrl(crl, issuer, signatures, work, at)
                    .answerAbout(responder).stream())
        .anyMatch(answer -> answer.state() == RevocationAnswer.State.REVOKED);
  }
}
