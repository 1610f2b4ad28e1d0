package org.exoattribution.testkit.cli;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.exoattribution.certificate.PemCertificates;
import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.model.RevocationStatus;
import picocli.CommandLine.Option;

/** The options that say whom to trust, and what is known about revocation. */
final class TrustOptions {
  static final String JDK = "jdk";

  @Option(names = "--anchors", paramLabel = "FILE")
  private String anchors = JDK;

  @Option(names = "--crl", paramLabel = "FILE")
  private List<String> crls = List.of();

  @Option(names = "--ocsp", paramLabel = "FILE")
  private List<String> ocspResponses = List.of();

  TrustAnchors anchors(InputFiles inputs) {
    return anchors(inputs, anchors);
  }

  static TrustAnchors anchors(InputFiles inputs, String file) {
    return file.equals(JDK)
        ? TrustAnchors.jdkDefaults()
        : TrustAnchors.of(certificates(inputs, file));
  }

  static List<X509Certificate> certificates(InputFiles inputs, String file) {
    return inputs.read(file, bytes -> PemCertificates.certificates(bytes));
  }

  /** What was given about revocation; empty if nothing was, so that it is not checked. */
  Optional<RevocationStatus> revocation(InputFiles inputs) {
    if (crls.isEmpty() && ocspResponses.isEmpty()) {
      return Optional.empty();
    }
    RevocationStatus status = RevocationStatus.UNAVAILABLE;
    for (String file : crls) {
      status = status.and(RevocationStatus.ofCrls(inputs.read(file, PemCertificates::crls)));
    }
    for (String file : ocspResponses) {
      status =
          status.and(
              new RevocationStatus(
                  List.of(), List.of(inputs.read(file, PemCertificates::ocspResponse))));
    }
    return Optional.of(status);
  }
}
