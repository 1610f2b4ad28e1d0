package org.exoattribution.model;

import java.security.cert.X509CRL;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is at hand to tell whether certificates are revoked: CRLs and OCSP responses, in memory.
 * Nothing is ever fetched. Without any, the status is unavailable, which is not the same as not
 * being asked for (PKI-5).
 *
 * @param crls certificate revocation lists, of whatever issuers
 * @param ocspResponses OCSP responses, of whatever responders
 */
public record RevocationStatus(List<X509CRL> crls, List<OcspResponse> ocspResponses) {
  /** No CRL and no OCSP response can be had. */
  public static final RevocationStatus UNAVAILABLE = new RevocationStatus(List.of(), List.of());

  /** Copies both lists. */
  public RevocationStatus {
    crls = List.copyOf(crls);
    ocspResponses = List.copyOf(ocspResponses);
  }

  /** These CRLs alone. */
  public static RevocationStatus ofCrls(List<X509CRL> crls) {
    return new RevocationStatus(crls, List.of());
  }

  /** This and the other material together. */
  public RevocationStatus and(RevocationStatus other) {
    return new RevocationStatus(
        concat(crls, other.crls), concat(ocspResponses, other.ocspResponses));
  }

  private static <T> List<T> concat(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }
}
