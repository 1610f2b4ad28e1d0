package org.exoattribution.analysis.search;

/**
 * What is wrong with a misroute, or what could go wrong. The more harmful kinds come first. How
 * severe it is depends on the source too, see {@link Misroute.Severity}.
 */
public enum MisrouteKind {
  /** Originating, and another tenant of the directory owns the MAIL FROM domain. */
  FOREIGN_SENDER(true, "mail from another tenant's domain runs under this tenant's connector"),

  /**
   * Originating, and the tenant owns neither the sender's nor the recipient's domain, nor was it
   * the header-from domain that decided.
   */
  STRANGER_CAPTURED(
      false, "mail of strangers, from a source that is not the tenant's own, is captured"),

  /** A tenant's mail from a source that one of its OnPremises connectors names is refused. */
  OWN_MAIL_REFUSED(true, "the tenant's own mail from its own source is refused"),

  /**
   * Originating to the sender's owner, from a source that is not its own, although another tenant
   * owns the RCPT TO domain: that tenant sees the message only after it was relayed.
   */
  FOREIGN_RECIPIENT(
      false, "mail to another tenant's domain runs under the sending tenant's connector first"),

  /**
   * Originating to the recipient's owner, with nobody's sender, from a source of several tenants:
   * whose mail it is, the recipient decides.
   */
  SHARED_SOURCE(false, "on a source of several tenants, the recipient decides who sent the mail"),

  /**
   * One of the above, but only with a certificate that carries names of several tenants. It is a
   * caution: whoever owns the domains has to agree to such a certificate.
   */
  COMBINED_CERTIFICATE(false, "a certificate with names of several tenants would be misattributed"),

  /** A source that only this tenant names is taken for its own whatever mail it brings. */
  ANY_SENDER(false, "whatever comes from there sends as the tenant, whoever the sender is"),

  /** A source that only this tenant names is taken for its own if the mail is to the tenant. */
  ANY_SENDER_TO_TENANT(
      false, "mail to the tenant that comes from there is taken for its own, whoever sent it");

  private final boolean ofSender;
  private final String words;

  MisrouteKind(boolean ofSender, String words) {
    this.ofSender = ofSender;
    this.words = words;
  }

  /** Whether the tenant whose mail it is sends it; otherwise it receives it. */
  public boolean isOfSender() {
    return ofSender;
  }

  /** The kind in one clause. */
  public String words() {
    return words;
  }
}
