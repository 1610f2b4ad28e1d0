package org.exoattribution.testkit.pki;

/**
 * The hash function that a signature is made over. With the issuer's key it makes up the signature
 * algorithm: {@code SHA256} and a P-256 key give {@code SHA256withECDSA}.
 */
public enum SignatureDigest {
  /** SHA-256, the default. */
  SHA256,
  /** SHA-384. */
  SHA384,
  /** SHA-512. */
  SHA512,
  /** SHA-1: weak, given up by public authorities in 2016. */
  SHA1,
  /** MD5: broken, refused by every current JDK; goes with RSA issuers only. */
  MD5
}
