package org.exoattribution.analysis.rulebook;

import static org.exoattribution.analysis.rulebook.RulePageSource.ATTR;
import static org.exoattribution.analysis.rulebook.RulePageSource.CHOICE;
import static org.exoattribution.analysis.rulebook.RulePageSource.IRR;
import static org.exoattribution.analysis.rulebook.RulePageSource.JP3;
import static org.exoattribution.analysis.rulebook.RulePageSource.JPDS;
import static org.exoattribution.analysis.rulebook.RulePageSource.KB_ATTR35;
import static org.exoattribution.analysis.rulebook.RulePageSource.NIC;
import static org.exoattribution.analysis.rulebook.RulePageSource.OD_3RD;
import static org.exoattribution.analysis.rulebook.RulePageSource.OD_USE;
import static org.exoattribution.analysis.rulebook.RulePageSource.SOC;
import static org.exoattribution.analysis.rulebook.RulePageSource.SYM;

import java.util.List;
import org.exoattribution.model.RuleId;

/** The rules by which mail is attributed to the tenant that receives it, and several recipients. */
final class RulePagesIncoming {
  static final List<RulePage> PAGES =
      List.of(
          RulePage.of(
              RuleId.IN_1,
              "The owner of the RCPT TO domain receives",
              """
              Mail that no OnPremises connector claims goes to the tenant that owns the recipient's
              domain. If nobody owns it, the relay is refused with 5.7.64.
              """,
              "A server relays to the Internet and was not recognized as a tenant's own.",
              "Look at the nearest connectors of the certificate and IP stage in the explanation.",
              ATTR),
          RulePage.of(
              RuleId.FOR_2,
              "A tenant of another forest does not receive here",
              """
              The connection names a forest and the tenant that owns the recipient's domain is known
              to be in another: 451 4.4.62 ... ATTR35. Tested before IN-2, which is assumed.
              """,
              "Mail is sent to the endpoint of another tenant or region.",
              "Send to the endpoint that the MX record of the recipient's domain names.",
              KB_ATTR35,
              IRR),
          RulePage.of(
              RuleId.IN_2,
              "The receiving tenant has a mail-enabled subscription",
              """
              A tenant can accept a domain and have no subscription with mail. Mail to it is
              deferred with 451 4.4.4 ... ATTR5.
              """,
              "The trial ended, or the domain was added to the wrong tenant.",
              "Give the tenant a licence with mail, or move the domain.",
              IRR),
          RulePage.of(
              RuleId.IN_3,
              "Partner connectors whose SenderDomains cover the sender",
              """
              Of the receiving tenant, enabled Partner connectors take part if SenderDomains cover
              the MAIL FROM domain. * covers everything, bounces too; nothing else covers the null
              reverse-path.
              """,
              "A connector for partner.example does not see mail of mail.partner.example.",
              "Use *.partner.example to cover the domain and all its subdomains.",
              NIC),
          RulePage.of(
              RuleId.IN_4,
              "Restricting Partner connectors come first",
              """
              If connectors with RestrictDomainsToIPAddresses or RestrictDomainsToCertificate take
              part, one of them must be met, with both set by address and certificate (see reading
              partnerBoth); else the mail is rejected with 5.7.51. If some are met, only they go on.
              """,
              """
              Mail goes past the filtering gateway; the partner sends from a new address; the
              gateway's certificate changed. A connector for one partner with * as second one
              restricts that partner as well.
              """,
              "Name the new address or certificate, or send through the gateway.",
              OD_USE,
              OD_3RD),
          RulePage.of(
              RuleId.IN_5,
              "By certificate, then by address, then by sender domain",
              """
              Of the connectors that are left, the first of: matched by certificate, by address, by
              the most specific sender domain. Addresses of a connector that does not restrict to
              them do not count (see reading partnerAddresses). If there is none, the mail comes in
              anonymously, which is normal for mail of strangers.
              """,
              """
              Several Partner connectors cover one sender; or addresses without
              RestrictDomainsToIPAddresses are taken for a condition.
              """,
              "Give each partner one connector, and restrict it to what identifies the partner.",
              NIC,
              CHOICE),
          RulePage.of(
              RuleId.IN_6,
              "A connector with RequireTls rejects plaintext",
              """
              If the chosen Partner connector has RequireTls and the session is not encrypted, the
              mail is rejected. That it rejects is documented; that the reply is the one that was
              seen for a plaintext relay is assumed.
              """,
              "A partner's server or an old device does not start TLS.",
              "Have the sender use STARTTLS.",
              NIC,
              CHOICE),
          RulePage.of(
              RuleId.IN_7,
              "RejectDirectSend rejects the tenant's own unauthorized mail",
              """
              The tenant has RejectDirectSend, owns the MAIL FROM domain, and no enabled connector
              of it, of either type, matches the source address or the certificate; here the addresses
              of a Partner connector count whether it restricts or not. The From header plays no
              part. Tested after IN-4 and IN-6.
              """,
              "A printer or an application sends straight to the tenant's MX with its own domain.",
              "Create an inbound connector for its address or certificate.",
              SOC,
              JPDS),
          RulePage.of(
              RuleId.IN_8,
              "Originating mail is not tested against Partner connectors",
              """
              A message that an OnPremises connector claimed never meets IN-2 to IN-7. And an
              OnPremises connector never rejects mail that does not match it.
              """,
              "Hybrid mail comes in although a Partner connector restricts everything else.",
              "Nothing: this is what lets a hybrid server send beside a filtering gateway.",
              ATTR,
              NIC,
              CHOICE),
          RulePage.of(
              RuleId.MULTI_1,
              "The first recipient's Originating holds for all",
              """
              The first recipient of a transaction is resolved alone. If it is Originating on any
              basis but RCPT_TO, that holds for every recipient.
              """,
              "A message to several domains from a server that is recognized.",
              "Nothing.",
              SYM,
              JP3),
          RulePage.of(
              RuleId.MULTI_2,
              "Recipients of another domain are deferred",
              """
              If the first recipient is not Originating in that way, but an OnPremises connector of
              some tenant matched, each later recipient of another domain is deferred with 451
              4.4.5 ... ATTR46. From 2017-07-05 until 2018-01-01 the whole transaction was refused.
              """,
              "Mail of a stranger to two domains of a tenant through its own gateway.",
              """
              A server that obeys the reply tries again with the other domain alone. Identify the
              gateway by a certificate whose name is accepted to avoid it.
              """,
              SYM,
              JP3),
          RulePage.of(
              RuleId.MULTI_3,
              "Otherwise each recipient is resolved alone",
              """
              If no OnPremises connector matched, the recipients of a transaction do not influence
              each other.
              """,
              "Mail of a stranger to several tenants.",
              "Nothing.",
              SYM));

  private RulePagesIncoming() {}
}
