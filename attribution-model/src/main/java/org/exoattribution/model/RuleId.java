package org.exoattribution.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The rules of inbound attribution that this library implements, by the ids that its results,
 * explanations and messages cite. A rule whose evidence depends on the case (CERT-4, IN-5) shows
 * its usual level here; an {@link Attribution} carries the level of the case at hand.
 */
public enum RuleId {
  EHLO_1("EHLO-1", Evidence.DOCUMENTED, "the EHLO name plays no part"),
  EP_1("EP-1", Evidence.DOCUMENTED, "the host name that the client dialled plays no part"),
  DIR_1("DIR-1", Evidence.DOCUMENTED, "a domain or a name has one holder"),
  DOM_1("DOM-1", Evidence.DOCUMENTED, "domain names compare case-insensitively as A-labels"),
  DOM_2("DOM-2", Evidence.DOCUMENTED, "an exact accepted domain beats MatchSubDomains of a parent"),
  CON_1("CON-1", Evidence.DOCUMENTED, "SenderIPAddresses are IPv4, /24 to /32"),
  CON_2("CON-2", Evidence.DOCUMENTED, "TlsSenderCertificateName is a domain or *. and a domain"),
  CON_3("CON-3", Evidence.DOCUMENTED, "SenderDomains are domains, *.domain or *"),
  CON_4(
      "CON-4", Evidence.ASSUMED, "an OnPremises connector needs an address or a certificate name"),
  CON_5("CON-5", Evidence.ASSUMED, "a restriction needs the values that it restricts to"),
  CON_6("CON-6", Evidence.DOCUMENTED, "TreatMessagesAsInternal is for OnPremises connectors alone"),
  CON_7(
      "CON-7", Evidence.DOCUMENTED, "RequireTls, Restrict* and SenderDomains act on Partner only"),
  CON_8("CON-8", Evidence.DOCUMENTED, "a disabled connector takes no part"),
  CON_9("CON-9", Evidence.DOCUMENTED, "AssociatedAcceptedDomains limit where a connector applies"),
  INC_1("INC-1", Evidence.ASSUMED, "what is left out of a directory is never forgotten"),
  PKI_1("PKI-1", Evidence.DOCUMENTED, "a certificate counts only if presented in a TLS session"),
  PKI_2("PKI-2", Evidence.DOCUMENTED, "the certificate is inside its validity period"),
  PKI_3("PKI-3", Evidence.DOCUMENTED, "the presented certificates lead to a trust anchor"),
  PKI_4("PKI-4", Evidence.DOCUMENTED, "the certificate is not self-signed or from an unknown CA"),
  PKI_5("PKI-5", Evidence.OBSERVED, "the certificate is not revoked, and that can be verified"),
  PKI_6("PKI-6", Evidence.ASSUMED, "the extended key usage allows TLS"),
  PKI_7("PKI-7", Evidence.DOCUMENTED, "names are the subject CN and all SAN dNSNames"),
  PKI_8("PKI-8", Evidence.DOCUMENTED, "a certificate that fails is treated as not presented"),
  NAME_1("NAME-1", Evidence.DOCUMENTED, "TlsSenderCertificateName matches a presented name"),
  FOR_1("FOR-1", Evidence.DOCUMENTED, "a front end attributes among the tenants of its forest"),
  CERT_1("CERT-1", Evidence.DOCUMENTED, "the certificate stage needs an accepted certificate"),
  CERT_2("CERT-2", Evidence.DOCUMENTED, "connectors whose certificate name matches are candidates"),
  CERT_3("CERT-3", Evidence.DOCUMENTED, "a candidate is owned if its tenant accepts the domain"),
  CERT_4("CERT-4", Evidence.DOCUMENTED, "the most exactly matching owned candidate wins"),
  CERT_5(
      "CERT-5", Evidence.DOCUMENTED, "else the owner of the sender or the recipient domain wins"),
  CERT_6("CERT-6", Evidence.DOCUMENTED, "else the certificate decides nothing"),
  IP_1("IP-1", Evidence.DOCUMENTED, "connectors whose addresses contain the source are candidates"),
  IP_2("IP-2", Evidence.DOCUMENTED, "the candidate tenant that owns the MAIL FROM domain wins"),
  IP_3("IP-3", Evidence.DOCUMENTED, "else the candidate tenant that owns the RCPT TO domain wins"),
  IP_4("IP-4", Evidence.DOCUMENTED, "else the message is incoming"),
  SEL_1("SEL-1", Evidence.ASSUMED, "the most specific connector of the tenant, then by name"),
  NULL_1("NULL-1", Evidence.DOCUMENTED, "the null reverse-path owns nothing"),
  IN_1("IN-1", Evidence.DOCUMENTED, "the owner of the RCPT TO domain receives"),
  FOR_2("FOR-2", Evidence.DOCUMENTED, "a tenant of another forest does not receive here"),
  IN_2("IN-2", Evidence.DOCUMENTED, "the receiving tenant has a mail-enabled subscription"),
  IN_3("IN-3", Evidence.DOCUMENTED, "Partner connectors whose SenderDomains cover the sender"),
  IN_4("IN-4", Evidence.DOCUMENTED, "restricting Partner connectors come first"),
  IN_5("IN-5", Evidence.DOCUMENTED, "by certificate, then by address, then by sender domain"),
  IN_6("IN-6", Evidence.ASSUMED, "a connector with RequireTls rejects plaintext"),
  IN_7("IN-7", Evidence.DOCUMENTED, "RejectDirectSend rejects the tenant's own unauthorized mail"),
  IN_8("IN-8", Evidence.ASSUMED, "Originating mail is not tested against Partner connectors"),
  MULTI_1("MULTI-1", Evidence.OBSERVED, "the first recipient's Originating holds for all"),
  MULTI_2("MULTI-2", Evidence.OBSERVED, "recipients of another domain are deferred"),
  MULTI_3("MULTI-3", Evidence.OBSERVED, "otherwise each recipient is resolved alone");

  private final String id;
  private final Evidence evidence;
  private final String summary;

  RuleId(String id, Evidence evidence, String summary) {
    this.id = id;
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
