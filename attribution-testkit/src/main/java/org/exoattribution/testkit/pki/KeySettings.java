package org.exoattribution.testkit.pki;

import java.util.List;

/** Which key a certificate is for, what the key may do, and how the issuer signs for it. */
record KeySettings(
    KeyAlgorithm algorithm,
    long seed,
    SignatureDigest digest,
    List<String> keyUsage,
    List<String> extendedKeyUsage) {

  KeySettings {
    keyUsage = List.copyOf(keyUsage);
    extendedKeyUsage = List.copyOf(extendedKeyUsage);
  }

  static KeySettings of(List<String> keyUsage, List<String> extendedKeyUsage) {
    return new KeySettings(
        KeyAlgorithm.P256, 0, SignatureDigest.SHA256, keyUsage, extendedKeyUsage);
  }

  KeySettings withAlgorithm(KeyAlgorithm changed) {
    return new KeySettings(changed, seed, digest, keyUsage, extendedKeyUsage);
  }

  KeySettings withSeed(long changed) {
    return new KeySettings(algorithm, changed, digest, keyUsage, extendedKeyUsage);
  }

  KeySettings withDigest(SignatureDigest changed) {
    return new KeySettings(algorithm, seed, changed, keyUsage, extendedKeyUsage);
  }

  KeySettings withKeyUsage(List<String> usages) {
    return new KeySettings(algorithm, seed, digest, usages, extendedKeyUsage);
  }

  KeySettings withExtendedKeyUsage(List<String> purposes) {
    return new KeySettings(algorithm, seed, digest, keyUsage, purposes);
  }
}
