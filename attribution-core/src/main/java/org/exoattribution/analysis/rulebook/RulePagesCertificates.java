package org.exoattribution.analysis.rulebook;

import static org.exoattribution.analysis.rulebook.RulePageSource.ATTR;
import static org.exoattribution.analysis.rulebook.RulePageSource.BENDER_2;
import static org.exoattribution.analysis.rulebook.RulePageSource.BOLL;
import static org.exoattribution.analysis.rulebook.RulePageSource.CHOICE;
import static org.exoattribution.analysis.rulebook.RulePageSource.KB3169958;
import static org.exoattribution.analysis.rulebook.RulePageSource.KB3212877;
import static org.exoattribution.analysis.rulebook.RulePageSource.KB4051495;
import static org.exoattribution.analysis.rulebook.RulePageSource.NIC;
import static org.exoattribution.analysis.rulebook.RulePageSource.REPLIES;
import static org.exoattribution.analysis.rulebook.RulePageSource.RFC;
import static org.exoattribution.analysis.rulebook.RulePageSource.WINTER;

import java.util.List;
import org.exoattribution.model.RuleId;

/** The rules about which certificates count, and which names they match. */
final class RulePagesCertificates {
  static final List<RulePage> PAGES =
      List.of(
          RulePage.of(
              RuleId.PKI_1,
              "A certificate counts only if presented in a TLS session",
              """
              The sending server must start TLS and present its certificate as a client. Having one,
              or using it for inbound mail, is not enough.
              """,
              """
              The send connector has no TlsCertificateName; a gateway in between ends the TLS
              session; STARTTLS is switched off or filtered by a firewall.
              """,
              """
              Set the certificate on the send connector of the server, and look at its protocol log
              for STARTTLS and the certificate that it offers.
              """,
              ATTR,
              WINTER),
          RulePage.of(
              RuleId.PKI_2,
              "Inside its validity period",
              """
              The instant of the connection must lie between notBefore and notAfter of the
              certificate. Otherwise it is treated as not presented.
              """,
              "The certificate ran out over night, or its successor is not valid yet.",
              "Renew it under the same name, and let the send connector use the new one.",
              BOLL,
              WINTER),
          RulePage.of(
              RuleId.PKI_3,
              "A path through the presented certificates to a trust anchor",
              """
              The certificates that the server presents must lead to a trust anchor without a gap.
              No issuer is fetched: a missing intermediate fails, even if a browser would find it.
              """,
              "The intermediate certificate is not installed on the server, or the old one is.",
              "Install the CA's intermediate certificates on the server, so that it sends them.",
              KB3212877,
              BOLL),
          RulePage.of(
              RuleId.PKI_4,
              "Issued by a CA that is trusted",
              """
              Self-signed certificates, and those of a CA outside the trust anchors, are not
              accepted. Gateways with self-signed certificates were seen to match by name all the
              same: see reading certificateTrust.
              """,
              "The server uses the certificate of its installation, or one of a company's own CA.",
              "Use a certificate of a public CA.",
              REPLIES,
              BENDER_2),
          RulePage.of(
              RuleId.PKI_5,
              "Not revoked, and that can be verified",
              """
              The certificate must not be revoked, and a CRL or OCSP response must say so. How much
              of that the service asks for is contested: see reading revocation. With neither given
              to the simulator the status is not checked, and the result says so.
              """,
              "The CA revoked the certificate, or its CRL cannot be reached or is out of date.",
              "Replace a revoked certificate; ask the CA about a status that is unavailable.",
              BOLL),
          RulePage.of(
              RuleId.PKI_6,
              "An extended key usage for TLS",
              """
              No extended key usage, anyExtendedKeyUsage, serverAuth or clientAuth is accepted; a
              certificate for something else only is not. Public CAs stop issuing clientAuth in
              2026, and mail kept flowing with serverAuth. See reading keyUsage.
              """,
              "A certificate for code signing or for signing mail was chosen.",
              "Use a TLS server certificate.",
              CHOICE),
          RulePage.of(
              RuleId.PKI_7,
              "The names of a certificate",
              """
              The subject's common name and all SAN dNSNames count together. A common name that is
              not a domain name, such as a company's name, is no name.
              """,
              "The name of the connector is only in the organization field, or missing in the SAN.",
              "Order the certificate with the connector's name among its names.",
              KB3169958,
              ATTR),
          RulePage.of(
              RuleId.PKI_8,
              "A certificate that fails is treated as not presented",
              """
              The session goes on as if the server had presented none, and the result carries
              CERTIFICATE_IGNORED with the rule that failed. Some sources show a refusal with 454
              instead: see reading badCertificate.
              """,
              """
              The three usual causes are: expired (PKI-2), not from a trusted CA (PKI-4), and not
              presented at all (PKI-1).
              """,
              "Mend what the failed rule names.",
              WINTER,
              BOLL,
              KB3212877),
          RulePage.of(
              RuleId.NAME_1,
              "When TlsSenderCertificateName matches a presented name",
              """
              A host name matches itself, and a wildcard certificate that is valid for it.
              *.contoso.com matches contoso.com, *.contoso.com and every name below. contoso.com
              matches neither *.contoso.com nor mail.contoso.com. Letter case does not count. The
              same holds for Partner connectors. See readings wildcardDepth and wildcardCertificate.
              """,
              """
              The certificate was renewed under another name; or the connector has the domain and
              the certificate a host below it.
              """,
              "Write the certificate's own name into the connector.",
              NIC,
              KB4051495,
              RFC));

  private RulePagesCertificates() {}
}
