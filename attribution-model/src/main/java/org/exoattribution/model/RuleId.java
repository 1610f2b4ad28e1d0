package org.exoattribution.model;

import static org.exoattribution.model.Evidence.ASSUMED;
import static org.exoattribution.model.Evidence.DOCUMENTED;
import static org.exoattribution.model.Evidence.OBSERVED;

import java.util.Objects;
import java.util.Optional;

/**
 * The rules of inbound attribution that this library implements, by the ids that its results,
 * explanations and messages cite. A rule whose evidence depends on the case (CERT-4, IN-5) shows
 * its usual level here; an {@link Attribution} carries the level of the case at hand.
 */
public enum RuleId {
  EHLO_1(DOCUMENTED, "the EHLO name plays no part"),
  EP_1(DOCUMENTED, "the host name that the client dialled plays no part"),
  DIR_1(DOCUMENTED, "a domain or a name has one holder"),
  DOM_1(DOCUMENTED, "domain names compare case-insensitively as A-labels"),
  DOM_2(DOCUMENTED, "an exact accepted domain beats MatchSubDomains of a parent"),
  CON_1(DOCUMENTED, "SenderIPAddresses are IPv4, /24 to /32"),
  CON_2(DOCUMENTED, "TlsSenderCertificateName is a domain or *. and a domain"),
  CON_3(DOCUMENTED, "SenderDomains are domains, *.domain or *"),
  CON_4(ASSUMED, "an OnPremises connector needs an address or a certificate name"),
  CON_5(ASSUMED, "a restriction needs the values that it restricts to"),
  CON_6(DOCUMENTED, "TreatMessagesAsInternal is for OnPremises connectors alone"),
  CON_7(DOCUMENTED, "RequireTls, Restrict* and SenderDomains act on Partner only"),
  CON_8(DOCUMENTED, "a disabled connector takes no part"),
  CON_9(DOCUMENTED, "AssociatedAcceptedDomains limit where a connector applies"),
  INC_1(ASSUMED, "what is left out of a directory is never forgotten"),
  PKI_1(DOCUMENTED, "a certificate counts only if presented in a TLS session"),
  PKI_2(DOCUMENTED, "the certificate is inside its validity period"),
  PKI_3(DOCUMENTED, "the presented certificates lead to a trust anchor"),
  PKI_4(DOCUMENTED, "the certificate is not self-signed or from an unknown CA"),
  PKI_5(OBSERVED, "the certificate is not revoked, and that can be verified"),
  PKI_6(ASSUMED, "the extended key usage allows TLS"),
  PKI_7(DOCUMENTED, "names are the subject CN and all SAN dNSNames"),
  PKI_8(DOCUMENTED, "a certificate that fails is treated as not presented"),
  NAME_1(DOCUMENTED, "TlsSenderCertificateName matches a presented name"),
  FOR_1(DOCUMENTED, "a front end attributes among the tenants of its forest"),
  CERT_1(DOCUMENTED, "the certificate stage needs an accepted certificate"),
  CERT_2(DOCUMENTED, "connectors whose certificate name matches are candidates"),
  CERT_3(DOCUMENTED, "a candidate is owned if its tenant accepts the domain"),
  CERT_4(DOCUMENTED, "the most exactly matching owned candidate wins"),
  CERT_5(DOCUMENTED, "else the owner of the sender or the recipient domain wins"),
  CERT_6(DOCUMENTED, "else the certificate decides nothing"),
  IP_1(DOCUMENTED, "connectors whose addresses contain the source are candidates"),
  IP_2(DOCUMENTED, "the candidate tenant that owns the MAIL FROM domain wins"),
  IP_3(DOCUMENTED, "else the candidate tenant that owns the RCPT TO domain wins"),
  IP_4(DOCUMENTED, "else the message is incoming"),
  SEL_1(ASSUMED, "the most specific connector of the tenant, then by name"),
  NULL_1(DOCUMENTED, "the null reverse-path owns nothing"),
  IN_1(DOCUMENTED, "the owner of the RCPT TO domain receives"),
  FOR_2(DOCUMENTED, "a tenant of another forest does not receive here"),
  IN_2(DOCUMENTED, "the receiving tenant has a mail-enabled subscription"),
  IN_3(DOCUMENTED, "Partner connectors whose SenderDomains cover the sender"),
  IN_4(DOCUMENTED, "restricting Partner connectors come first"),
  IN_5(DOCUMENTED, "by certificate, then by address, then by sender domain"),
  IN_6(ASSUMED, "a connector with RequireTls rejects plaintext"),
  IN_7(DOCUMENTED, "RejectDirectSend rejects the tenant's own unauthorized mail"),
  IN_8(ASSUMED, "Originating mail is not tested against Partner connectors"),
  MULTI_1(OBSERVED, "the first recipient's Originating holds for all"),
  MULTI_2(OBSERVED, "recipients of another domain are deferred"),
  MULTI_3(OBSERVED, "otherwise each recipient is resolved alone");

  private final String id;
  private final Evidence evidence;
  private final String summary;

  RuleId(Evidence evidence, String summary) {
    this.id = name().replace('_', '-');
    this.evidence = evidence;
    this.summary = summary;
  }

  /** The id as results and messages print it, such as {@code CERT-3}. */
  public String id() {
    return id;
  }

  /** How well the rule is known. */
  public Evidence evidence() {
    return evidence;
  }

  /** The rule in one clause. */
  public String summary() {
    return summary;
  }

  /** The rule of an id, ignoring case. */
  public static Optional<RuleId> of(String id) {
    Objects.requireNonNull(id, "id");
    for (RuleId rule : values()) {
      if (rule.id.equalsIgnoreCase(id)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return id;
  }
}
