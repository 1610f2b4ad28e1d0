package org.exoattribution.analysis.lint.world;

import java.util.List;
import org.exoattribution.model.DomainName;

/**
 * The gateways that the linter knows by itself: those with many Microsoft 365 customers, by the
 * domain of their hosts and where it is published. Sophos documents the names on its certificates;
 * of the others it is assumed that certificates carry the names of the hosts. The list is not
 * complete and need not be: more can be given to the linter.
 */
public final class KnownGateways {
  private static final List<KnownGateway> ALL =
      List.of(
          gateway(
              "Microsoft 365",
              "mail.protection.outlook.com",
              "\"TLS, Connectors, and You\", EOP Field Notes, 2014"),
          gateway("Proofpoint", "pphosted.com", "Proofpoint \"M365 Integration Guide\", 2023"),
          gateway(
              "Proofpoint Essentials",
              "ppe-hosted.com",
              "Proofpoint Essentials documentation, \"Microsoft 365 Integration\""),
          gateway("Mimecast", "mimecast.com", "\"Mimecast Data Centers and URLs\""),
          gateway(
              "Email Security.cloud (Broadcom)",
              "messagelabs.com",
              "Broadcom knowledge article 254105"),
          gateway(
              "Cisco Secure Email Cloud Gateway",
              "iphmx.com",
              "Cisco document 214812, \"Configuring Office 365 (Microsoft) with Secure Email\""),
          gateway(
              "Barracuda Email Gateway Defense",
              "ess.barracudanetworks.com",
              "Barracuda Campus, Email Gateway Defense deployment"),
          gateway("Sophos", "hydra.sophos.com", "Sophos Central help, \"Using TLS connections\""),
          gateway("Sophos", "hmr.sophos.com", "Sophos Central help, \"Using TLS connections\""));

  private KnownGateways() {}

  private static KnownGateway gateway(String operator, String domain, String source) {
    return new KnownGateway(operator, DomainName.parse(domain), source);
  }

  /** All of them. */
  public static List<KnownGateway> all() {
    return ALL;
  }
}
