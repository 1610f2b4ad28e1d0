package org.exoattribution.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.exoattribution.certificate.CertificateEvaluator;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * The current rules with default readings, as one writes them in an afternoon, over any way to look
 * a directory up. It knows only what the queries of the benchmarks need: no Partner connectors, no
 * findings and no reasons; certificates are judged and remembered by the engine's evaluator. So it
 * does less than the engine, and is not to be used for anything but to compare times.
 */
final class PlainAttribution implements Resolver {
  /** CERT-4 without its last key, which never decides here; the most exact is the largest. */
  private static final Comparator<Holder> EXACTNESS =
      Comparator.<Holder, Boolean>comparing(h -> !h.pattern().wildcard())
          .thenComparing(h -> h.pattern().domain().labelCount());

  private final Lookup lookup;
  private final CertificateEvaluator certificates;

  PlainAttribution(Lookup lookup, CertificateEvaluator certificates) {
    this.lookup = lookup;
    this.certificates = certificates;
  }

  @Override
  public Answer resolve(SimulatedConnection connection) {
    Tenant sender = connection.mailFrom().domain().map(lookup::ownerOf).orElse(null);
    Tenant recipient = lookup.ownerOf(connection.rcptTo().domain());
    Holder through = byCertificate(connection, sender, recipient);
    if (through == null) {
      List<Holder> holders = lookup.byAddress(connection.sourceIp());
      through = ownedByEnvelope(holders, sender, recipient); // IP-2, IP-3
    }
    if (through != null) {
      return Answer.originating(through);
    }
    return recipient == null
        ? new Answer(Verdict.REJECTED, null, null)
        : new Answer(Verdict.INCOMING, recipient.name(), null);
  }

  private @Nullable Holder byCertificate(
      SimulatedConnection connection, @Nullable Tenant sender, @Nullable Tenant recipient) {
    Optional<CertificateVerdict> verdict = verdict(connection);
    if (verdict.isEmpty() || !verdict.get().accepted()) {
      return null;
    }
    List<Holder> candidates = lookup.byName(verdict.get().names());
    List<Holder> best = new ArrayList<>(1);
    for (Holder candidate : candidates) {
      if (candidate.ownsItsPattern()) {
        int order = best.isEmpty() ? 0 : EXACTNESS.compare(candidate, best.get(0));
        if (order > 0) {
          best.clear();
        }
        if (order >= 0) {
          best.add(candidate);
        }
      }
    }
    if (best.size() == 1) {
      return best.get(0); // CERT-4
    }
    return ownedByEnvelope(best.isEmpty() ? candidates : best, sender, recipient); // CERT-5
  }

  @Override
  public void meet(SimulatedConnection connection) {
    verdict(connection);
  }

  private Optional<CertificateVerdict> verdict(SimulatedConnection connection) {
    return connection.presentedCertificate().map(c -> certificates.evaluate(c, connection.at()));
  }

  private static @Nullable Holder ownedByEnvelope(
      List<Holder> holders, @Nullable Tenant sender, @Nullable Tenant recipient) {
    Holder ofSender = of(sender, holders);
    return ofSender == null ? of(recipient, holders) : ofSender;
  }

  private static @Nullable Holder of(@Nullable Tenant tenant, List<Holder> holders) {
    for (Holder holder : holders) {
      if (holder.tenant().equals(tenant)) {
        return holder;
      }
    }
    return null;
  }
}
