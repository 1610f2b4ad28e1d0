package org.exoattribution.analysis.advice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.analysis.change.Change;
import org.exoattribution.analysis.change.ChangeEffects;
import org.exoattribution.analysis.change.ChangeSubject;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/**
 * Connections that a change of a tenant's configuration can touch: what it tells mail apart by is
 * its domains, its connectors' names and their addresses, so each of those, before and after, is
 * combined with a sender and a recipient of the tenant's own, of somebody else, and of nobody.
 */
final class AdviceProbes {
  /** How many names, addresses or domains of each kind: products of them are tried. */
  private static final int MOST_OF_A_KIND = 6;

  /** A domain that cannot exist (RFC 6761), and thus belongs to nobody. */
  private static final DomainName NOBODYS = DomainName.parse("nobody.invalid");

  private final AttributionEngine engine;
  private final SimulatedConnection subject;

  AdviceProbes(AttributionEngine engine, SimulatedConnection subject) {
    this.engine = engine;
    this.subject = subject;
  }

  private record Probe(SimulatedConnection connection, Optional<CertificateVerdict> certificate) {
    List<Tenant> scope(AttributionEngine engine) {
      return certificate.isPresent()
          ? engine.tenantsInScope(connection, certificate.get())
          : engine.tenantsInScope(connection);
    }

    AttributionOutcome outcome(AttributionEngine engine) {
      ChangeSubject subject = new ChangeSubject(engine.directory(), connection, certificate);
      return AttributionOutcome.of(subject.resolvedBy(engine));
    }
  }

  /**
   * What the change moves, other than in the way in which it moves the connection itself.
   *
   * @param changing the tenants that the change may be about
   */
  ChangeEffects effectsOf(
      Change change, List<Tenant> changing, AttributionOutcome before, AttributionOutcome after) {
    if (!change.changesDirectory()) {
      return ChangeEffects.NONE;
    }
    Set<Tenant> scope = new LinkedHashSet<>(engine.tenantsInScope(subject));
    scope.addAll(changing);
    TenantDirectory local = TenantDirectory.of(scope);
    TenantDirectory changed = change.applyTo(ChangeSubject.of(local, subject)).directory();
    List<Tenant> touched = new ArrayList<>(changed.tenants());
    touched.removeAll(scope);
    List<Probe> probes = probes(local, touched);

    // As for the connection itself: whoever no probe can see changes nothing about it.
    Set<Tenant> seen = new LinkedHashSet<>(scope);
    probes.forEach(probe -> seen.addAll(probe.scope(engine)));
    TenantDirectory wide = TenantDirectory.of(seen);
    AttributionEngine then =
        engine.withDirectory(change.applyTo(ChangeSubject.of(wide, subject)).directory());

    Map<List<String>, ChangeEffects.Effect> moved = new LinkedHashMap<>();
    for (Probe probe : probes) {
      AttributionOutcome was = probe.outcome(engine);
      AttributionOutcome is = probe.outcome(then);
      List<String> way = List.of(was.destination(), is.destination());
      boolean refused =
          was.verdict() == Attribution.Verdict.REJECTED
              && is.verdict() == Attribution.Verdict.REJECTED;
      if (!refused
          && !was.destination().equals(is.destination())
          && !way.equals(List.of(before.destination(), after.destination()))) {
        moved.putIfAbsent(
            way,
            new ChangeEffects.Effect(
                probe.connection(),
                probe.certificate().map(CertificateVerdict::names).orElse(List.of()),
                was,
                is));
      }
    }
    return new ChangeEffects(probes.size(), List.copyOf(moved.values()));
  }

  private List<Probe> probes(TenantDirectory before, List<Tenant> touched) {
    Set<IpAddress> addresses = new LinkedHashSet<>(List.of(subject.sourceIp()));
    Set<PresentedName> names = new LinkedHashSet<>();
    Set<DomainName> domains = new LinkedHashSet<>();
    for (Tenant tenant : touched) {
      for (InboundConnector connector : changedFirst(before, tenant)) {
        collect(connector, addresses, names);
      }
      // The newest come last, and are what the change is about.
      List<AcceptedDomain> accepted = tenant.acceptedDomains();
      for (int i = accepted.size() - 1; i >= 0; i--) {
        addWhile(domains, accepted.get(i).domainName());
      }
    }
    Set<ReversePath> senders =
        new LinkedHashSet<>(List.of(subject.mailFrom(), ReversePath.NULL, ReversePath.of(NOBODYS)));
    Set<ForwardPath> recipients =
        new LinkedHashSet<>(List.of(subject.rcptTo(), ForwardPath.of(NOBODYS)));
    for (DomainName domain : domains) {
      senders.add(ReversePath.of(domain));
      recipients.add(ForwardPath.of(domain));
    }
    List<Optional<CertificateVerdict>> certificates = new ArrayList<>();
    certificates.add(Optional.empty());
    names.forEach(n -> certificates.add(Optional.of(CertificateVerdict.accepting(List.of(n)))));

    SimulatedConnection plain = subject.toBuilder().withoutPresentedCertificate().build();
    List<Probe> probes = new ArrayList<>();
    for (Optional<CertificateVerdict> certificate : certificates) {
      // An address beside a certificate would only repeat what each does alone.
      for (IpAddress address :
          certificate.isPresent() ? List.of(subject.sourceIp()) : List.copyOf(addresses)) {
        for (ReversePath sender : senders) {
          for (ForwardPath recipient : recipients) {
            probes.add(
                new Probe(
                    plain.toBuilder()
                        .sourceIp(address)
                        .tls(certificate.isPresent() || plain.tls())
                        .mailFrom(sender)
                        .rcptTo(recipient)
                        .build(),
                    certificate));
          }
        }
      }
    }
    return probes;
  }

  /** The connectors that differ, as they are and as they were, then the others. */
  private static Set<InboundConnector> changedFirst(TenantDirectory before, Tenant after) {
    List<InboundConnector> was =
        before.tenant(after.name()).map(Tenant::inboundConnectors).orElse(List.of());
    Set<InboundConnector> ordered = new LinkedHashSet<>();
    after.inboundConnectors().stream().filter(c -> !was.contains(c)).forEach(ordered::add);
    was.stream().filter(c -> !after.inboundConnectors().contains(c)).forEach(ordered::add);
    ordered.addAll(was);
    return ordered;
  }

  private static void collect(
      InboundConnector connector,
      Collection<IpAddress> addresses,
      Collection<PresentedName> names) {
    connector.tlsSenderCertificateName().ifPresent(name -> addNames(name, names));
    for (SenderIpRange range : connector.senderIpAddresses()) {
      addWhile(addresses, IpAddress.ofIpv4(range.networkBits()));
    }
  }

  private static void addNames(CertificateNamePattern pattern, Collection<PresentedName> names) {
    addWhile(names, new PresentedName(pattern.domain(), false));
    if (pattern.wildcard()) {
      DomainName.tryParse("other." + pattern.domain())
          .ifPresent(below -> addWhile(names, new PresentedName(below, false)));
    }
  }

  private static <T> void addWhile(Collection<T> values, T value) {
    if (values.size() < MOST_OF_A_KIND) {
      values.add(value);
    }
  }
}
