package org.exoattribution.engine;

import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.Tenant;

/** What explanations and findings say about the parts of a connection. */
final class Words {
  private Words() {}

  static String certificateName(InboundConnector connector) {
    return connector.tlsSenderCertificateName().map(Object::toString).orElse("none");
  }

  /** What became of the certificate: its names, or why it does not count. */
  static String certificate(Resolution r) {
    if (r.certificate == null) {
      return r.connection.presentedCertificate().isEmpty()
          ? "no certificate was presented"
          : "the session is plaintext, so that no certificate counts";
    }
    String names = r.certificate.names().isEmpty() ? "no name" : names(r.certificate);
    return r.certificate
        .firstFailure()
        .map(f -> names + ", not accepted: " + failure(f))
        .orElse(names);
  }

  static String names(CertificateVerdict certificate) {
    return Conditions.join(certificate.names());
  }

  static String failure(ConditionExplanation test) {
    return test.actual() + " (" + test.rule().id() + ")";
  }

  static String mailFrom(Resolution r) {
    return r.connection.mailFrom().domain().map(DomainName::value).orElse("<>");
  }

  /** Who owns a domain, for the conditions of CERT-5, IP-2 and IP-3. */
  static String owner(Resolution r, int owner, String domain) {
    Tenant tenant = r.tenant(owner);
    if (tenant == null) {
      return "nobody owns " + domain;
    }
    return tenant.name() + " owns " + domain;
  }
}
