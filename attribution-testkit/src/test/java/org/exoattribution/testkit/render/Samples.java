package org.exoattribution.testkit.render;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.Evidence;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.Finding;
import org.exoattribution.model.Grounds;
import org.exoattribution.model.Incoming;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Originating;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Rejected;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SmtpReply;
import org.exoattribution.model.Stage;
import org.exoattribution.model.StageExplanation;
import org.exoattribution.model.Tenant;

/** Explanations made by hand, so that rendering is tested apart from the engine. */
public final class Samples {
  public static final OnPremisesConnector HCW =
      OnPremisesConnector.builder("Inbound from HCW")
          .tlsSenderCertificateName("*.varunagroup.de")
          .build();
  public static final Tenant VARUNA =
      Tenant.builder("varunagroup").acceptedDomains("varunagroup.de").inboundConnector(HCW).build();
  public static final Tenant FABRIKAM =
      Tenant.builder("fabrikam").acceptedDomains("fabrikam.com").build();

  public static final OnPremisesConnector BY_CERTIFICATE =
      OnPremisesConnector.builder("By certificate")
          .tlsSenderCertificateName("*.contoso.com")
          .build();
  public static final OnPremisesConnector BY_ADDRESS =
      OnPremisesConnector.builder("By address")
          .senderIpAddresses("198.51.100.7")
          .enabled(false)
          .build();
  public static final Tenant CONTOSO =
      Tenant.builder("contoso")
          .acceptedDomains("contoso.com")
          .inboundConnector(BY_CERTIFICATE)
          .inboundConnector(BY_ADDRESS)
          .build();

  private Samples() {}

  public static SimulatedConnection connection(String sourceIp, String mailFrom, String rcptTo) {
    return SimulatedConnection.builder()
        .sourceIp(sourceIp)
        .tls(true)
        .mailFrom(mailFrom)
        .rcptTo(rcptTo)
        .at("2026-11-01T00:00:00Z")
        .build();
  }

  public static ConditionExplanation condition(
      Outcome outcome, String label, RuleId rule, String expected, String actual) {
    return new ConditionExplanation(label, outcome, rule, expected, actual);
  }

  public static Grounds grounds(Evidence evidence, List<RuleId> rules, Finding... findings) {
    return new Grounds(rules, evidence, Set.of(), List.of(findings));
  }

  public static Rejected rejected(
      SimulatedConnection connection, RejectionReason reason, SmtpReply reply, Grounds grounds) {
    return new Rejected(
        connection, reason, reply, Optional.empty(), Optional.empty(), Stage.INCOMING, grounds);
  }

  public static SmtpReply relayDenied() {
    return new SmtpReply(
        550, "5.7.64", "TenantAttribution; Relay Access Denied", SmtpReply.Phase.END_OF_DATA);
  }

  /** A shared gateway's certificate captures mail between strangers. */
  public static Explanation originating() {
    SimulatedConnection connection =
        connection("81.173.212.44", "someone@setebos-ag.com", "someone@fabrikam.com");
    Grounds grounds =
        new Grounds(
            List.of(RuleId.CERT_2, RuleId.CERT_3, RuleId.CERT_4),
            Evidence.DOCUMENTED,
            Set.of(Reading.WILDCARD_DEPTH, Reading.REVOCATION),
            List.of(
                Finding.of(Finding.Id.FOREIGN_RECIPIENT, "fabrikam"),
                Finding.of(
                    Finding.Id.WILDCARD_CAPTURE, "connector Inbound from HCW (*.varunagroup.de)")));
    return new Explanation(
        new Originating(
            connection,
            VARUNA,
            HCW,
            Stage.CERTIFICATE,
            AttributionBasis.CERTIFICATE_DOMAIN,
            grounds),
        List.of(
            new StageExplanation(
                Stage.CERTIFICATE,
                Outcome.MATCHED,
                RuleId.CERT_4,
                "a connector that matches the certificate and whose domain its tenant accepts",
                "varunagroup / Inbound from HCW",
                List.of(
                    condition(
                        Outcome.MATCHED,
                        "certificate",
                        RuleId.CERT_1,
                        "an accepted certificate",
                        "CN=mx01.varunagroup.de")),
                List.of(
                    new ConnectorExplanation(
                        VARUNA,
                        HCW,
                        Outcome.MATCHED,
                        RuleId.CERT_4,
                        "",
                        "the only owned candidate",
                        List.of(
                            condition(Outcome.MATCHED, "Enabled", RuleId.CON_8, "true", "true"),
                            condition(
                                Outcome.MATCHED,
                                "TlsSenderCertificateName",
                                RuleId.NAME_1,
                                "a presented name that matches *.varunagroup.de",
                                "mx01.varunagroup.de, mx02.varunagroup.de"),
                            condition(
                                Outcome.MATCHED,
                                "ownership",
                                RuleId.CERT_3,
                                "an accepted domain equal to varunagroup.de or below it",
                                "varunagroup.de"))))),
            new StageExplanation(
                Stage.IP, Outcome.NOT_REACHED, RuleId.IP_1, "", "", List.of(), List.of())));
  }

