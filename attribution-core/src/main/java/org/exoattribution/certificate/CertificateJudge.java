package org.exoattribution.certificate;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RevocationStatus;

/**
 * Judges one presented certificate at one instant, without remembering anything. Whatever a
 * provider throws means that the certificate is refused.
 */
final class CertificateJudge {
  private final CertificateSignatures signatures = new CertificateSignatures();
  private final PathAnchors anchors;
  private final RevocationMaterial knownMaterial;
  private final Readings readings;

  CertificateJudge(TrustAnchors trustAnchors, Readings readings) {
    this.anchors = new PathAnchors(trustAnchors);
    this.knownMaterial = new RevocationMaterial(trustAnchors.revocationStatus());
    this.readings = readings;
  }

  /** The verdict; the instant then knows from when until when it holds. */
  CertificateVerdict judge(PresentedCertificate presented, CertificateInstant at) {
    try {
      List<X509Certificate> chain = new ArrayList<>();
      for (X509Certificate given : presented.chain()) {
        Optional<X509Certificate> certificate = CertificateReading.read(given);
        if (certificate.isEmpty() && chain.isEmpty()) {
          return refused("the JDK cannot read the leaf");
        }
        certificate.ifPresent(chain::add);
      }
      return verdict(chain.get(0), facts(chain, presented.revocationStatus(), at));
    } catch (RuntimeException e) {
      return refused("the certificate cannot be judged: " + CertificateTexts.message(e));
    }
  }

  private CertificateVerdict verdict(X509Certificate leaf, CertificateFacts facts) {
    return new CertificateVerdict(
        facts.tests(readings),
        CertificateNames.of(leaf),
        facts.path(),
        facts.revocationUnchecked(readings),
        facts.contestedReadings(readings));
  }

  private CertificateFacts facts(
      List<X509Certificate> chain, Optional<RevocationStatus> supplied, CertificateInstant at) {
    X509Certificate leaf = chain.get(0);
    RevocationMaterial material =
        new RevocationMaterial(supplied.orElse(RevocationStatus.UNAVAILABLE));
    RevocationCheck revocation =
        new RevocationCheck(List.of(material, knownMaterial), signatures, at);
    boolean revocationSupplied = supplied.isPresent() || !knownMaterial.isEmpty();
    BestPath best = new BestPath(revocation, revocationSupplied);
    Optional<PathEnd> end = new PathSearch(chain, anchors, signatures, at, best::offer).run();
    boolean found = !best.path.isEmpty();
    return new CertificateFacts(
        leaf,
        at.isWithin(leaf),
        validity(leaf, at),
        best.path,
        found ? Optional.empty() : end,
        found ? best.answer : end.map(way -> revocation.of(way.path())).orElse(best.answer),
        revocationSupplied,
        CertificateKeyUsage.of(leaf));
  }

  private static String validity(X509Certificate leaf, CertificateInstant at) {
    String which = ": " + CertificateTexts.certificate(leaf);
    if (at.isBefore(leaf.getNotBefore())) {
      return "not valid before " + CertificateTexts.time(leaf.getNotBefore()) + which;
    }
    if (at.isAfter(leaf.getNotAfter())) {
      return "expired " + CertificateTexts.time(leaf.getNotAfter()) + which;
    }
    return "valid from "
        + CertificateTexts.time(leaf.getNotBefore())
        + " to "
        + CertificateTexts.time(leaf.getNotAfter())
        + which;
  }

  private static CertificateVerdict refused(String cause) {
    return new CertificateVerdict(
        CertificateFacts.unreadable(cause), List.of(), List.of(), Optional.empty(), Set.of());
  }

  /** Of several valid paths the one about whose revocation most good is known, else the first. */
  private static final class BestPath {
    private final RevocationCheck revocation;
    private final boolean revocationSupplied;
    private List<X509Certificate> path = List.of();
    private RevocationAnswer answer = RevocationAnswer.unknown("no path");

    BestPath(RevocationCheck revocation, boolean revocationSupplied) {
      this.revocation = revocation;
      this.revocationSupplied = revocationSupplied;
    }

    /** Takes a valid path; true if no other can be better. */
    boolean offer(List<X509Certificate> found) {
      RevocationAnswer status = revocation.of(found);
      if (path.isEmpty() || status.isBetterThan(answer)) {
        path = found;
        answer = status;
      }
      return !revocationSupplied || answer.state() == RevocationAnswer.State.GOOD;
    }
  }
}
