package org.exoattribution.analysis.search;

import java.util.BitSet;
import java.util.Optional;
import org.exoattribution.analysis.search.Misroute.Severity;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.Forest;
import org.exoattribution.model.Stage;

/**
 * Whether an outcome is a misroute. What counts is whose source the mail came from.
 *
 * <p>A source is of every tenant whose OnPremises connector names it, by its certificate or its
 * address; of who can get a certificate for its name, that is who accepts the domain or the nearest
 * one above it; and of those for whom a flow is expected. If these are several, or others are said
 * to use it, mail of one that is attributed to another, and mail of strangers, goes astray as
 * things stand. If it is one, only somebody else's mail could, and that is told once a connector.
 *
 * <p>A certificate with a name that the tenant's connector matches and that the tenant accepts to
 * the letter is proved the tenant's own, and what comes with it and is attributed to the tenant is
 * right; so it is for the tenants of an expected flow. But of several whose source it is, one may
 * never get another's mail.
 */
final class MisrouteJudge implements SourceRun.Question<MisrouteJudge.Cause> {
  /**
   * A cause.
   *
   * @param source what the mail is known by
   * @param stranger whether it is mail of a tenant whose source it is not
   */
  record Cause(
      MisrouteKind kind,
      Severity severity,
      Atom source,
      AttributionOutcome outcome,
      boolean stranger) {}

  private final SearchSpace space;
  private final boolean sureOfGuess;

  /**
   * @param sureOfGuess whether only one address and one tenant's certificates lack the other half
   */
  MisrouteJudge(SearchSpace space, boolean sureOfGuess) {
    this.space = space;
    this.sureOfGuess = sureOfGuess;
  }

  /** Whose source it is. */
  BitSet tenantsOf(Source source) {
    BitSet tenants = new BitSet();
    source.atoms().forEach(atom -> tenants.or(atom.tenants()));
    return tenants;
  }

  /** Whether it is of several tenants, or said to be. */
  boolean isShared(Source source) {
    return tenantsOf(source).cardinality() > 1 || source.atoms().anyMatch(Atom::shared);
  }

  @Override
  public BitSet senders(Source source) {
    return tenantsOf(source);
  }

  /** With a certificate and an address of one source, what matters is what the former decides. */
  @Override
  public BitSet receivers(Source source) {
    return source.link() == Source.Link.NONE
        ? tenantsOf(source)
        : source.certificate().orElseThrow().tenants();
  }

  @Override
  public void about(SourceRun.Cell cell, SourceRun.Findings<Cause> findings) {
    AttributionOutcome outcome = cell.outcomes().get(0);
    if (outcome.isOriginating()) {
      new Sent(cell, outcome).judge(findings);
    } else if (outcome.isRejected()) {
      refused(cell, outcome, findings);
    }
  }

  /**
   * With more connectors that match, less is refused: each half alone shows all there is. Mail to a
   * front end of a forest that is not the tenant's is not what its connectors are for (FOR-1).
   */
  private void refused(
      SourceRun.Cell cell, AttributionOutcome outcome, SourceRun.Findings<Cause> findings) {
    int sender = cell.sender().owners().get(0);
    Source source = cell.source();
    boolean astray = cell.witness().forest().filter(at -> isOutside(sender, at)).isPresent();
    if (sender >= 0
        && !astray
        && source.link() == Source.Link.NONE
        && source.session().names().size() < 2) {
      source
          .atoms()
          .filter(atom -> atom.claimants().get(sender))
          .findFirst()
          .map(
              atom ->
                  new Cause(MisrouteKind.OWN_MAIL_REFUSED, Severity.ERROR, atom, outcome, false))
          .ifPresent(cause -> findings.add(cause, sender));
    }
  }

  private boolean isOutside(int tenant, Forest forest) {
    return space.sides.get(0).tenant(tenant).filter(t -> t.isOutside(forest)).isPresent();
  }

  /** Mail that is attributed to a tenant as its sender. */
  private final class Sent {
    private final AttributionOutcome outcome;
    private final Source source;
    private final int tenant;
    private final int sender;
    private final int recipient;
    private final Atom decisive;
    private final BitSet tenants;
    private final BitSet owners;
    private final boolean shared;

