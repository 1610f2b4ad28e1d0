package org.exoattribution.analysis.rulebook;

import static org.exoattribution.analysis.rulebook.RulePageSource.CHOICE;
import static org.exoattribution.analysis.rulebook.RulePageSource.KB4014351;
import static org.exoattribution.analysis.rulebook.RulePageSource.NIC;
import static org.exoattribution.analysis.rulebook.RulePageSource.OD_USE;

import java.util.List;
import org.exoattribution.model.RuleId;

/** The rules about the properties of inbound connectors. */
final class RulePagesConnectors {
  static final List<RulePage> PAGES =
      List.of(
          RulePage.of(
              RuleId.CON_1,
              "What SenderIPAddresses may hold",
              """
              Single IPv4 addresses, or CIDR blocks of /24 to /32. Host bits may be set
              (192.168.0.1/25 means 192.168.0.0/25). IPv6 addresses, dash ranges and larger blocks
              are refused.
              """,
              "A larger network, an IPv6 address or a range was copied from a firewall.",
              "Split the network into /24 blocks, or identify the servers by a certificate.",
              NIC),
          RulePage.of(
              RuleId.CON_2,
              "What TlsSenderCertificateName may hold",
              """
              One domain, or *. and a domain, which means the domain and all its subdomains. A lone
              star, or a star elsewhere in the name, is refused. How the value is compared with the
              names of a certificate is rule NAME-1.
              """,
              "A list of names, a subject with CN= and O=, or a pattern such as mx*.contoso.com.",
              """
              Use the one name that the server's certificate carries, or *. and the domain above
              several of them.
              """,
              NIC),
          RulePage.of(
              RuleId.CON_3,
              "What SenderDomains may hold",
              """
              Domains, *.domain (the domain and all its subdomains), or * for every sender. Exports
              write them as address spaces: smtp:contoso.com;1 and smtp:*;1 mean the same. The
              number is a cost, any integer, which is kept, shown and never compared. The whole list
              has at most 2,243 characters in that form.
              """,
              "A value with an address instead of a domain.",
              "Write the domain of the sender, without a local part.",
              NIC,
              KB4014351),
          RulePage.of(
              RuleId.CON_4,
              "An OnPremises connector needs something to match by",
              """
              Without SenderIPAddresses and without TlsSenderCertificateName an OnPremises connector
              could match nothing, so it is refused when a directory is built.
              """,
              "A record of an export was cut, or a connector was written by hand.",
              "Give the connector the server's certificate name or its addresses.",
              CHOICE),
          RulePage.of(
              RuleId.CON_5,
              "A restriction needs what it restricts to",
              """
              RestrictDomainsToIPAddresses needs SenderIPAddresses, and RestrictDomainsToCertificate
              needs TlsSenderCertificateName. A Partner connector without them would refuse all mail
              that it covers, so it is refused when a directory is built.
              """,
              "The addresses or the name were removed and the restriction was left.",
              "Add the values, or set the restriction to $false.",
              NIC,
              CHOICE),
          RulePage.of(
              RuleId.CON_6,
              "TreatMessagesAsInternal is for OnPremises connectors without hybrid mail",
              """
              TreatMessagesAsInternal true together with CloudServicesMailEnabled true, or on a
              Partner connector, is refused. Neither property plays a part in attribution.
              """,
              "A connector of the hybrid wizard was changed by hand.",
              "Keep CloudServicesMailEnabled for hybrid mail, and leave the other false.",
              NIC),
          RulePage.of(
              RuleId.CON_7,
              "RequireTls, Restrict* and SenderDomains act on Partner connectors only",
              """
              On an OnPremises connector they are kept, shown and ignored. Every connector that the
              hybrid wizard makes carries RequireTls true and SenderDomains smtp:*;1, and neither
              refuses nor selects anything there.
              """,
              """
              Somebody restricts an OnPremises connector and wonders why other mail still comes in:
              such a connector never rejects what does not match it.
              """,
              "Put restrictions on a Partner connector.",
              NIC),
          RulePage.of(
              RuleId.CON_8,
              "A disabled connector takes no part",
              """
              A connector with Enabled false neither attributes nor refuses mail. The explanation
              still names it where it would have matched, and the result carries
              DISABLED_CONNECTOR_WOULD_MATCH where it would have won.
              """,
              """
              The connector by address was disabled before the server presented its certificate; or
              a connector was switched off in a test and forgotten.
              """,
              "Set-InboundConnector -Identity \"...\" -Enabled $true, or remove it for good.",
              NIC),
          RulePage.of(
              RuleId.CON_9,
              "AssociatedAcceptedDomains limit where a connector applies",
              """
              If the list is not empty, the connector applies only if the MAIL FROM domain is one of
              it. Whether the sender or the recipient is meant is contested: see reading
              associatedDomains.
              """,
              """
              A domain was accepted later and never added to the list, so that its mail passes the
              connector by.
              """,
              """
              Set-InboundConnector -Identity "..." -AssociatedAcceptedDomains @{Add="contoso.com"},
              or clear the list.
              """,
              NIC,
              OD_USE),
          RulePage.of(
              RuleId.INC_1,
              "What is left out of a directory is never forgotten",
              """
              A record or a property that takes part in attribution and could not be honoured makes
              an import incomplete: no result, no list of findings and no proof is given from it
              unless a partial answer is asked for, and then every answer says that it is partial.
              """,
              """
              A connector whose type is a number, a file that is missing or in a shape that is not
              read, a misspelt property.
              """,
              "Mend what the message names, mostly by exporting anew; or ask for a partial answer.",
              CHOICE));

  private RulePagesConnectors() {}
}
