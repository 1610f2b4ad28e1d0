package org.exoattribution.analysis.rulebook;

import static org.exoattribution.analysis.rulebook.RulePageSource.ALCH;
import static org.exoattribution.analysis.rulebook.RulePageSource.ATTR;
import static org.exoattribution.analysis.rulebook.RulePageSource.BENDER_2;
import static org.exoattribution.analysis.rulebook.RulePageSource.BOLL;
import static org.exoattribution.analysis.rulebook.RulePageSource.CHOICE;
import static org.exoattribution.analysis.rulebook.RulePageSource.JP3;
import static org.exoattribution.analysis.rulebook.RulePageSource.KB2888788;
import static org.exoattribution.analysis.rulebook.RulePageSource.KB3212877;
import static org.exoattribution.analysis.rulebook.RulePageSource.KB4051495;
import static org.exoattribution.analysis.rulebook.RulePageSource.MC1226222;
import static org.exoattribution.analysis.rulebook.RulePageSource.NIC;
import static org.exoattribution.analysis.rulebook.RulePageSource.OD_USE;
import static org.exoattribution.analysis.rulebook.RulePageSource.REPLIES;
import static org.exoattribution.analysis.rulebook.RulePageSource.RFC;
import static org.exoattribution.analysis.rulebook.RulePageSource.SYM;
import static org.exoattribution.analysis.rulebook.RulePageSource.WINTER;

import java.util.List;
import org.exoattribution.model.Reading;

/** The readings: switches for the questions on which sources disagree or are silent. */
final class RulePagesReadings {
  static final List<RulePage> PAGES =
      List.of(
          RulePage.of(
              Reading.WILDCARD_DEPTH,
              "How deep *.contoso.com reaches",
              """
              ALL_SUBDOMAINS (default): the domain and every name below it. SINGLE_LABEL: the
              domain, *.contoso.com and names one label below. Used by NAME-1.
              """,
              "The cmdlet reference says all subdomains; certificates themselves cover one label.",
              "Name servers that are deeper exactly, and the reading does not matter.",
              NIC),
          RulePage.of(
              Reading.WILDCARD_CERTIFICATE,
              "Whether a wildcard certificate matches a host name",
              """
              COVERS_HOST (default): a certificate for *.contoso.com matches a connector with
              mail.contoso.com, for which it is valid. LITERAL: only a connector with *.contoso.com.
              Used by NAME-1.
              """,
              "KB4051495 advises to write the wildcard into the connector.",
              "Write the certificate's own name into the connector.",
              RFC,
              KB4051495),
          RulePage.of(
              Reading.BAD_CERTIFICATE,
              "What happens to a certificate that is not accepted",
              """
              IGNORE (default): as if none had been presented (PKI-8). REFUSE: the session is
              refused with 454 4.7.0.
              """,
              "Both were published; the refusals may be of Partner connectors with RequireTls.",
              "Mend the certificate.",
              WINTER,
              BOLL,
              KB3212877,
              KB2888788,
              SYM),
          RulePage.of(
              Reading.REVOCATION,
              "What must be known about revocation",
              """
              REQUIRE_STATUS (default): known not to be revoked. REJECT_REVOKED: not known to be
              revoked, an unavailable status passes. NOT_CHECKED: nothing. Used by PKI-5.
              """,
              "One source asks that the status can be verified; no other speaks of it.",
              "Use a CA whose CRL or OCSP responder is reachable.",
              BOLL),
          RulePage.of(
              Reading.CERTIFICATE_TRUST,
              "Who may have issued the certificate",
              """
              CA_SIGNED (default): a path to a trust anchor is needed (PKI-3, PKI-4). ANY: issuer
              and path do not matter, so that self-signed certificates are matched by name too.
              """,
              "Microsoft asks for a public CA; a self-signed gateway was seen to match by name.",
              "Use a certificate of a public CA, and other names for what must not match.",
              REPLIES,
              BENDER_2),
          RulePage.of(
              Reading.KEY_USAGE,
              "Which extended key usage is accepted",
              """
              TLS (default): none, anyExtendedKeyUsage, serverAuth or clientAuth. SERVER_AUTH: the
              same without clientAuth. ANY: every one. Used by PKI-6.
              """,
              "No source decides; public CAs stop issuing clientAuth in 2026.",
              "Use a certificate with serverAuth.",
              CHOICE),
          RulePage.of(
              Reading.RECIPIENT_ONLY_IP_MATCH,
              "What a match by address and recipient alone yields",
              """
              ORIGINATING (default): Originating, basis RCPT_TO (IP-3). INCOMING: Incoming to the
              same tenant, as if no OnPremises connector had matched: its Partner connectors, their
              restrictions and RejectDirectSend apply.
              """,
              "Two sources attribute by recipient too; the team blog names the sender only.",
              "Let a certificate decide, whose name is an accepted domain.",
              MC1226222,
              JP3,
              ATTR),
          RulePage.of(
              Reading.ASSOCIATED_DOMAINS,
              "To which domain AssociatedAcceptedDomains apply",
              """
              SENDER (default): the MAIL FROM domain must be one of them. RECIPIENT: the RCPT TO
              domain. EITHER: one of both. Used by CON-9.
              """,
              "The cmdlet reference and the connector documentation describe it differently.",
              "Leave AssociatedAcceptedDomains empty unless several companies share a tenant.",
              NIC,
              OD_USE),
          RulePage.of(
              Reading.PARTNER_ADDRESSES,
              "When a Partner connector's addresses count",
              """
              RESTRICTED_ONLY (default): SenderIPAddresses of a Partner connector count in the choice
              of IN-5 only if RestrictDomainsToIPAddresses is true. ALWAYS: they count whether it
              restricts or not.
              """,
              "The cmdlet reference says so since 2024-07; the connector documentation does not.",
              "Restrict the connector to its addresses, or leave them out.",
              NIC,
              OD_USE),
          RulePage.of(
              Reading.PARTNER_BOTH,
              "What a Partner connector with both restrictions asks for",
              """
              AND (default): the address and the certificate must both be met. OR: one of them is
              enough. Used by IN-4.
              """,
              "The wording of the cmdlet reference against an administrator's guide of 2026.",
              "Use one restriction, or two connectors.",
              NIC),
          RulePage.of(
              Reading.RELAY_REFUSAL,
              "When the replies 5.7.64 come",
              """
              DATA (default): after the message was taken, at the end of DATA. RCPT: after RCPT TO.
              Changes the phase of the reply alone.
              """,
              "Microsoft says that the refusal is delayed; logs have it after RCPT TO.",
              "Have a client that is ready for a refusal at both.",
              ALCH));

  private RulePagesReadings() {}
}
