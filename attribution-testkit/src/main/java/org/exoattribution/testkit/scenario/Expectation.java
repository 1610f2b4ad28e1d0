package org.exoattribution.testkit.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.Finding;
import org.exoattribution.model.Originating;
import org.exoattribution.model.Rejected;
import org.exoattribution.testkit.source.SourceLocation;

/** What should come of one recipient. Only the keys that were given are compared. */
public final class Expectation {
  private static final String NONE = "none";

  private final SourceLocation location;
  private final Map<Key, Optional<String>> values;
  private final List<Finding.Id> findings;

  Expectation(
      SourceLocation location, Map<Key, Optional<String>> values, List<Finding.Id> findings) {
    this.location = Objects.requireNonNull(location, "location");
    this.values = new TreeMap<>(values);
    this.findings = List.copyOf(findings);
  }

  /** The keys with a single value, in the order in which differences are listed. */
  enum Key {
    VERDICT("verdict", a -> Optional.of(a.verdict().key()), String::equals),
    TENANT("tenant", Attribution::tenantName, String::equalsIgnoreCase),
    CONNECTOR("connector", Attribution::connectorName, String::equalsIgnoreCase),
    STAGE("stage", a -> Optional.of(a.stage().key()), String::equals),
    BASIS("basis", Key::basis, String::equals),
    REASON("reason", a -> rejected(a).map(r -> r.reason().name()), String::equals),
    REPLY("reply", a -> rejected(a).map(r -> r.reply().toString()), Key::beginsWith);

    private final String text;

    // Method references that hold nothing, though their types do not say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Attribution, Optional<String>> actual;

    @SuppressWarnings("ImmutableEnumChecker")
    private final BiPredicate<String, String> matches;

    Key(
        String text,
        Function<Attribution, Optional<String>> actual,
        BiPredicate<String, String> matches) {
      this.text = Objects.requireNonNull(text, "text");
      this.actual = Objects.requireNonNull(actual, "actual");
      this.matches = Objects.requireNonNull(matches, "matches");
    }

    String text() {
      return text;
    }

    private static Optional<String> basis(Attribution attribution) {
      return attribution instanceof Originating originating
          ? Optional.of(originating.basis().key())
          : Optional.empty();
    }

    private static Optional<Rejected> rejected(Attribution attribution) {
      return attribution.verdict() == Verdict.REJECTED && attribution instanceof Rejected rejected
          ? Optional.of(rejected)
          : Optional.empty();
    }

    private static boolean beginsWith(String prefix, String reply) {
      return reply.startsWith(prefix);
    }
  }

  /**
   * A key whose value is not as expected.
   *
   * @param key as in the file
   * @param expected as in the file, {@code none} for null; of findings the missing ones
   * @param actual what came of it, {@code none} if nothing
   */
  public record Difference(String key, String expected, String actual) {
    /** {@code key: expected ... but was ...}. */
    @Override
    public String toString() {
      return key + ": expected " + expected + " but was " + actual;
    }
  }

  /** Where it stands. */
  public SourceLocation location() {
    return location;
  }

  /** What differs; empty if everything is as expected. */
  public List<Difference> differences(Attribution actual) {
    List<Difference> differences = new ArrayList<>();
    values.forEach(
        (key, expected) -> {
          Optional<String> found = key.actual.apply(actual);
          boolean same =
              (expected.isPresent() && found.isPresent())
                  ? key.matches.test(expected.get(), found.get())
                  : expected.equals(found);
          if (!same) {
            differences.add(new Difference(key.text, expected.orElse(NONE), found.orElse(NONE)));
          }
        });
    List<Finding.Id> missing =
        findings.stream().filter(id -> !actual.grounds().hasFinding(id)).toList();
    if (!missing.isEmpty()) {
      differences.add(
          new Difference(
              "findings",
              joined(missing),
              joined(actual.findings().stream().map(Finding::id).toList())));
    }
    return differences;
  }

  private static String joined(List<Finding.Id> ids) {
    return ids.isEmpty()
        ? NONE
        : ids.stream().map(Finding.Id::name).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return "expectation at " + location;
  }
}
