package org.exoattribution.testkit.laws;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Stage;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/**
 * Removes and disables connectors of which the explanation says that they did not match. It is the
 * explanation's word that is put to the test: a connector that it calls a miss must be one.
 */
final class IdleConnectorLaw implements Law.Check {
  private static final Set<RuleId> BY_CERTIFICATE =
      EnumSet.of(RuleId.CON_8, RuleId.CERT_2, RuleId.CON_9);
  private static final Set<RuleId> BY_ADDRESS = EnumSet.of(RuleId.CON_8, RuleId.IP_1, RuleId.CON_9);
  private static final Set<RuleId> BY_SENDER =
      EnumSet.of(RuleId.IN_1, RuleId.CON_8, RuleId.IN_3, RuleId.CON_9);

  @Override
  public Stream<Objection> objections(Subject engine, Collection<SimulatedConnection> connections) {
    TenantDirectory directory = engine.engine().directory();
    List<Explanation> explanations = connections.stream().map(engine::explain).toList();
    Stream.Builder<Stream<Objection>> objections = Stream.builder();
    for (Tenant tenant : directory.tenants()) {
      for (InboundConnector connector : tenant.inboundConnectors()) {
        List<Attribution> idle =
            explanations.stream()
                .filter(e -> !matched(e, tenant, connector))
                .map(Explanation::attribution)
                .toList();
        String named = label(tenant, connector) + ", which did not match,";
        Subject without = engine.without(tenant, connector::equals);
        objections.add(objections(idle, "without " + named, without));
        Subject disabled =
            engine.withDirectory(
                directory.withTenant(tenant.withInboundConnector(connector.withEnabled(false))));
        objections.add(objections(idle, "disabled " + named, disabled));
      }
    }
    return objections.build().flatMap(each -> each);
  }

  private static Stream<Objection> objections(
      List<Attribution> idle, String change, Subject other) {
    return idle.stream()
        .flatMap(
            before -> Objection.unlessSame(before, change, other.resolve(before.connection())));
  }

  private static boolean matched(
      Explanation explanation, Tenant tenant, InboundConnector connector) {
    if (!connector.enabled()) {
      return false;
    }
    if (connector instanceof OnPremisesConnector) {
      return holds(explanation, tenant, connector, Stage.CERTIFICATE, BY_CERTIFICATE)
          || holds(explanation, tenant, connector, Stage.IP, BY_ADDRESS);
    }
    return holds(explanation, tenant, connector, Stage.INCOMING, BY_SENDER)
        || mayAuthorize(explanation.attribution().connection(), tenant, connector);
  }

  /** IN-7 asks for address and certificate also of connectors that do not take part by IN-3. */
  private static boolean mayAuthorize(
      SimulatedConnection connection, Tenant tenant, InboundConnector connector) {
    boolean byAddress =
        connector.senderIpAddresses().stream().anyMatch(r -> r.contains(connection.sourceIp()));
    boolean byCertificate =
        connector.tlsSenderCertificateName().isPresent()
            && connection.presentedCertificate().isPresent();
    return tenant.rejectDirectSend() && (byAddress || byCertificate);
  }

  /** Whether the explanation has the connector in the stage, and none of the rules fails there. */
  private static boolean holds(
      Explanation explanation,
      Tenant tenant,
      InboundConnector connector,
      Stage stage,
      Set<RuleId> rules) {
    return explanation.stages().stream()
        .filter(report -> report.stage() == stage)
        .flatMap(report -> report.connectors().stream())
        .filter(node -> node.label().equals(label(tenant, connector)))
        .anyMatch(
            node ->
                node.conditions().stream()
                    .filter(condition -> rules.contains(condition.rule()))
                    .noneMatch(condition -> condition.outcome() == Outcome.NOT_MATCHED));
  }

  private static String label(Tenant tenant, InboundConnector connector) {
    return tenant.name() + " / " + connector.name();
  }
}
