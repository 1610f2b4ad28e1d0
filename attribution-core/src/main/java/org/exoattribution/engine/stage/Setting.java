package org.exoattribution.engine.stage;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.engine.index.DirectoryIndex;
import org.exoattribution.memory.Places;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * What an engine resolves by: the directory's index, the rules and the readings. It remembers what
 * they make of each certificate; two threads may work out the same at the same time, which does no
 * harm.
 */
public final class Setting {
  /** There are thousands of combinations of readings, of which a few come up. */
  private static final int MOST_OTHERS = 64;

  private final DirectoryIndex index;
  private final RuleSet rules;
  private final Readings readings;
  private final CertificateMatch withoutCertificate;

  /** What becomes of most mail to domains that nobody owns. */
  private final IncomingResult refusedRelay;

  private final IncomingResult refusedRelayAfterAMatch;

  /**
   * Softly, so that verdicts are kept by the certificate memory alone, which is bounded in bytes.
   */
  private final Places<SoftReference<CertificateMatch>> places = new Places<>();

  private final Map<Readings, Setting> others = new ConcurrentHashMap<>();

  public Setting(DirectoryIndex index, RuleSet rules, Readings readings) {
    this.index = index;
    this.rules = rules;
    this.readings = readings;
    this.refusedRelay = IncomingStage.refusedRelay(readings, Rules.NONE, false);
    this.refusedRelayAfterAMatch = IncomingStage.refusedRelay(readings, Rules.NONE, true);
    this.withoutCertificate = CertificateMatch.of(null, this);
  }

  /** By identity: the evaluator gives the same object for as long as it remembers a certificate. */
  @SuppressWarnings("ReferenceEquality")
  CertificateMatch match(@Nullable CertificateVerdict verdict) {
    if (verdict == null) {
      return withoutCertificate;
    }
    int hash = System.identityHashCode(verdict);
    SoftReference<CertificateMatch> place = places.get(hash);
    CertificateMatch match = place == null ? null : place.get();
    if (match == null || match.verdict != verdict) {
      match = CertificateMatch.of(verdict, this);
      places.put(hash, new SoftReference<>(match));
    }
    return match;
  }

  /** The same under other readings. */
  Setting under(Readings other) {
    Setting known = others.get(other);
    if (known == null) {
      known = new Setting(index, rules, other);
      if (others.size() < MOST_OTHERS) {
        others.put(other, known);
      }
    }
    return known;
  }

  IncomingResult refusedRelay(boolean matched) {
    return matched ? refusedRelayAfterAMatch : refusedRelay;
  }

  public DirectoryIndex index() {
    return index;
  }

  public RuleSet rules() {
    return rules;
  }

  public Readings readings() {
    return readings;
  }
}
