package org.exoattribution.certificate;

import com.google.common.cache.Cache;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exoattribution.certificate.CertificateWork.Kind;
import org.exoattribution.certificate.CertificateWork.TooMuchException;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.RevocationStatus;

/**
 * Finds out about one presented certificate at one instant, without remembering anything, whatever
 * the readings. Whatever a provider throws means that the certificate is refused; so does more work
 * than {@link CertificateWork} allows.
 */
final class CertificateJudge {
  private final Cache<Object, PublicKey> verified = CertificateSignatures.memory();
  private final PathCertificates anchors;
  private final RevocationMaterial knownMaterial;

  CertificateJudge(TrustAnchors trustAnchors) {
    this.anchors = PathCertificates.of(trustAnchors);
    this.knownMaterial = new RevocationMaterial(trustAnchors.revocationStatus());
  }

  /** The verdicts; the instant then knows from when until when they hold. */
  CertificateVerdicts judge(PresentedCertificate presented, CertificateInstant at) {
    CertificateWork work = new CertificateWork();
    try {
      List<X509Certificate> chain = new ArrayList<>();
      for (X509Certificate given : presented.chain()) {
        work.spend(Kind.READING, CertificateReading.steps(given.getEncoded().length));
        Optional<X509Certificate> certificate = CertificateReading.read(given);
        if (certificate.isEmpty() && chain.isEmpty()) {
          return CertificateFacts.unreadable("the JDK cannot read the leaf");
        }
        certificate.ifPresent(chain::add);
      }
      return verdicts(chain, presented.revocationStatus(), work, at);
    } catch (TooMuchException e) {
      return CertificateFacts.unreadable(CertificateTexts.message(e));
    } catch (CertificateEncodingException | RuntimeException e) {
      return CertificateFacts.unreadable(
          "the certificate cannot be judged: " + CertificateTexts.message(e));
    } catch (StackOverflowError | OutOfMemoryError e) {
      at.holdsOnlyNow(); // it may be this thread's or this moment's trouble
      return CertificateFacts.unreadable(
          "the certificate cannot be judged: it takes too much memory");
    }
  }

  private CertificateVerdicts verdicts(
      List<X509Certificate> chain,
      Optional<RevocationStatus> supplied,
      CertificateWork work,
      CertificateInstant at) {
    X509Certificate leaf = chain.get(0);
    CertificateSignatures signatures = new CertificateSignatures(verified, work);
    RevocationMaterial material =
        new RevocationMaterial(supplied.orElse(RevocationStatus.UNAVAILABLE));
    RevocationCheck revocation =
        new RevocationCheck(List.of(material, knownMaterial), signatures, work, at);
    boolean revocationSupplied = supplied.isPresent() || !knownMaterial.isEmpty();
    BestPath best = new BestPath(revocation, revocationSupplied, work);
    Optional<PathEnd> end = search(chain, signatures, work, at, best);
    boolean found = !best.path.isEmpty();
    RevocationAnswer answer =
        found ? best.answer : end.map(way -> revocation.of(way.path())).orElse(best.answer);
    if (!found && work.excess().isPresent()) {
      return CertificateFacts.unreadable(work.excess().get());
    }
    return new CertificateFacts(
            leaf,
            at.isWithin(leaf),
            validity(leaf, at),
            best.path,
            found ? Optional.empty() : end,
            answer,
            revocationSupplied,
            CertificateKeyUsage.of(leaf))
        .verdicts();
  }

  private Optional<PathEnd> search(
      List<X509Certificate> chain,
      CertificateSignatures signatures,
      CertificateWork work,
      CertificateInstant at,
      BestPath best) {
    try {
      return new PathSearch(chain, anchors, signatures, work, at, best::offer).run();
    } catch (TooMuchException e) {
      if (best.path.isEmpty()) {
        throw e;
      }
      return Optional.empty();
    }
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

  /** Of several valid paths the one about whose revocation most good is known, else the first. */
  private static final class BestPath {
    private final RevocationCheck revocation;
    private final boolean revocationSupplied;
    private final CertificateWork work;
    private List<X509Certificate> path = List.of();
    private RevocationAnswer answer = RevocationAnswer.unknown("no path");

    BestPath(RevocationCheck revocation, boolean revocationSupplied, CertificateWork work) {
      this.work = work;
      this.revocation = revocation;
      this.revocationSupplied = revocationSupplied;
    }

    /** Takes a valid path; true if no other can be better. */
    boolean offer(List<X509Certificate> found) {
      RevocationAnswer status = revocation.of(found);
      work.spend(Kind.PATHS, 0); // an answer that was cut short is none
      if (path.isEmpty() || status.isBetterThan(answer)) {
        path = found;
        answer = status;
      }
      return !revocationSupplied || answer.state() == RevocationAnswer.State.GOOD;
    }
  }
}
