package org.exoattribution.certificate;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ways from a leaf to the trust anchors through the presented certificates (PKI-3, PKI-4)
 * and has each validated. The order in which they were presented, duplicates and unrelated extras
 * make no difference. The work is bounded, in signatures and validations, not in time.
 */
final class PathSearch {
  /** Longer than any path in earnest, which have three to five certificates. */
  private static final int LONGEST_PATH = 12;

  private static final int MOST_SIGNATURE_CHECKS = 100;
  private static final int MOST_VALIDATIONS = 8;

  private final PathAnchors anchors;
  private final PathValidation validation;
  private final CertificateSignatures signatures;
  private final CertificateInstant at;
  private final Predicate<List<X509Certificate>> visitor;
  private final Map<X500Principal, List<X509Certificate>> presented = new HashMap<>();
  private final List<X509Certificate> path = new ArrayList<>();
  private int signatureChecks;
  private int validations;
  private @Nullable PathEnd end;

  /**
   * @param visitor takes a valid path, from the leaf to the trust anchor; true if it is enough
   */
  PathSearch(
      List<X509Certificate> chain,
      PathAnchors anchors,
      CertificateSignatures signatures,
      CertificateInstant at,
      Predicate<List<X509Certificate>> visitor) {
    this.anchors = anchors;
    this.signatures = signatures;
    this.validation = new PathValidation(signatures);
    this.at = at;
    this.visitor = visitor;
    for (X509Certificate certificate : chain) {
      List<X509Certificate> sameName =
          presented.computeIfAbsent(
              certificate.getSubjectX500Principal(), name -> new ArrayList<>());
      if (!sameName.contains(certificate)) {
        sameName.add(certificate);
      }
    }
    presented.values().forEach(sameName -> sameName.sort(preference()));
    path.add(chain.get(0));
  }

  /** Visits the valid paths; gives back the most telling end of the ways that are none. */
  Optional<PathEnd> run() {
    extend();
    return Optional.ofNullable(end);
  }

  /** Goes on from the last certificate of the path; true if the search is over. */
  private boolean extend() {
    X509Certificate top = path.get(path.size() - 1);
    if (anchors.contains(top)) {
      return complete();
    }
    if (path.size() == LONGEST_PATH) {
      giveUp("the path has more than " + LONGEST_PATH + " certificates");
      return false;
    }
    List<X509Certificate> issuers = issuersNamed(top.getIssuerX500Principal());
    boolean issued = false;
    boolean signedInACircle = false;
    boolean selfSigned = false;
    for (X509Certificate issuer : issuers) {
      if (signatureChecks++ == MOST_SIGNATURE_CHECKS) {
        giveUp("more than " + MOST_SIGNATURE_CHECKS + " signatures to check");
        return true;
      }
      if (!signatures.isSignedBy(top, issuer.getPublicKey())) {
        continue;
      }
      if (isOnPath(issuer)) {
        signedInACircle = true;
        selfSigned |= hasSameNameAndKey(top, issuer);
        continue;
      }
      issued = true;
      path.add(issuer);
      boolean over = extend();
      path.remove(path.size() - 1);
      if (over) {
        return true;
      }
    }
    if (selfSigned) {
      note(PathEnd.Kind.UNTRUSTED, this::otherProblem);
    } else if (!issued) {
      String why =
          signedInACircle
              ? "leads back to the same CAs"
              : issuers.isEmpty()
                  ? "was not presented and is no trust anchor"
                  : "is there, but did not sign it";
      note(PathEnd.Kind.NO_ISSUER, () -> noIssuer(top) + why);
    }
    return false;
  }

  /** The certificates of that name, trust anchors first. */
  private List<X509Certificate> issuersNamed(X500Principal name) {
    List<X509Certificate> issuers = new ArrayList<>(anchors.named(name));
    issuers.sort(preference());
    for (X509Certificate certificate : presented.getOrDefault(name, List.of())) {
      if (!issuers.contains(certificate)) {
        issuers.add(certificate);
      }
    }
    return issuers;
  }

  private boolean complete() {
    if (validations++ == MOST_VALIDATIONS) {
      giveUp("more than " + MOST_VALIDATIONS + " paths to validate");
      return true;
    }
    List<X509Certificate> found = List.copyOf(path);
    if (found.size() == 1) {
      at.isWithin(found.get(0));
      return visitor.test(found);
    }
    Optional<String> problem = validation.problemOf(found, at);
    if (problem.isPresent()) {
      note(PathEnd.Kind.INVALID, problem::get);
      return false;
    }
    return visitor.test(found);
  }

  /** What is wrong with the way to an untrusted root apart from that. */
  private String otherProblem() {
    return path.size() == 1 ? "" : validation.problemOf(List.copyOf(path), at).orElse("");
  }

  private String noIssuer(X509Certificate top) {
    String which =
        path.size() == 1
            ? "the presented leaf"
            : "the presented intermediate " + CertificateTexts.subject(top);
    return "no path: the issuer " + CertificateTexts.issuer(top) + " of " + which + " ";
  }

  private void giveUp(String cause) {
    note(PathEnd.Kind.GAVE_UP, () -> "gave up: " + cause);
  }

  private void note(PathEnd.Kind kind, Supplier<String> cause) {
    if (end == null || kind.compareTo(end.kind()) < 0) {
      end = new PathEnd(kind, path, cause.get());
    }
  }

  /** A CA is its name and key: the same one twice on a path is a detour (RFC 4158, 2.4.2). */
  private boolean isOnPath(X509Certificate issuer) {
    return path.stream().anyMatch(certificate -> hasSameNameAndKey(certificate, issuer));
  }

  private static boolean hasSameNameAndKey(X509Certificate one, X509Certificate other) {
    return one.getSubjectX500Principal().equals(other.getSubjectX500Principal())
        && one.getPublicKey().equals(other.getPublicKey());
  }

  /** Valid ones first, then the one that lasts longer; the encoding makes the order total. */
  private Comparator<X509Certificate> preference() {
    return Comparator.comparing((X509Certificate certificate) -> !at.isWithin(certificate))
        .thenComparing(X509Certificate::getNotAfter, Comparator.reverseOrder())
        .thenComparing(PathSearch::encoding, Arrays::compareUnsigned);
  }

  private static byte[] encoding(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      return new byte[0];
    }
  }
}
