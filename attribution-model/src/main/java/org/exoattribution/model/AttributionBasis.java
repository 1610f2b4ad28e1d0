package org.exoattribution.model;

/** On what an Originating attribution rests. */
public enum AttributionBasis {
  /** The tenant owns the certificate's domain (CERT-4). */
  CERTIFICATE_DOMAIN("certificate-domain"),
  /** The tenant owns the MAIL FROM domain (CERT-5, IP-2). */
  MAIL_FROM("mail-from"),
  /** The tenant owns the RCPT TO domain (CERT-5, IP-3). */
  RCPT_TO("rcpt-to"),
  /** The tenant owns the header-from domain; rules before 2023-11-01 only. */
  HEADER_FROM("header-from"),
  /** The connector's match was enough; rules before 2017-07-05 only. */
  CONNECTOR("connector");

  private final String key;

  AttributionBasis(String key) {
    this.key = key;
  }

  /** The name in scenario files and output. */
  public String key() {
    return key;
  }
}