  /** The administrator disabled the IP connector before the server presented its certificate. */
  public static Explanation nothingMatched() {
    SimulatedConnection connection =
        connection("198.51.100.7", "app@contoso.com", "someone@example.net");
    return new Explanation(
        rejected(
            connection,
            RejectionReason.NO_CONNECTOR_MATCHED,
            relayDenied(),
            grounds(
                Evidence.DOCUMENTED,
                List.of(RuleId.CERT_1, RuleId.IP_4, RuleId.IN_1),
                Finding.of(
                    Finding.Id.DISABLED_CONNECTOR_WOULD_MATCH, "connector By address of contoso"))),
        List.of(
            new StageExplanation(
                Stage.CERTIFICATE,
                Outcome.NOT_MATCHED,
                RuleId.CERT_1,
                "an accepted certificate",
                "no certificate was presented",
                List.of(),
                List.of(
                    new ConnectorExplanation(
                        CONTOSO,
                        BY_CERTIFICATE,
                        Outcome.NOT_MATCHED,
                        RuleId.CERT_2,
                        "a presented name that matches *.contoso.com",
                        "no certificate was presented",
                        List.of(
                            condition(
                                Outcome.NOT_MATCHED,
                                "TlsSenderCertificateName",
                                RuleId.NAME_1,
                                "a presented name that matches *.contoso.com",
                                "none"),
                            condition(
                                Outcome.MATCHED,
                                "ownership",
                                RuleId.CERT_3,
                                "an accepted domain equal to contoso.com or below it",
                                "contoso.com"))))),
            new StageExplanation(
                Stage.IP,
                Outcome.NOT_MATCHED,
                RuleId.IP_4,
                "an enabled connector with the source address",
                "none",
                List.of(),
                List.of(
                    new ConnectorExplanation(
                        CONTOSO,
                        BY_ADDRESS,
                        Outcome.NOT_MATCHED,
                        RuleId.CON_8,
                        "an enabled connector",
                        "it is disabled",
                        List.of(
                            condition(
                                Outcome.NOT_MATCHED, "Enabled", RuleId.CON_8, "true", "false"),
                            condition(
                                Outcome.MATCHED,
                                "SenderIPAddresses",
                                RuleId.IP_1,
                                "198.51.100.7",
                                "198.51.100.7"))))),
            new StageExplanation(
                Stage.INCOMING,
                Outcome.NOT_MATCHED,
                RuleId.IN_1,
                "a tenant that owns example.net",
                "none",
                List.of(),
                List.of())));
  }

  public static Explanation anonymous() {
    return new Explanation(
        new Incoming(
            connection("2001:db8::1", "<>", "someone@fabrikam.com"),
            FABRIKAM,
            Optional.empty(),
            grounds(Evidence.DOCUMENTED, List.of(RuleId.IN_1, RuleId.IN_5))),
        List.of());
  }
}
