package org.exoattribution.certificate;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;

/** The trust anchors, found by name. */
final class PathAnchors {
  private final Map<X500Principal, List<X509Certificate>> bySubject = new HashMap<>();

  PathAnchors(TrustAnchors trustAnchors) {
    for (X509Certificate given : trustAnchors.certificates()) {
      // An anchor that the JDK cannot read can have issued nothing that the JDK could validate.
      CertificateReading.read(given)
          .filter(anchor -> !contains(anchor))
          .ifPresent(
              anchor ->
                  bySubject
                      .computeIfAbsent(anchor.getSubjectX500Principal(), name -> new ArrayList<>())
                      .add(anchor));
    }
  }

  boolean contains(X509Certificate certificate) {
    return named(certificate.getSubjectX500Principal()).contains(certificate);
  }

  List<X509Certificate> named(X500Principal subject) {
    return bySubject.getOrDefault(subject, List.of());
  }
}
