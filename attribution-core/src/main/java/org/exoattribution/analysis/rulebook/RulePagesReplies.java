package org.exoattribution.analysis.rulebook;

import static org.exoattribution.analysis.rulebook.RulePageSource.ALCH;
import static org.exoattribution.analysis.rulebook.RulePageSource.CHOICE;
import static org.exoattribution.analysis.rulebook.RulePageSource.IRR;
import static org.exoattribution.analysis.rulebook.RulePageSource.JP3;
import static org.exoattribution.analysis.rulebook.RulePageSource.JPDS;
import static org.exoattribution.analysis.rulebook.RulePageSource.JPTLS;
import static org.exoattribution.analysis.rulebook.RulePageSource.KB2888788;
import static org.exoattribution.analysis.rulebook.RulePageSource.KB3169958;
import static org.exoattribution.analysis.rulebook.RulePageSource.KB4051495;
import static org.exoattribution.analysis.rulebook.RulePageSource.KB_ATTR35;
import static org.exoattribution.analysis.rulebook.RulePageSource.NIC;
import static org.exoattribution.analysis.rulebook.RulePageSource.SYM;

import java.util.List;
import org.exoattribution.model.RejectionReason;

/** The replies of the service, by reason, by ATTR number and by enhanced status code. */
final class RulePagesReplies {
  static final List<RulePage> PAGES =
      List.of(
          RulePage.of(
                  RejectionReason.NO_CONNECTOR_MATCHED,
                  "550 5.7.64 TenantAttribution; Relay Access Denied",
                  """
                  Relay to a domain that nobody accepts, and no enabled OnPremises connector of any
                  tenant matched the certificate or the source address. The server was not
                  recognized at all. Comes at the end of DATA; see reading relayRefusal.
                  """,
                  """
                  No certificate was presented, or it was not accepted; it was renewed under
                  another name; the server has another address; the connector is disabled, or of
                  type Partner by mistake.
                  """,
                  """
                  Compare what the server presents with TlsSenderCertificateName and
                  SenderIPAddresses; the explanation ranks the nearest connectors.
                  """,
                  KB4051495,
                  IRR,
                  ALCH)
              .alsoKnownAs("5.7.64"),
          RulePage.of(
                  RejectionReason.DOMAIN_NOT_ACCEPTED,
                  "550 5.7.64 Relay Access Denied ATTR36",
                  """
                  Relay to a domain that nobody accepts. A connector matched, but no tenant of those
                  owns the certificate's domain, the MAIL FROM domain or the RCPT TO domain. Comes
                  at the end of DATA; see reading relayRefusal. That the two texts of 5.7.64 are told apart so is assumed.
                  """,
                  """
                  Forwarded mail or a bounce through a server that is known by its address; an
                  application with a foreign sender; a host name that is not an accepted domain.
                  """,
                  """
                  Accept the certificate's name as a domain (New-AcceptedDomain); or identify the
                  server by a certificate whose name is accepted; or send with an accepted domain.
                  """,
                  KB3169958,
                  JP3)
              .alsoKnownAs("ATTR36", "5.7.64"),
          RulePage.of(
                  RejectionReason.PARTNER_RESTRICTION,
                  "550 5.7.51 TenantInboundAttribution; There is a partner connector configured",
                  """
                  The receiving tenant has Partner connectors that restrict this sender to a
                  certificate or to addresses, and the connection meets none of them (IN-4). Comes
                  after RCPT TO.
                  """,
                  """
                  Mail goes past the filtering gateway; the gateway's certificate or address
                  changed; a hybrid server lost its certificate and is no longer Originating.
                  """,
                  """
                  Send through the gateway; or put its new name or address into the connector; or
                  mend the hybrid server's certificate.
                  """,
                  JPTLS)
              .alsoKnownAs("5.7.51"),
          RulePage.of(
                  RejectionReason.DIRECT_SEND,
                  "550 5.7.68 TenantInboundAttribution; Direct Send not allowed",
                  """
                  The receiving tenant has RejectDirectSend, owns the MAIL FROM domain, and none of
                  its connectors matches the source address or the certificate (IN-7). Comes at the
                  end of DATA.
                  """,
                  "A printer, an application or a mailing service sends with the tenant's domain.",
                  """
                  Create an inbound connector for its address or certificate; a service outside can
                  send with a domain of its own. Set RejectDirectSend to false only as a last resort.
                  """,
                  JPDS)
              .alsoKnownAs("5.7.68"),
          RulePage.of(
                  RejectionReason.TLS_REQUIRED,
                  "454 4.7.0 Failed to establish appropriate TLS channel: Access Denied",
                  """
                  The Partner connector through which the mail would come in has RequireTls, and
                  the session is plaintext (IN-6). The text was seen in the log of a plaintext relay
                  that TLS cured; that it is this one here is assumed. Comes after RCPT TO.
                  """,
                  "The partner's server does not start TLS, or a firewall filters STARTTLS.",
                  "Send over TLS; else set RequireTls of the connector to $false.",
                  NIC,
                  CHOICE)
              .alsoKnownAs("4.7.0"),
          RulePage.of(
                  RejectionReason.WRONG_FOREST,
                  "451 4.4.62 Mail sent to the wrong Office 365 region. ATTR35",
                  """
                  The front end that answered is in one forest of the service, and the tenant that
                  owns the recipient's domain is known to be in another (FOR-2). Comes after RCPT
                  TO; the sender tries again.
                  """,
                  """
                  A smart host or an MX record names the endpoint of another tenant or of another
                  region; the tenant was moved and the record was not changed.
                  """,
                  "Send to the endpoint that the MX record of the recipient's domain names.",
                  KB_ATTR35,
                  IRR)
              .alsoKnownAs("ATTR35", "4.4.62"),
          RulePage.of(
                  RejectionReason.NO_MAIL_SUBSCRIPTION,
                  "451 4.4.4 ... no mail-enabled subscriptions. ATTR5",
                  """
                  The tenant that owns the recipient's domain has no subscription with mail (IN-2).
                  Comes after RCPT TO; the sender tries again. One source prints 550.
                  """,
                  "Licences ran out, or the domain is in a tenant that was only made for a test.",
                  "Give the tenant a subscription with mail, or move the domain.",
                  IRR)
              .alsoKnownAs("ATTR5", "4.4.4"),
          RulePage.of(
                  RejectionReason.RECIPIENT_DOMAIN_DIFFERS,
                  "451 4.4.5 ... All recipients must be on the same domain ATTR46",
                  """
                  A connector matched, but the first recipient did not make the mail Originating by
                  sender or certificate; recipients of other domains must come alone (MULTI-2).
                  Comes after RCPT TO; the sender tries again, one domain at a time.
                  """,
                  "A message of a stranger to several domains of a tenant.",
                  """
                  Nothing, if the sender tries again; a certificate whose name is accepted avoids
                  it.
                  """,
                  SYM)
              .alsoKnownAs("ATTR46", "4.4.5"),
          RulePage.of(
                  RejectionReason.CERTIFICATE_REFUSED,
                  "454 4.7.0 Failed to establish appropriate TLS channel",
                  """
                  The presented certificate is not accepted, and the session is refused for it:
                  UntrustedRoot, or ATTR41: CertificateExpired. Only under reading badCertificate
                  REFUSE; by default such a certificate is ignored (PKI-8). Comes after RCPT TO, which is
                  assumed.
                  """,
                  "Expired, of a private CA, or without its intermediate certificates.",
                  "Mend the certificate; the finding CERTIFICATE_IGNORED names the failed rule.",
                  KB2888788,
                  SYM)
              .alsoKnownAs("ATTR41", "4.7.0"));

  private RulePagesReplies() {}
}
