package org.exoattribution.analysis.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.Stage;

/**
 * Whether an outcome is a misroute. What counts is whose source the mail came from. A certificate
 * is proved a tenant's own if a name of it that the tenant's connector matches is, to the letter,
 * an accepted domain of the tenant: nobody else can have got it. An address proves nothing, nor
 * does a certificate that only a wildcard reaches or whose name the tenant does not accept. An
 * expected flow makes a source its tenants' own by declaration. Mail from a tenant's own source
 * that is attributed to it is never a misroute, unless the source has several owners and the mail
 * is another's of them.
 */
final class MisrouteJudge implements ConnectionSearch.Traits {
  /**
   * A cause.
   *
   * @param owner whose mail it is, or {@link AtomDirectory#NOBODY}
   */
  record Cause(MisrouteKind kind, int owner, AttributionOutcome outcome) {}

  /**
   * What is known about a certificate or an address.
   *
   * @param claimants the tenants with an OnPremises connector that it matches
   * @param owners the tenants whose own it is
   * @param flows the number of the set of flows that are declared for it
   * @param combined it is a certificate with names of several tenants
   */
  private record Source(BitSet claimants, BitSet owners, int flows, boolean combined) {}

  private final AtomSide side;
  private final List<Source> certificates = new ArrayList<>();
  private final List<Source> addresses = new ArrayList<>();
  private final List<BitSet> flowTenants = new ArrayList<>();
  private final Map<BitSet, Integer> flowSets = new HashMap<>();
  private final int[] outcomeTenants;

  MisrouteJudge(AtomSide side, ConnectionAtoms atoms) {
    this.side = side;
    for (ExpectedFlow flow : atoms.flows) {
      BitSet tenants = new BitSet();
      for (int t = 0; t < side.directory.tenants.size(); t++) {
        String name = side.directory.name(t).toLowerCase(Locale.ROOT);
        tenants.set(
            t, flow.tenants().stream().anyMatch(f -> f.toLowerCase(Locale.ROOT).equals(name)));
      }
      flowTenants.add(tenants);
    }
    for (AtomCertificate certificate : atoms.certificates.atoms()) {
      certificates.add(certificate(certificate, atoms));
    }
    atoms
        .addresses
        .atoms()
        .forEach(
            address ->
                addresses.add(
                    source(
                        side.directory.claimants(side.directory.matches(address)),
                        new BitSet(),
                        atoms.flowsOf(address),
                        false)));
    outcomeTenants = new int[side.outcomes.size()];
    for (int i = 0; i < outcomeTenants.length; i++) {
      AttributionOutcome outcome = side.outcomes.get(i);
      outcomeTenants[i] =
          outcome.isOriginating() ? side.directory.tenant(outcome.tenant()) : AtomDirectory.NOBODY;
    }
  }

  private Source certificate(AtomCertificate certificate, ConnectionAtoms atoms) {
    if (!certificate.accepted()) {
      return source(new BitSet(), new BitSet(), new BitSet(), false);
    }
    BitSet claimants = side.directory.claimants(side.directory.matches(certificate.names()));
    return source(
        claimants,
        ConnectionAtoms.holders(side.directory, certificate.names()),
        atoms.flowsOf(certificate.names()),
        certificate.names().size() > 1 && claimants.cardinality() > 1);
  }

  private Source source(BitSet claimants, BitSet holders, BitSet flows, boolean combined) {
    BitSet owners = (BitSet) holders.clone();
    flows.stream().forEach(flow -> owners.or(flowTenants.get(flow)));
    return new Source(claimants, owners, number(flows), combined);
  }

  private int number(BitSet flows) {
    int next = flowSets.size();
    Integer known = flowSets.putIfAbsent(flows, next);
    return known == null ? next : known;
  }

