package org.exoattribution.certificate;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.security.auth.x500.X500Principal;
import org.exoattribution.certificate.CertificateWork.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ways from a leaf to the trust anchors through the presented certificates (PKI-3, PKI-4)
 * and has each validated. The order in which they were presented, duplicates and unrelated extras
 * make no difference.
 *
 * <p>It goes from the trust anchors down: what an anchor has signed comes first, then what that has
 * signed, and so on until the leaf is reached. So the shortest path is tried first, and CAs that
 * signed each other but that nobody trusted has signed are never looked at, however many there are.
 * Only if there is no path does it go from the leaf up, to tell where the way ends.
 */
final class PathSearch {
  /** Longer than any path in earnest, which have three to five certificates. */
  private static final int LONGEST_PATH = 12;

  private static final int STEPS_A_CERTIFICATE = 100;

  private final X509Certificate leaf;
  private final PathCertificates anchors;
  private final PathValidation validation;
  private final CertificateSignatures signatures;
  private final CertificateWork work;
  private final CertificateInstant at;
  private final Predicate<List<X509Certificate>> visitor;

  /** The presented certificates whose names lead up from the leaf. */
  private final PathCertificates presented;

  private final List<X509Certificate> path = new ArrayList<>();
  private boolean found;
  private @Nullable PathEnd end;

  /**
   * @param visitor takes a valid path, from the leaf to the trust anchor; true if it is enough
   */
  PathSearch(
      List<X509Certificate> chain,
      PathCertificates anchors,
      CertificateSignatures signatures,
      CertificateWork work,
      CertificateInstant at,
      Predicate<List<X509Certificate>> visitor) {
    this.leaf = chain.get(0);
    this.anchors = anchors;
    this.signatures = signatures;
    this.work = work;
    this.validation = new PathValidation(signatures, work);
    this.at = at;
    this.visitor = visitor;
    this.presented = above(leaf, PathCertificates.of(chain, at));
  }

  private PathCertificates above(X509Certificate bottom, PathCertificates all) {
    PathCertificates above = new PathCertificates();
    List<X509Certificate> open = new ArrayList<>(all.named(bottom.getSubjectX500Principal()));
    open.forEach(above::add);
    while (!open.isEmpty()) {
      X500Principal issuer = open.remove(open.size() - 1).getIssuerX500Principal();
      if (above.named(issuer).isEmpty()) {
        all.named(issuer).forEach(above::add);
        open.addAll(all.named(issuer));
      }
    }
    return above;
  }

  /** Visits the valid paths; gives back the most telling end of the ways that are none. */
  Optional<PathEnd> run() {
    if (anchors.contains(leaf)) {
      at.isWithin(leaf);
      descend(List.of(PathCertificates.of(List.of(leaf), at)), visitor);
      return Optional.empty();
    }
    List<PathCertificates> levels = new ArrayList<>(List.of(anchorsAbove()));
    if (!descend(levels, this::complete) && !found && end == null) {
      List<PathCertificates> fromUntrusted = new ArrayList<>(List.of(untrustedRoots()));
      if (!descend(fromUntrusted, this::completeUntrusted)) {
        goUp();
      }
    }
    return Optional.ofNullable(end);
  }

  /** The trust anchors that can stand above what was presented. */
  private PathCertificates anchorsAbove() {
    List<X509Certificate> found = new ArrayList<>();
    for (X509Certificate certificate : presented.all()) {
      found.addAll(anchors.named(certificate.getIssuerX500Principal()));
    }
    return PathCertificates.of(found, at);
  }

  private PathCertificates untrustedRoots() {
    PathCertificates roots = new PathCertificates();
    presented.all().stream().filter(this::isSelfSigned).forEach(roots::add);
    return roots;
  }

  /** A key of an odd size is not tried: then the certificate's own word is taken. */
  private boolean isSelfSigned(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
        && (CertificateAlgorithms.unfitnessOf(certificate.getPublicKey()).isPresent()
            || signatures.isSignedBy(certificate, certificate.getPublicKey()));
  }

  /**
   * Goes down level by level, the first of which is given, and follows every path to the leaf.
   *
   * @param visit takes a way up from the leaf; true if it is enough
   * @return whether it was enough
   */
  private boolean descend(List<PathCertificates> levels, Predicate<List<X509Certificate>> visit) {
    if (levels.get(0).contains(leaf)) {
      return visit.test(List.of(leaf));
    }
    while (levels.size() < LONGEST_PATH && !levels.get(levels.size() - 1).isEmpty()) {
      PathCertificates lowest = signedBy(levels.get(levels.size() - 1));
      levels.add(lowest);
      if (lowest.contains(leaf)) {
        path.clear();
        path.add(leaf);
        if (ascend(levels, levels.size() - 2, visit)) {
          return true;
        }
      }
    }
    return false;
  }

