package org.exoattribution.testkit.scenario;

import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Function;
import org.exoattribution.certificate.PemCertificates;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.OcspResponse;
import org.exoattribution.testkit.document.SourceFiles;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;

/** Certificates, CRLs and OCSP responses from files; a malformed one is named by its file. */
final class PemFiles {
  private PemFiles() {}

  /** The certificates in a file, in their order; at least one. */
  static List<X509Certificate> certificates(Path file) {
    return read(file, PemCertificates::certificates);
  }

  /** The CRLs in a file; at least one. */
  static List<X509CRL> crls(Path file) {
    return read(file, PemCertificates::crls);
  }

  static OcspResponse ocspResponse(Path file) {
    return read(file, PemCertificates::ocspResponse);
  }

  private static <T> T read(Path file, Function<byte[], T> parse) {
    byte[] bytes = SourceFiles.bytes(file);
    try {
      return parse.apply(bytes);
    } catch (InvalidValueException e) {
      throw new ScenarioException(
          SourceLocation.ofWhole(file.toString()), ScenarioException.problem(e), e);
    }
  }
}
