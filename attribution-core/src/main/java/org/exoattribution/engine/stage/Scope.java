package org.exoattribution.engine.stage;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.engine.index.DirectoryIndex;
import org.exoattribution.model.Forest;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * The connectors that an explanation tells about: every OnPremises connector that matched anywhere,
 * and every connector of the tenants that own a domain of the envelope.
 *
 * @param onPremises the OnPremises ones
 * @param partners the Partner ones, those of the receiver first
 */
public record Scope(
    List<ConnectorFacts<OnPremisesConnector>> onPremises,
    List<ConnectorFacts<PartnerConnector>> partners) {

  /** Asks every condition of every connector in scope. */
  public static Scope of(Case given) {
    List<ConnectorFacts<OnPremisesConnector>> onPremises =
        onPremises(given).stream().map(c -> facts(given, c, null)).toList();
    Set<Candidate<PartnerConnector>> partners = new LinkedHashSet<>();
    partners.addAll(given.partnersOf(given.recipientOwner()));
    partners.addAll(given.partnersOf(given.senderOwner()));
    partners.addAll(given.partnersOf(given.headerFromOwner()));
    return new Scope(
        onPremises,
        partners.stream().map(c -> facts(given, c, partner(given, c.connector()))).toList());
  }

  /** The owners of the domains, and the tenants of every connector that may match anywhere. */
  public static List<Tenant> tenants(Case given) {
    Set<Integer> ids =
        new TreeSet<>(
            List.of(given.senderOwner(), given.headerFromOwner(), given.recipientOwner()));
    ids.remove(DirectoryIndex.NONE);
    onPremises(given).forEach(candidate -> ids.add(candidate.tenantId()));
    return ids.stream().map(given.setting().index()::tenant).toList();
  }

  private static Set<Candidate<OnPremisesConnector>> onPremises(Case given) {
    DirectoryIndex index = given.setting().index();
    Set<Candidate<OnPremisesConnector>> scope = new LinkedHashSet<>();
    CertificateVerdict certificate = given.match().verdict;
    if (certificate != null) {
      scope.addAll(index.byName(certificate.names())); // a refused one would have matched them
    }
    scope.addAll(index.byAddress(given.connection().sourceIp()));
    scope.addAll(index.of(given.senderOwner()));
    scope.addAll(index.of(given.headerFromOwner()));
    scope.addAll(index.of(given.recipientOwner()));
    return scope;
  }

  private static <C extends InboundConnector> ConnectorFacts<C> facts(
      Case given, Candidate<C> candidate, ConnectorFacts.@Nullable PartnerFacts partner) {
    C connector = candidate.connector();
    Forest forest = given.connection().forest().orElse(null);
    return new ConnectorFacts<>(
        candidate,
        forest == null || !candidate.tenant().isOutside(forest),
        Conditions.matchesCertificate(given, connector),
        connector.rangeOf(given.connection().sourceIp()),
        Conditions.applies(given, candidate),
        Optional.ofNullable(Ownership.of(given, candidate.tenantId())),
        candidate.tenantId() == given.recipientOwner(),
        partner);
  }

  private static ConnectorFacts.PartnerFacts partner(Case given, PartnerConnector connector) {
    return new ConnectorFacts.PartnerFacts(
        connector.covers(given.connection().mailFrom()),
        Conditions.meetsRestrictions(given, connector, given.readings().partnerBoth()),
        IncomingStage.choiceOf(given, connector, given.readings()));
  }
}
