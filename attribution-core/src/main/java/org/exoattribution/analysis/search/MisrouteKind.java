package org.exoattribution.analysis.search;

/** What is wrong with a misroute. The more harmful kinds come first. */
public enum MisrouteKind {
  /** Originating, and another tenant of the directory owns the MAIL FROM domain. */
  FOREIGN_SENDER("mail from another tenant's domain runs under this tenant's connector"),

  /**
   * Originating, and the tenant owns neither the sender's nor the recipient's domain, nor was it
   * the header-from domain that decided.
   */
  STRANGER_CAPTURED(
      "mail of strangers, from a source that is not proved this tenant's own, is captured"),

  /** A tenant's mail from a source that one of its OnPremises connectors names is refused. */
  OWN_MAIL_REFUSED("the tenant's own mail from its own source is refused"),

  /**
   * Originating to the sender's owner, from a source that is not proved its own, although another
   * tenant owns the RCPT TO domain: that tenant sees the message only after it was relayed.
   */
  FOREIGN_RECIPIENT(
      "mail to another tenant's domain runs under the sending tenant's connector first"),

  /**
   * Originating to the recipient's owner, with nobody's sender, from a source that connectors of
   * several tenants name: whose mail it is, the recipient decides.
   */
  SHARED_SOURCE("on a source of several tenants, the recipient decides who sent the mail"),

  /**
   * One of the above, but only with a certificate that carries names of several tenants. It is a
   * caution: whoever owns the domains has to agree to such a certificate.
   */
  COMBINED_CERTIFICATE("a certificate with names of several tenants would be misattributed");

  private final String words;

  MisrouteKind(String words) {
    this.words = words;
  }

  /** The kind in one clause. */
  public String words() {
    return words;
  }
}