  /** The cause if this is a misroute. */
  Optional<Cause> judge(ConnectionClass connection, AttributionOutcome outcome) {
    Source certificate = certificates.get(connection.certificate());
    Source address = addresses.get(connection.address());
    int sender = side.senderOwners[connection.sender()];
    int recipient = side.recipientOwners[connection.recipient()];
    if (outcome.isOriginating()) {
      return originating(outcome, certificate, address, sender, recipient);
    }
    if (!outcome.isRejected() || sender < 0) {
      return Optional.empty();
    }
    if (address.claimants().get(sender)) {
      return Optional.of(new Cause(MisrouteKind.OWN_MAIL_REFUSED, sender, outcome));
    }
    return certificate.claimants().get(sender)
        ? Optional.of(cause(MisrouteKind.OWN_MAIL_REFUSED, certificate, sender, outcome))
        : Optional.empty();
  }

  private Optional<Cause> originating(
      AttributionOutcome outcome, Source certificate, Source address, int sender, int recipient) {
    int tenant = side.directory.tenant(outcome.tenant());
    boolean byCertificate = outcome.stage() == Stage.CERTIFICATE;
    BitSet owners = (BitSet) address.owners().clone(); // a flow covers all that comes from there
    if (byCertificate) {
      owners.or(certificate.owners());
    }
    Source source = byCertificate ? certificate : address;
    boolean foreignSender = sender >= 0 && sender != tenant;
    if (owners.get(tenant)) {
      return foreignSender && owners.get(sender)
          ? Optional.of(cause(MisrouteKind.FOREIGN_SENDER, source, sender, outcome))
          : Optional.empty();
    }
    if (foreignSender) {
      return Optional.of(cause(MisrouteKind.FOREIGN_SENDER, source, sender, outcome));
    }
    boolean mine = sender == tenant || isBasis(outcome, AttributionBasis.HEADER_FROM);
    if (recipient != tenant && !mine) {
      return Optional.of(cause(MisrouteKind.STRANGER_CAPTURED, source, recipient, outcome));
    }
    if (recipient != tenant && recipient >= 0) {
      return Optional.of(cause(MisrouteKind.FOREIGN_RECIPIENT, source, recipient, outcome));
    }
    return !mine
            && isBasis(outcome, AttributionBasis.RCPT_TO)
            && source.claimants().cardinality() > 1
        ? Optional.of(cause(MisrouteKind.SHARED_SOURCE, source, recipient, outcome))
        : Optional.empty();
  }

  private static boolean isBasis(AttributionOutcome outcome, AttributionBasis basis) {
    return outcome.basis().filter(b -> b == basis).isPresent();
  }

  private static Cause cause(
      MisrouteKind kind, Source source, int owner, AttributionOutcome outcome) {
    return new Cause(source.combined() ? MisrouteKind.COMBINED_CERTIFICATE : kind, owner, outcome);
  }

  @Override
  public Object kindOfCertificate(int certificate) {
    return certificates.get(certificate);
  }

  @Override
  public Object kindOfAddress(int address) {
    return addresses.get(address);
  }

  @Override
  public int ofCertificate(int certificate, int behaviour, int sender, int recipient) {
    Source source = certificates.get(certificate);
    int owner = side.senderOwners[sender];
    int traits = bit(0, source.combined()) | bit(1, owner >= 0 && source.claimants().get(owner));
    if (behaviour >= 0 && outcomeTenants[behaviour] >= 0) {
      traits |=
          bit(2, owner >= 0 && source.owners().get(owner))
              | bit(3, source.owners().get(outcomeTenants[behaviour]))
              | bit(4, source.claimants().cardinality() > 1);
    }
    return traits;
  }

  @Override
  public int ofAddress(int address, int sender, int recipient) {
    Source source = addresses.get(address);
    int owner = side.senderOwners[sender];
    return bit(0, owner >= 0 && source.claimants().get(owner))
        | bit(1, source.claimants().cardinality() > 1)
        | source.flows() << 2;
  }

  private static int bit(int place, boolean value) {
    return value ? 1 << place : 0;
  }
}
