package org.exoattribution.analysis.search;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.exoattribution.model.DomainName;

/**
 * Domains about which a directory says something, and names beside them: one fresh name below each,
 * and one outside all of them.
 */
final class FreshNames {
  private static final String FRESH_LABEL = "other";
  private static final String OUTSIDE_LABEL = "unrelated";

  private final Set<DomainName> known;
  private final String freshLabel;

  FreshNames(Collection<DomainName> known) {
    this.known = new TreeSet<>(known);
    String label = FRESH_LABEL;
    int number = 1;
    while (isUsed(label)) {
      number++;
      label = FRESH_LABEL + number;
    }
    this.freshLabel = label;
  }

  /** A label that begins a known name somewhere is not fresh there. */
  private boolean isUsed(String label) {
    return known.stream()
        .anyMatch(
            name ->
                name.value().startsWith(label + ".") || name.value().contains("." + label + "."));
  }

  Set<DomainName> known() {
    return known;
  }

  /** A name one label below that is not known, nor above a known one; empty if it got too long. */
  Optional<DomainName> below(DomainName domain) {
    return DomainName.tryParse(freshLabel + "." + domain.value());
  }

  /** A name that is neither known nor below a known one. */
  DomainName outside() {
    for (String top : new String[] {".example", ".test", ".invalid"}) {
      DomainName name = DomainName.parse(OUTSIDE_LABEL + top);
      if (isOutside(name)) {
        return name;
      }
    }
    int number = 1;
    while (!isOutside(DomainName.parse(OUTSIDE_LABEL + ".outside" + number))) {
      number++;
    }
    return DomainName.parse(OUTSIDE_LABEL + ".outside" + number);
  }

  private boolean isOutside(DomainName name) {
    return known.stream().noneMatch(k -> k.equals(name) || name.isBelow(k) || k.isBelow(name));
  }
}
