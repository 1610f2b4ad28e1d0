package org.exoattribution.model;

import java.util.Optional;

/**
 * A fact that makes a result fragile or surprising; it changes nothing.
 *
 * @param id which fact
 * @param subject what it is about: the other tenants, the connector, or what was wrong with the
 *     certificate; never empty
 * @param rule the rule that failed, for {@link Id#CERTIFICATE_IGNORED}
 */
public record Finding(Id id, String subject, Optional<RuleId> rule) implements Comparable<Finding> {

  /** The findings that a result can carry, in the order in which it lists them. */
  public enum Id {
    FOREIGN_SENDER(
        "%s owns the MAIL FROM domain: its mail runs under another tenant's policies and logs"),
    FOREIGN_RECIPIENT(
        "%s owns the RCPT TO domain: it sees the message only after this tenant relays it"),
    WILDCARD_CAPTURE(
        "%s captured mail of which the tenant owns neither the sender nor the recipient domain"),
    CERTIFICATE_DOMAIN_NOT_ACCEPTED(
        "%s matched, but attribution rested on the envelope, not on the certificate's domain"),
    SHARED_IP("enabled OnPremises connectors of several tenants contain the source address: %s"),
    RECIPIENT_DECIDED("attribution rested on the RCPT TO domain %s alone"),
    CERTIFICATE_IGNORED("the presented certificate was not accepted: %s"),
    CERTIFICATE_UNMATCHED("the accepted certificate matched no enabled connector: %s"),
    AMBIGUOUS_CERTIFICATE("connectors of several tenants match the certificate equally well: %s"),
    AMBIGUOUS_CONNECTOR("several connectors match equally well and the name decided: %s"),
    DISABLED_CONNECTOR_WOULD_MATCH("a disabled connector would have won: %s"),
    REVOCATION_NOT_CHECKED("revocation was not checked: %s");

    private final String sentence;

    Id(String sentence) {
      this.sentence = sentence;
    }
  }

  /** A finding without a failed rule. */
  public static Finding of(Id id, String subject) {
    return new Finding(id, subject, Optional.empty());
  }

  /** The finding in one sentence. */
  public String message() {
    return String.format(id.sentence, subject);
  }

  @Override
  public int compareTo(Finding other) {
    return id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return id + ": " + message();
  }
}