    Sent(SourceRun.Cell cell, AttributionOutcome outcome) {
      this.outcome = outcome;
      this.source = cell.source();
      this.tenant = space.sides.get(0).number(outcome.tenant().orElseThrow());
      this.sender = cell.sender().owners().get(0);
      this.recipient = cell.recipient().owners().get(0);
      boolean byCertificate = outcome.stage() == Stage.CERTIFICATE;
      this.decisive = byCertificate ? source.certificate().orElseThrow() : source.address();
      boolean linked = source.link() != Source.Link.NONE;
      this.tenants = linked ? tenantsOf(source) : decisive.tenants();
      boolean saidShared = linked ? source.atoms().anyMatch(Atom::shared) : decisive.shared();
      this.shared = saidShared || tenants.cardinality() > 1;
      this.owners =
          (BitSet) source.address().declared().clone(); // a flow covers all that comes from there
      if (byCertificate) {
        owners.or(decisive.declared());
        if (!saidShared) {
          owners.or(decisive.proved());
        }
      }
    }

    void judge(SourceRun.Findings<Cause> findings) {
      if (source.link() == Source.Link.GUESSED) {
        guessed(findings);
      } else if (!shared && !owners.get(tenant)) {
        alone(findings);
      } else {
        (owners.get(tenant) ? ofOwn() : ofForeign()).ifPresent(kind -> add(kind, findings));
      }
    }

    private void add(MisrouteKind kind, SourceRun.Findings<Cause> findings) {
      int owner = kind.isOfSender() ? sender : recipient;
      boolean stranger = owner >= 0 && !tenants.get(owner);
      findings.add(
          decisive.names().size() > 1 && isCombined()
              ? cause(MisrouteKind.COMBINED_CERTIFICATE, Severity.WARNING, stranger)
              : cause(kind, Severity.ERROR, stranger),
          owner);
    }

    private Cause cause(MisrouteKind kind, Severity severity, boolean stranger) {
      boolean byAddress =
          source.link() != Source.Link.NONE && source.address().claimants().get(sender(kind));
      return new Cause(kind, severity, byAddress ? source.address() : decisive, outcome, stranger);
    }

    /** The sender, where its source is the point. */
    private int sender(MisrouteKind kind) {
      return kind.isOfSender() && sender >= 0 ? sender : tenant;
    }

    private boolean isCombined() {
      return Atom.union(decisive.claimants(), decisive.declared()).cardinality() > 1;
    }

    private boolean isForeign() {
      return sender >= 0 && sender != tenant;
    }

    private Optional<MisrouteKind> ofOwn() {
      return isForeign() && tenants.get(sender)
          ? Optional.of(MisrouteKind.FOREIGN_SENDER)
          : Optional.empty();
    }

    private Optional<MisrouteKind> ofForeign() {
      if (isForeign()) {
        return Optional.of(MisrouteKind.FOREIGN_SENDER);
      }
      boolean mine = isMine();
      if (recipient != tenant && !mine) {
        return Optional.of(MisrouteKind.STRANGER_CAPTURED);
      }
      if (recipient != tenant && recipient >= 0) {
        return Optional.of(MisrouteKind.FOREIGN_RECIPIENT);
      }
      return !mine && isBasis(AttributionBasis.RCPT_TO)
          ? Optional.of(MisrouteKind.SHARED_SOURCE)
          : Optional.empty();
    }

    private boolean isMine() {
      return sender == tenant || isBasis(AttributionBasis.HEADER_FROM);
    }

    private boolean isBasis(AttributionBasis basis) {
      return outcome.basis().filter(b -> b == basis).isPresent();
    }

    /** Only the tenant itself names the source, so that all else is what could be. */
    private void alone(SourceRun.Findings<Cause> findings) {
      if (!isMine()) {
        boolean any = recipient != tenant;
        findings.add(
            new Cause(
                any ? MisrouteKind.ANY_SENDER : MisrouteKind.ANY_SENDER_TO_TENANT,
                any ? Severity.WARNING : Severity.INFO,
                decisive,
                outcome,
                false),
            tenant);
      }
    }

    /** What the halves come to alone is not told again. */
    private void guessed(SourceRun.Findings<Cause> findings) {
      if (isForeign()
          && outcome.stage() == Stage.CERTIFICATE
          && source.address().claimants().get(sender)) {
        findings.add(
            new Cause(
                MisrouteKind.FOREIGN_SENDER,
                sureOfGuess ? Severity.ERROR : Severity.WARNING,
                source.address(),
                outcome,
                false),
            sender);
      }
    }
  }
}
