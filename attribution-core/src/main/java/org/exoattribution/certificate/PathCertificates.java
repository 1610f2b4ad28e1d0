package org.exoattribution.certificate;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.security.auth.x500.X500Principal;

/**
 * Certificates by their subjects, the likely ones first: those valid at the instant, then those
 * that last longer; the encoding makes the order total, so that it does not matter in which one
 * they came. Strangers choose the names, so they are found in a tree and not by a hash.
 */
final class PathCertificates {
  private final Map<String, List<X509Certificate>> bySubject = new TreeMap<>();

  /** A certificate and what it is sorted by, read once. */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  private record Entry(X509Certificate certificate, boolean valid, byte[] encoding) {
    private static final Comparator<Entry> LIKELY_FIRST =
        Comparator.comparing((Entry entry) -> !entry.valid)
            .thenComparing(entry -> entry.certificate.getNotAfter(), Comparator.reverseOrder())
            .thenComparing(Entry::encoding, Arrays::compareUnsigned);

    static Entry of(X509Certificate certificate, CertificateInstant at) {
      try {
        return new Entry(certificate, at.isWithin(certificate), certificate.getEncoded());
      } catch (CertificateEncodingException e) {
        return new Entry(certificate, false, new byte[0]);
      }
    }
  }

  /** These, each once. */
  static PathCertificates of(Collection<X509Certificate> certificates, CertificateInstant at) {
    List<Entry> sorted = new ArrayList<>();
    certificates.forEach(certificate -> sorted.add(Entry.of(certificate, at)));
    sorted.sort(Entry.LIKELY_FIRST);
    PathCertificates all = new PathCertificates();
    byte[] last = new byte[0];
    for (Entry entry : sorted) {
      if (!Arrays.equals(last, entry.encoding)) {
        all.add(entry.certificate);
      }
      last = entry.encoding;
    }
    return all;
  }

  /** The trust anchors, but for those that the JDK cannot read: they can have issued nothing. */
  static PathCertificates of(TrustAnchors trustAnchors) {
    PathCertificates anchors = new PathCertificates();
    for (X509Certificate given : trustAnchors.certificates()) {
      CertificateReading.read(given)
          .filter(anchor -> !anchors.contains(anchor))
          .ifPresent(anchors::add);
    }
    return anchors;
  }

  /** Adds one that is less likely than those of its subject that are there. */
  void add(X509Certificate certificate) {
    bySubject
        .computeIfAbsent(key(certificate.getSubjectX500Principal()), name -> new ArrayList<>())
        .add(certificate);
  }

  /** Those with this subject. */
  List<X509Certificate> named(X500Principal subject) {
    return bySubject.getOrDefault(key(subject), List.of());
  }

  boolean contains(X509Certificate certificate) {
    return named(certificate.getSubjectX500Principal()).contains(certificate);
  }

  /** All of them, in an order that does not depend on how they came. */
  List<X509Certificate> all() {
    return bySubject.values().stream().flatMap(List::stream).toList();
  }

  boolean isEmpty() {
    return bySubject.isEmpty();
  }

  private static String key(X500Principal name) {
    return name.getName(X500Principal.CANONICAL);
  }
}
