package org.exoattribution.analysis.lint.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.exoattribution.model.CertificateNamePattern;

/** Uses of names by many tenants, sorted so that a name's and those below it stand together. */
public final class NameUses {
  private static final Comparator<NameUse> ORDER =
      Comparator.comparing(NameUse::key)
          .thenComparing(NameUse::tenant)
          .thenComparing(NameUse::connector);

  private final NavigableSet<NameUse> sorted = new TreeSet<>(ORDER);

  public NameUses(List<NameUse> uses) {
    sorted.addAll(uses);
  }

  /** Some uses of exactly this name by other tenants. */
  public List<NameUse> ofOthers(CertificateNamePattern name, String tenant) {
    String key = NameUse.sortKey(name.domain());
    return some(
        key,
        use -> use.key().equals(key),
        use -> !use.tenant().equals(tenant) && use.pattern().equals(name));
  }

  /** Some uses by other tenants of names that the wildcard covers. */
  public List<NameUse> ofOthersWithin(
      CertificateNamePattern wildcard, String tenant, LintWorld world) {
    String key = NameUse.sortKey(wildcard.domain());
    return some(
        key,
        use -> use.key().startsWith(key),
        use -> !use.tenant().equals(tenant) && world.covers(wildcard, use.pattern().domain()));
  }

  /** Whether a connector of another tenant takes all mail with exactly this name (CERT-4). */
  boolean isTakenByAnother(CertificateNamePattern name, String tenant) {
    String key = NameUse.sortKey(name.domain());
    return !some(
            key,
            use -> use.key().equals(key),
            use -> use.taking() && !use.tenant().equals(tenant) && use.pattern().equals(name))
        .isEmpty();
  }

  /** At most one more than {@link Phrases#MOST_SHOWN}: enough to know that there are others. */
  private List<NameUse> some(String key, Predicate<NameUse> inRange, Predicate<NameUse> wanted) {
    List<NameUse> found = new ArrayList<>();
    for (NameUse use : sorted.tailSet(new NameUse(key, NOTHING, "", "", false))) {
      if (!inRange.test(use) || found.size() > Phrases.MOST_SHOWN) {
        break;
      }
      if (wanted.test(use)) {
        found.add(use);
      }
    }
    return found;
  }

  /** For search only: it plays no part in the order. */
  private static final CertificateNamePattern NOTHING = CertificateNamePattern.parse("invalid");
}
