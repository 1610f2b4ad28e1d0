package org.exoattribution.analysis.rulebook;

import static org.exoattribution.analysis.rulebook.RulePageSource.ATTR;
import static org.exoattribution.analysis.rulebook.RulePageSource.BENDER_1;
import static org.exoattribution.analysis.rulebook.RulePageSource.BENDER_2;
import static org.exoattribution.analysis.rulebook.RulePageSource.BOLL;
import static org.exoattribution.analysis.rulebook.RulePageSource.CHOICE;
import static org.exoattribution.analysis.rulebook.RulePageSource.JP3;
import static org.exoattribution.analysis.rulebook.RulePageSource.KB4051495;
import static org.exoattribution.analysis.rulebook.RulePageSource.MC1226222;
import static org.exoattribution.analysis.rulebook.RulePageSource.WINTER;

import java.util.List;
import org.exoattribution.model.Finding;

/** The findings: facts that make a result fragile or surprising, and change nothing. */
final class RulePagesFindings {
  static final List<RulePage> PAGES =
      List.of(
          RulePage.of(
              Finding.Id.FOREIGN_SENDER,
              "Mail of another tenant runs through this one",
              """
              The mail is Originating, and another tenant owns the MAIL FROM domain. It runs under
              this tenant's rules, limits and logs, and the other tenant never sees it.
              """,
              "A certificate or a gateway is shared, and only one tenant accepts its name.",
              "Give each tenant a certificate name of its own, and accept it there.",
              ATTR,
              MC1226222),
          RulePage.of(
              Finding.Id.FOREIGN_RECIPIENT,
              "The recipient's tenant sees the mail only later",
              """
              The mail is Originating, and another tenant owns the RCPT TO domain. This tenant takes
              the mail first and relays it; until then the recipient's trace does not know it. For a
              tenant's own mail to another tenant that is as it should be.
              """,
              """
              One certificate of a gateway serves a tenant's own mail and mail of strangers, so that
              strangers' mail to another tenant takes a way round through this one.
              """,
              "Use a certificate of its own for what is not to run through the tenant.",
              BENDER_1,
              BENDER_2),
          RulePage.of(
              Finding.Id.WILDCARD_CAPTURE,
              "A wildcard connector captured mail of strangers",
              """
              The mail is Originating through a wildcard TlsSenderCertificateName, although the
              tenant owns neither the MAIL FROM nor the RCPT TO domain. Every server with a name
              below the domain is taken for the tenant's own.
              """,
              "The hybrid wizard wrote *.domain, and other servers of the domain have"
                  + " certificates.",
              "Replace the wildcard by the exact name of the server, and accept that name.",
              BENDER_1),
          RulePage.of(
              Finding.Id.CERTIFICATE_DOMAIN_NOT_ACCEPTED,
              "The certificate matched, but the envelope decided",
              """
              A connector matched by certificate, but its domain is not owned (CERT-3), so that
              MAIL FROM, header-from or RCPT TO decided. Bounces and forwarded mail through it are refused. The
              first anti-pattern of MC1226222.
              """,
              "The certificate's host name is not an accepted domain, only the mail domain is.",
              "New-AcceptedDomain for the connector's domain.",
              MC1226222,
              JP3),
          RulePage.of(
              Finding.Id.SHARED_IP,
              "Several tenants claim the source address",
              """
              Enabled OnPremises connectors of more than one tenant contain the source address; the
              envelope decides whose mail it is. The second anti-pattern of MC1226222.
              """,
              "A gateway or a hosted server sends for several tenants.",
              "Identify each tenant's mail by a certificate name that it accepts.",
              MC1226222,
              BOLL),
          RulePage.of(
              Finding.Id.RECIPIENT_DECIDED,
              "The recipient alone made the mail this tenant's",
              """
              Attribution rested on the RCPT TO domain (CERT-5, IP-3). A second recipient of another
              domain would be deferred (MULTI-2), and mail of the same sender to the Internet
              refused.
              """,
              "Mail of strangers comes through a gateway in an OnPremises connector.",
              "Use a Partner connector for such a gateway, or accept its certificate's name.",
              JP3),
          RulePage.of(
              Finding.Id.CERTIFICATE_IGNORED,
              "The presented certificate did not count",
              """
              A certificate was presented and not accepted; the failed rule stands beside it. The
              mail was attributed as if there had been none (PKI-8).
              """,
              "Expired (PKI-2), intermediate missing (PKI-3), of a private CA (PKI-4).",
              "Mend what the failed rule names.",
              WINTER,
              BOLL),
          RulePage.of(
              Finding.Id.CERTIFICATE_UNMATCHED,
              "The certificate is sound and fits no connector",
              """
              An accepted certificate matched no enabled connector, and the IP stage or incoming
              decided. Normal for mail of strangers, whose servers present certificates too.
              """,
              "The certificate was renewed under another name.",
              "Set TlsSenderCertificateName to the name that the server presents.",
              KB4051495),
          RulePage.of(
              Finding.Id.AMBIGUOUS_CERTIFICATE,
              "Owned connectors of several tenants match equally well",
              """
              Several tenants own a connector that matches the certificate equally exactly (CERT-4),
              so that the envelope decides between them (CERT-5).
              """,
              "Two tenants of a company have one wildcard, or a certificate carries names of both.",
              "Name the server exactly in one of them, or give it a certificate for each tenant.",
              ATTR,
              CHOICE),
          RulePage.of(
              Finding.Id.AMBIGUOUS_CONNECTOR,
              "Only the name told two connectors apart",
              """
              Several connectors of the tenant match equally well, and the first by name was taken
              (SEL-1). The service may take the other.
              """,
              "An old connector was left beside its successor.",
              "Disable or remove one of them.",
              CHOICE),
          RulePage.of(
              Finding.Id.DISABLED_CONNECTOR_WOULD_MATCH,
              "A disabled connector would have won",
              """
              With Enabled true, this connector would have decided (CON-8).
              """,
              "It was disabled too early in a migration, or left over from one.",
              "Enable it, or remove it once its successor works.",
              WINTER),
          RulePage.of(
              Finding.Id.REVOCATION_NOT_CHECKED,
              "Revocation was left out",
              """
              The simulator was given neither a CRL nor an OCSP response, or reading revocation says
              not to look. The service may refuse the certificate (PKI-5).
              """,
              "A certificate was given as PEM without crl or ocsp.",
              "Give the CRL of its issuer or an OCSP response along with it.",
              BOLL));

  private RulePagesFindings() {}
}
