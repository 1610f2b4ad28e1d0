package org.exoattribution.analysis.rulebook;

/** The public texts that the rules are restated from, by the keys under which pages cite them. */
public enum RulePageSource {
  ATTR("\"Office 365 Message Attribution\", Exchange Team Blog, 2019-07-11"),
  NIC("New-InboundConnector reference"),
  SAD("Set-AcceptedDomain reference"),
  SOC("Set-OrganizationConfig reference"),
  RELAY23("\"Updated requirements for SMTP relay through Exchange Online\", 2023"),
  REPLIES("Microsoft's replies below \"Updated requirements for SMTP relay\", 2023"),
  QA("learn.microsoft.com/answers 11582569"),
  MC1226222("message centre MC1226222, 2026-02-04"),
  KB3169958("support article KB3169958"),
  KB4051495("support article KB4051495"),
  KB3212877("support article KB3212877"),
  KB4019940("support article KB4019940"),
  KB2888788("support article KB2888788"),
  JP3("\"3 key points for connector settings\", Microsoft Japan support, 2017-12-07"),
  JPTLS("Microsoft Japan support on connectors and TLS"),
  JPDS("Microsoft Japan support on Direct Send"),
  JPDIR("Microsoft Japan support on endpoint names"),
  IRR("\"Configure Multi-Geo In-Region Routing\", 2025-09"),
  ALCH("\"Incorrectly flagged as possible open relay\", 2022"),
  KB4014351("support article KB4014351"),
  KB_ATTR35("support articles on mail sent to the wrong region, ATTR35"),
  OD_USE("Exchange Online documentation, when to use connectors"),
  OD_3RD("Exchange Online documentation, third-party cloud services"),
  OD_ADDON("Exchange Online documentation, add-on services"),
  SYM("Symprex NDR help"),
  BOLL("\"The shift to certificate-based connectors\""),
  WINTER("\"When a certificate based connector is not working\""),
  BENDER_1("\"EXO InboundConnector TLS issue\", granikos"),
  BENDER_2("\"Email delivery fails for other Office 365 tenant\", granikos"),
  RFC("the RFCs 5321, 5280 and 9525"),
  CHOICE("no source: a choice of this simulator");

  private final String title;

  RulePageSource(String title) {
    this.title = title;
  }

  /** What it is. */
  public String title() {
    return title;
  }
}