  private PathCertificates signedBy(PathCertificates issuers) {
    PathCertificates signed = new PathCertificates();
    for (X509Certificate certificate : presented.all()) {
      work.spend(Kind.PATHS, STEPS_A_CERTIFICATE);
      if (!anchors.contains(certificate) && isSignedByOneOf(issuers, certificate)) {
        signed.add(certificate);
      }
    }
    return signed;
  }

  private boolean isSignedByOneOf(PathCertificates issuers, X509Certificate certificate) {
    for (X509Certificate issuer : issuers.named(certificate.getIssuerX500Principal())) {
      work.spend(Kind.PATHS, STEPS_A_CERTIFICATE);
      if (signatures.isSignedBy(certificate, issuer.getPublicKey())) {
        return true;
      }
    }
    return false;
  }

  /** Goes on from the last certificate of the path, through the level; true if it is enough. */
  private boolean ascend(
      List<PathCertificates> levels, int level, Predicate<List<X509Certificate>> visit) {
    X509Certificate top = path.get(path.size() - 1);
    for (X509Certificate issuer : levels.get(level).named(top.getIssuerX500Principal())) {
      work.spend(Kind.PATHS, STEPS_A_CERTIFICATE);
      if (!isOnPath(issuer) && signatures.isSignedBy(top, issuer.getPublicKey())) {
        path.add(issuer);
        boolean enough =
            level == 0 ? visit.test(List.copyOf(path)) : ascend(levels, level - 1, visit);
        path.remove(path.size() - 1);
        if (enough) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean complete(List<X509Certificate> way) {
    Optional<String> problem = validation.problemOf(way, at);
    if (problem.isEmpty()) {
      found = true;
      return visitor.test(way);
    }
    if (end == null) {
      end = new PathEnd(PathEnd.Kind.INVALID, way, problem.get());
    }
    return false;
  }

  /** Takes note of a way to a root that nobody trusts, and what else is wrong with it. */
  private boolean completeUntrusted(List<X509Certificate> way) {
    String problem = way.size() == 1 ? "" : validation.problemOf(way, at).orElse("");
    end = new PathEnd(PathEnd.Kind.UNTRUSTED, way, problem);
    return true;
  }

  /** Goes up from the leaf as far as it goes. */
  private void goUp() {
    path.clear();
    path.add(leaf);
    while (path.size() < LONGEST_PATH) {
      X509Certificate top = path.get(path.size() - 1);
      String problem = stepUp(top);
      if (!problem.isEmpty()) {
        end = new PathEnd(PathEnd.Kind.NO_ISSUER, path, noIssuer(top) + problem);
        return;
      }
    }
    String cause = "gave up: the path has more than " + LONGEST_PATH + " certificates";
    end = new PathEnd(PathEnd.Kind.GAVE_UP, path, cause);
  }

  /** Puts the certificate's issuer on the path; why not if there is none, else empty. */
  private String stepUp(X509Certificate top) {
    List<X509Certificate> issuers = new ArrayList<>(anchors.named(top.getIssuerX500Principal()));
    issuers.addAll(presented.named(top.getIssuerX500Principal()));
    String problem = "was not presented and is no trust anchor";
    for (X509Certificate issuer : issuers) {
      work.spend(Kind.PATHS, STEPS_A_CERTIFICATE);
      Optional<String> unfitness = CertificateAlgorithms.unfitnessOf(issuer.getPublicKey());
      if (unfitness.isPresent()) {
        problem = "has " + unfitness.get();
      } else if (!signatures.isSignedBy(top, issuer.getPublicKey())) {
        problem = "is there, but did not sign it";
      } else if (isOnPath(issuer)) {
        problem = "leads back to the same CAs";
      } else {
        path.add(issuer);
        return "";
      }
    }
    return problem;
  }

  private String noIssuer(X509Certificate top) {
    String which =
        path.size() == 1
            ? "the presented leaf"
            : "the presented intermediate " + CertificateTexts.subject(top);
    return "no path: the issuer " + CertificateTexts.issuer(top) + " of " + which + " ";
  }

  /** A CA is its name and key: the same one twice on a path is a detour (RFC 4158, 2.4.2). */
  private boolean isOnPath(X509Certificate issuer) {
    return path.stream().anyMatch(certificate -> hasSameNameAndKey(certificate, issuer));
  }

  private static boolean hasSameNameAndKey(X509Certificate one, X509Certificate other) {
    return one.getSubjectX500Principal().equals(other.getSubjectX500Principal())
        && one.getPublicKey().equals(other.getPublicKey());
  }
}
