package org.exoattribution.testkit.pki;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PKCS #12 files (RFC 7292): a key and its chain behind a password. */
final class Pkcs12 {

  private Pkcs12() {}

  static byte[] store(
      PrivateKey key, X509Certificate leaf, List<X509Certificate> presented, String password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "certificate",
          key,
          password.toCharArray(),
          ordered(leaf, presented).toArray(Certificate[]::new));
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      store.store(file, password.toCharArray());
      return file.toByteArray();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the JDK does not write this PKCS #12 file", e);
    }
  }

  /** The JDK stores a chain only if every certificate is followed by its issuer. */
  private static List<X509Certificate> ordered(
      X509Certificate leaf, List<X509Certificate> presented) {
    List<X509Certificate> left = new ArrayList<>(presented);
    List<X509Certificate> chain = new ArrayList<>();
    Optional<X509Certificate> next = Optional.of(leaf);
    while (next.isPresent()) {
      X509Certificate current = next.get();
      chain.add(current);
      left.removeIf(current::equals);
      next =
          left.stream()
              .filter(
                  issuer ->
                      issuer.getSubjectX500Principal().equals(current.getIssuerX500Principal()))
              .findFirst();
    }
    return chain;
  }
}
