package org.exoattribution.analysis.rulebook;

import static org.exoattribution.analysis.rulebook.RulePageSource.ATTR;
import static org.exoattribution.analysis.rulebook.RulePageSource.JPDIR;
import static org.exoattribution.analysis.rulebook.RulePageSource.JPDS;
import static org.exoattribution.analysis.rulebook.RulePageSource.RFC;
import static org.exoattribution.analysis.rulebook.RulePageSource.SAD;

import java.util.List;
import org.exoattribution.model.RuleId;

/** What plays no part, and the rules about tenants and domains. */
final class RulePagesDirectory {
  static final List<RulePage> PAGES =
      List.of(
          RulePage.of(
              RuleId.EHLO_1,
              "The EHLO name plays no part",
              """
              The name that a server gives with EHLO is recorded and never looked at. What
              identifies a server is its certificate or its source address.
              """,
              """
              A server greets with a name that is an accepted domain or stands in a connector, and
              its mail is refused all the same.
              """,
              """
              Let the server present a certificate with that name, or put its address into
              SenderIPAddresses.
              """,
              ATTR),
          RulePage.of(
              RuleId.EP_1,
              "The host name that the client dialled plays no part",
              """
              Every tenant has an endpoint name of its own (contoso-com.mail.protection.outlook.com),
              but all of them lead to the same service. Whose name was dialled decides nothing: the
              owner of the recipient's domain receives. Only the forest that the name led to counts
              (FOR-1, FOR-2).
              """,
              """
              Mail for one tenant is sent to the endpoint name of another, for instance because a
              smart host was never changed.
              """,
              "Nothing needs to change; use the MX record of the recipient's domain for clarity.",
              ATTR,
              JPDIR),
          RulePage.of(
              RuleId.DIR_1,
              "A domain or a name has one holder",
              """
              A domain is accepted by at most one tenant; tenants have distinct names, and so do the
              connectors of a tenant, whatever their letter case. A directory that breaks this is
              refused when it is built, and the message names both holders.
              """,
              """
              Exports of one tenant are in two folders, or were taken before and after a domain
              moved from one tenant to another.
              """,
              "Leave out the older export, or take the domain from the tenant that gave it up.",
              ATTR),
          RulePage.of(
              RuleId.DOM_1,
              "How domain names compare",
              """
              Domain names compare without regard to letter case, as A-labels (xn--...), and without
              a trailing dot. What is not a domain name is refused with the value in the message.
              """,
              """
              An internationalised name is written with its own letters in one place and as A-labels
              in another; both are the same. A value with a space, an underscore or an address is no
              domain name.
              """,
              "Write the domain as DNS has it.",
              RFC),
          RulePage.of(
              RuleId.DOM_2,
              "Who owns a domain: exact before MatchSubDomains",
              """
              A tenant owns the domains that it accepts and, where MatchSubDomains is true, those
              below. An exact accepted domain of any tenant beats a parent of another, and the
              nearest parent beats a farther one. This counts for MAIL FROM and RCPT TO, not for
              the domains of certificates (CERT-3).
              """,
              """
              Mail from sub.contoso.com is not recognized because contoso.com is accepted without
              MatchSubDomains; or it goes to another tenant, which accepts the subdomain itself.
              """,
              """
              Accept the subdomain, or set MatchSubDomains on the parent:
              Set-AcceptedDomain -Identity contoso.com -MatchSubDomains $true.
              """,
              SAD,
              JPDS));

  private RulePagesDirectory() {}
}
