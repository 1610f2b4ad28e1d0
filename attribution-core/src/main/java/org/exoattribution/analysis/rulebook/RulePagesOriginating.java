package org.exoattribution.analysis.rulebook;

import static org.exoattribution.analysis.rulebook.RulePageSource.ATTR;
import static org.exoattribution.analysis.rulebook.RulePageSource.CHOICE;
import static org.exoattribution.analysis.rulebook.RulePageSource.JP3;
import static org.exoattribution.analysis.rulebook.RulePageSource.JPTLS;
import static org.exoattribution.analysis.rulebook.RulePageSource.MC1226222;
import static org.exoattribution.analysis.rulebook.RulePageSource.QA;
import static org.exoattribution.analysis.rulebook.RulePageSource.RELAY23;
import static org.exoattribution.analysis.rulebook.RulePageSource.REPLIES;

import java.util.List;
import org.exoattribution.model.RuleId;

/** The rules by which mail is attributed to the tenant that sends it. */
final class RulePagesOriginating {
  static final List<RulePage> PAGES =
      List.of(
          RulePage.of(
              RuleId.FOR_1,
              "A front end attributes among the tenants of its forest",
              """
              If the connection names the forest of the front end that answered, the OnPremises
              candidates are those of tenants in that forest and of tenants whose forest is not
              known. Without one, all tenants take part.
              """,
              """
              A server is sent to the endpoint of another region, where nobody knows its certificate
              or its address.
              """,
              "Send to the tenant's own endpoint.",
              ATTR),
          RulePage.of(
              RuleId.CERT_1,
              "The certificate stage needs an accepted certificate",
              """
              The first stage looks at the certificate that the server presented, if it counts
              (PKI-1 to PKI-8). Without one, the IP stage follows.
              """,
              "The server presents no certificate, or one that is not accepted.",
              "Let the server present an accepted certificate with the connector's name.",
              ATTR),
          RulePage.of(
              RuleId.CERT_2,
              "Connectors whose certificate name matches are candidates",
              """
              Candidates are the enabled OnPremises connectors of all tenants whose
              TlsSenderCertificateName matches a presented name (NAME-1). All tenants take part, so
              that a connector of somebody else can match your server.
              """,
              "The certificate has another name than the connector, for instance after a renewal.",
              "Set TlsSenderCertificateName to the name that the server presents.",
              ATTR,
              JP3),
          RulePage.of(
              RuleId.CERT_3,
              "A candidate is owned if its tenant accepts the domain",
              """
              The tenant must accept exactly the connector's domain (its value without *.) or, for a
              wildcard value, a domain below it. Accepting contoso.com does not own a connector with
              mail.contoso.com, and MatchSubDomains does not count here.
              """,
              """
              The host name of the server stands in the connector, but only the mail domain is an
              accepted domain.
              """,
              """
              New-AcceptedDomain for the host name; or use *.contoso.com in the connector, which
              contoso.com owns, and which matches every host below it.
              """,
              ATTR,
              JP3,
              REPLIES,
              JPTLS),
          RulePage.of(
              RuleId.CERT_4,
              "The most exactly matching owned candidate wins",
              """
              A host name before a wildcard; then more labels in the connector's domain; then more
              labels in the tenant's accepted domain that is the presented name or above it. The
              result is Originating with basis CERTIFICATE_DOMAIN, and sender and recipient may be
              anything. The three keys are this simulator's reading of "most exactly matching".
              """,
              "Tenants of one company share a certificate or have wildcards above each other.",
              "Give each tenant a connector with the exact name of its server, and accept it.",
              ATTR,
              REPLIES,
              CHOICE),
          RulePage.of(
              RuleId.CERT_5,
              "Else the owner of the sender or the recipient domain wins",
              """
              If no candidate is owned, or owned ones of several tenants tie, the tenant among them
              that owns the MAIL FROM domain wins, else the one that owns the RCPT TO domain. Such a
              result depends on the envelope: forwarded mail and bounces may fail.
              """,
              "The certificate's name is not an accepted domain of any of the tenants.",
              "Accept the name in the tenant that is to send, so that CERT-4 decides.",
              MC1226222,
              JP3),
          RulePage.of(
              RuleId.CERT_6,
              "Else the certificate decides nothing",
              """
              No connector matched, or none of the matching tenants owns the certificate's domain or
              one of the envelope: the IP stage follows. If that decides nothing either and nobody
              owns the recipient's domain, the relay is refused.
              """,
              "Mail between strangers through a certificate whose name nobody accepts.",
              "Accept the certificate's name as a domain.",
              ATTR,
              JP3),
          RulePage.of(
              RuleId.IP_1,
              "Connectors whose addresses contain the source are candidates",
              """
              Candidates are the enabled OnPremises connectors of all tenants whose
              SenderIPAddresses contain the source address. An IPv6 source has none.
              """,
              "The server sends from another address than before, or over IPv6.",
              "Add the address: Set-InboundConnector -SenderIPAddresses @{Add=\"...\"}.",
              ATTR),
          RulePage.of(
              RuleId.IP_2,
              "The candidate tenant that owns the MAIL FROM domain wins",
              """
              An address alone does not say whose mail it is, since gateways are shared. Among the
              candidate tenants the owner of the MAIL FROM domain wins: Originating, basis
              MAIL_FROM.
              """,
              "An application or a forwarding server uses a sender domain that nobody accepts.",
              """
              Send with an accepted domain; or identify the server by a certificate whose name is
              accepted, after which senders are free.
              """,
              ATTR),
          RulePage.of(
              RuleId.IP_3,
              "Else the candidate tenant that owns the RCPT TO domain wins",
              """
              Only if no candidate tenant owns the MAIL FROM domain, the owner of the RCPT TO domain
              among them wins, basis RCPT_TO. Whether that is Originating is contested: see reading
              recipientOnlyIpMatch.
              """,
              "Mail of strangers comes in through a gateway that is in an OnPremises connector.",
              "Name such a gateway in a Partner connector, unless its mail is to be your own.",
              JP3,
              REPLIES),
          RulePage.of(
              RuleId.IP_4,
              "Else the message is incoming",
              """
              No connector contains the address, or no tenant of those owns the sender or the
              recipient. Incoming follows, where the owner of the RCPT TO domain receives; if there
              is none, the relay is refused.
              """,
              "The address is in no connector, or the envelope is of strangers.",
              "See IP-1 and IP-2.",
              ATTR),
          RulePage.of(
              RuleId.SEL_1,
              "The most specific connector of the tenant, then by name",
              """
              If several connectors of the winning tenant match, the certificate stage takes the
              most exact one (CERT-4), the IP stage the longest prefix; then the first by name,
              ignoring case. If the name decided, the result carries AMBIGUOUS_CONNECTOR.
              """,
              "Two connectors have the same name or address, often an old and a new one.",
              "Disable or remove one of them.",
              CHOICE),
          RulePage.of(
              RuleId.NULL_1,
              "The null reverse-path owns nothing",
              """
              Bounces and other notifications have MAIL FROM <>, which has no domain. A certificate
              whose name is accepted still relays them; a connector by address relays them only to
              the tenant's own domains.
              """,
              "Bounces to the Internet from a server that is known by its address only.",
              "Identify the server by a certificate whose name is an accepted domain.",
              RELAY23,
              QA));

  private RulePagesOriginating() {}
}
