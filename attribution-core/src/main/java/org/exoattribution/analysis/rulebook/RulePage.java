package org.exoattribution.analysis.rulebook;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One page about a rule, a reply, a finding, a reading or a rule of the linter, for somebody who
 * met its id in a result. A finding and a rule of the linter may have one id, and a page each.
 *
 * @param id the id as results print it
 * @param aliases what else it is known by, such as {@code ATTR36} and {@code 5.7.64}
 * @param severity how much its findings matter, such as {@code ERROR}; only of a rule of the linter
 * @param title what it is about, in a few words
 * @param meaning what it says
 * @param causes how one typically comes to meet it; empty if the meaning says it
 * @param remedy what to do about it
 * @param sources where it is from
 * @param wordings what findings of a rule of the linter say, by the case, which is empty where
 *     there is one; empty on other pages
 */
public record RulePage(
    String id,
    List<String> aliases,
    Optional<String> severity,
    String title,
    String meaning,
    String causes,
    String remedy,
    List<String> sources,
    Map<String, Wording> wordings) {

  /**
   * What a finding says, with {@code {name}} for what it fills in.
   *
   * @param message what is wrong, in one sentence
   * @param action what to do about it, in one sentence
   */
  public record Wording(String message, String action) {
    /** Refuses null. */
    public Wording {
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(action, "action");
    }
  }

  /** Copies the lists and the map. */
  public RulePage {
    aliases = List.copyOf(aliases);
    sources = List.copyOf(sources);
    wordings = Map.copyOf(wordings);
  }

  /** Whether the page is about this id, ignoring case. */
  boolean isAbout(String name) {
    return id.equalsIgnoreCase(name) || aliases.stream().anyMatch(name::equalsIgnoreCase);
  }
}
