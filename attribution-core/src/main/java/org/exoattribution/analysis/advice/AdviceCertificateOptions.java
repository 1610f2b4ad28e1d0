package org.exoattribution.analysis.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exoattribution.analysis.change.Change;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SimulatedConnection;

/** The changes to the session and to the certificate that the server presents already. */
final class AdviceCertificateOptions {
  private AdviceCertificateOptions() {}

  static List<Change> of(SimulatedConnection connection, Optional<CertificateVerdict> presented) {
    List<Change> options = new ArrayList<>();
    if (!connection.tls()) {
      options.add(Change.tls());
    }
    presented
        .filter(verdict -> !verdict.accepted() && !verdict.names().isEmpty())
        .ifPresent(
            verdict ->
                options.add(
                    Change.mendedCertificate(
                        verdict.names(), remedy(verdict.firstFailure().orElseThrow().rule()))));
    return options;
  }

  private static String remedy(RuleId failed) {
    return switch (failed) {
      case PKI_2 ->
          "renew the server's certificate under the same name: this one is not inside its validity"
              + " period";
      case PKI_3 ->
          "have the server present the intermediate certificates along with its certificate";
      case PKI_4 ->
          "have the server present a certificate of the same name that a public CA issued";
      case PKI_5 ->
          "have the server present a certificate of the same name that is not revoked, and whose"
              + " status can be checked";
      case PKI_6 ->
          "have the server present a certificate of the same name with the extended key usage"
              + " serverAuth";
      default -> "have the server present a certificate of the same name that is accepted";
    };
  }
}
