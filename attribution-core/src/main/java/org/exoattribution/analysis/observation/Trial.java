package org.exoattribution.analysis.observation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.exoattribution.analysis.observation.Judgement.Kind;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;

/**
 * One observation put to one engine: as it is known, and with every certificate that could explain
 * it, one for every class that the connectors and accepted domains of a tenant tell apart.
 *
 * <p>One name is enough: a tenant that wins with a certificate of several names wins by one of
 * them, with which alone it has no more rivals (CERT-4, CERT-5). And the name has to match one of
 * the tenant's own enabled connectors, for otherwise the certificate does nothing for it.
 *
 * @param tenant the observed tenant, if that is told
 */
record Trial(
    AttributionEngine engine,
    SimulatedConnection connection,
    Observed observed,
    Optional<Tenant> tenant,
    Attribution predicted) {
  /** No server that a directory knows of is called so. */
  private static final String FRESH = "some-other-host";

  static Judgement of(AttributionEngine engine, Observation observation, Optional<Tenant> tenant) {
    SimulatedConnection connection = observation.connection();
    Attribution predicted = engine.resolve(connection);
    return new Trial(engine, connection, observation.observed(), tenant, predicted).judgement();
  }

  private Judgement judgement() {
    List<Prediction> known = List.of(new Prediction(Optional.empty(), Optional.empty(), predicted));
    if (isExplainedBy(predicted)) {
      return new Judgement(Kind.AGREES, known, false, List.of());
    }
    List<Prediction> explaining = withCertificates();
    if (explaining.isEmpty()) {
      return new Judgement(Kind.CONTRADICTS, known, false, new CauseSearch(this).causes());
    }
    List<Prediction> all = Stream.concat(known.stream(), explaining.stream()).toList();
    boolean byEhlo = ehlo().filter(name -> isExplainedBy(with(name))).isPresent();
    return new Judgement(Kind.AGREES_IF, all, byEhlo, List.of());
  }

  boolean isExplainedBy(Attribution attribution) {
    return observed.isExplainedBy(attribution, tenant);
  }

  /** One a connector name; none if the certificate is known, or the session plaintext. */
  private List<Prediction> withCertificates() {
    Map<CertificateNamePattern, Prediction> explaining = new LinkedHashMap<>();
    if (connection.tls() && connection.presentedCertificate().isEmpty()) {
      for (Tenant candidate : candidates()) {
        tries(candidate)
            .forEach(
                (pattern, names) ->
                    names.stream()
                        .map(n -> new Prediction(Optional.of(pattern), Optional.of(n), with(n)))
                        .filter(prediction -> isExplainedBy(prediction.attribution()))
                        .findFirst()
                        .ifPresent(prediction -> explaining.putIfAbsent(pattern, prediction)));
      }
    }
    return List.copyOf(explaining.values());
  }

  private Optional<PresentedName> ehlo() {
    return connection.ehlo().flatMap(PresentedName::tryParse);
  }

  /** What comes of the connection if it presents an accepted certificate of this name. */
  private Attribution with(PresentedName name) {
    return engine.resolve(connection, CertificateVerdict.accepting(List.of(name)));
  }

  /** Whose connectors a certificate may match; all that have to do with it if nobody is told. */
  private Set<Tenant> candidates() {
    Set<Tenant> candidates = new LinkedHashSet<>(tenant.stream().toList());
    if (candidates.isEmpty()) {
      candidates.addAll(engine.tenantsInScope(connection));
      ehlo()
          .map(name -> CertificateVerdict.accepting(List.of(name)))
          .ifPresent(v -> candidates.addAll(engine.tenantsInScope(connection, v)));
    }
    return candidates;
  }

  /** The names to try, by the connector name that they are for; the EHLO name first. */
  private Map<CertificateNamePattern, Set<PresentedName>> tries(Tenant candidate) {
    Map<CertificateNamePattern, Set<PresentedName>> tries = new LinkedHashMap<>();
    for (InboundConnector connector : candidate.inboundConnectors()) {
      CertificateNamePattern pattern = connector.tlsSenderCertificateName().orElse(null);
      if (connector.enabled() && pattern != null) {
        Set<PresentedName> names = new LinkedHashSet<>();
        ehlo().filter(name -> pattern.matches(name, engine.readings())).ifPresent(names::add);
        addNames(names, pattern, candidate);
        tries.put(pattern, names);
      }
    }
    return tries;
  }

  private static void addNames(
      Set<PresentedName> names, CertificateNamePattern pattern, Tenant candidate) {
    DomainName domain = pattern.domain();
    if (!pattern.wildcard()) {
      names.add(new PresentedName(domain, false));
      domain.parent().ifPresent(parent -> names.add(new PresentedName(parent, true)));
      return;
    }
    addHosts(names, domain);
    // The tenant that accepts more of the name comes first (CERT-4).
    candidate.acceptedDomains().stream()
        .map(AcceptedDomain::domainName)
        .filter(accepted -> accepted.isBelow(domain))
        .forEach(accepted -> addHosts(names, accepted));
  }

  private static void addHosts(Set<PresentedName> names, DomainName domain) {
    for (String below : new String[] {FRESH + ".", "", FRESH + "." + FRESH + "."}) {
      DomainName.tryParse(below + domain).ifPresent(n -> names.add(new PresentedName(n, false)));
    }
    names.add(new PresentedName(domain, true));
  }
}
