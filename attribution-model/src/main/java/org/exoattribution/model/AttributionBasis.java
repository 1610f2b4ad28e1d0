package org.exoattribution.model;

/** On what an Originating attribution rests. */
public enum AttributionBasis {
  /** The tenant owns the certificate's domain (CERT-4). */
  CERTIFICATE_DOMAIN,
  /** The tenant owns the MAIL FROM domain (CERT-5, IP-2). */
  MAIL_FROM,
  /** The tenant owns the RCPT TO domain (CERT-5, IP-3). */
  RCPT_TO,
  /** The tenant owns the header-from domain; rules before 2023-11-01 only. */
  HEADER_FROM,
  /** The connector's match was enough; rules before 2017-07-05 only. */
  CONNECTOR;

  /** The name in scenario files and output. */
  public String key() {
    return Names.kebab(this);
  }
}
