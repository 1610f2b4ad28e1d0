package org.exoattribution.testkit.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.Finding;
import org.exoattribution.model.Originating;
import org.exoattribution.model.Rejected;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.Stage;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.Node.Items;
import org.exoattribution.testkit.document.StrictObject;
import org.exoattribution.testkit.document.Typed;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;

/** What should come of one recipient. Only the keys that were given are compared. */
public final class Expectation {
  private static final String NONE = "none";
  private static final String FINDINGS = "findings";
  private static final List<String> FINDING_IDS = names(Finding.Id.values(), Finding.Id::name);
  private static final List<String> KEYS =
      Stream.concat(Arrays.stream(Key.values()).map(key -> key.text), Stream.of(FINDINGS)).toList();

  private final SourceLocation location;
  private final Map<Key, Optional<String>> values = new EnumMap<>(Key.class);
  private final List<Finding.Id> findings;

  private Expectation(StrictObject expect) {
    location = expect.location();
    for (Key key : Key.values()) {
      expect.field(key.text).ifPresent(node -> values.put(key, key.value(node)));
    }
    findings =
        expect.field(FINDINGS).map(Expectation::findings).orElse(List.of()).stream()
            .map(finding -> Finding.Id.valueOf(Typed.name(finding, FINDINGS, FINDING_IDS)))
            .toList();
    if (values.isEmpty() && findings.isEmpty()) {
      throw new ScenarioException(
          location, "expect compares nothing: expected at least one of " + String.join(", ", KEYS));
    }
  }

  private static List<Node> findings(Node node) {
    return Typed.list(node, FINDINGS, "a list of findings");
  }

  private static <T> List<String> names(T[] values, Function<T, String> name) {
    return Arrays.stream(values).map(name).toList();
  }

  /**
   * Reads {@code expect}, one for each recipient. A misspelt name would never be met, so it is an
   * error.
   */
  static List<Expectation> parse(Node node, int recipients) {
    List<Node> nodes = Typed.oneOrMore(node);
    if (nodes.size() != recipients) {
      String given = node instanceof Items ? "a list of " + nodes.size() : node.shown();
      String expected =
          recipients == 1
              ? "1 recipient: expected an object"
              : "%d recipients: expected a list of %<d, in their order".formatted(recipients);
      throw new ScenarioException(node.location(), "expect is " + given + " for " + expected);
    }
    return nodes.stream()
        .map(each -> new Expectation(new StrictObject(each, "expect", KEYS)))
        .toList();
  }

  /** The keys with a single value, in the order in which differences are listed. */
  private enum Key {
    VERDICT(a -> Optional.of(a.verdict().key()), String::equals),
    TENANT(Attribution::tenantName, String::equalsIgnoreCase),
    CONNECTOR(Attribution::connectorName, String::equalsIgnoreCase),
    STAGE(a -> Optional.of(a.stage().key()), String::equals),
    BASIS(Key::basis, String::equals),
    REASON(a -> rejected(a).map(r -> r.reason().name()), String::equals),
    REPLY(
        a -> rejected(a).map(r -> r.reply().toString()),
        (prefix, reply) -> reply.startsWith(prefix));

    private final String text = name().toLowerCase(Locale.ROOT);

    // Method references that hold nothing, though their types do not say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Attribution, Optional<String>> actual;

    @SuppressWarnings("ImmutableEnumChecker")
    private final BiPredicate<String, String> matches;

    Key(Function<Attribution, Optional<String>> actual, BiPredicate<String, String> matches) {
      this.actual = actual;
      this.matches = matches;
    }

    private static Optional<String> basis(Attribution attribution) {
      return attribution instanceof Originating originating
          ? Optional.of(originating.basis().key())
          : Optional.empty();
    }

    private static Optional<Rejected> rejected(Attribution attribution) {
      return attribution instanceof Rejected rejected ? Optional.of(rejected) : Optional.empty();
    }

    /** The names that the model has for the values; empty if they are no such names. */
    private List<String> known() {
      return switch (this) {
        case VERDICT -> names(Verdict.values(), Verdict::key);
        case STAGE -> names(Stage.values(), Stage::key);
        case BASIS -> names(AttributionBasis.values(), AttributionBasis::key);
        case REASON -> names(RejectionReason.values(), RejectionReason::name);
        case TENANT, CONNECTOR, REPLY -> List.of();
      };
    }

    /** Empty for null, which cannot be meant where every result has a value. */
    private Optional<String> value(Node node) {
      if (node.isNull() && this != VERDICT && this != STAGE) {
        return Optional.empty();
      }
      List<String> known = known();
      String given = known.isEmpty() ? Typed.text(node, text) : Typed.name(node, text, known);
      if (given.isBlank()) {
        throw Typed.wrong(node, text, "a text, or null to assert that there is none");
      }
      return Optional.of(given);
    }

    private boolean isMet(Optional<String> expected, Optional<String> found) {
      return (expected.isPresent() && found.isPresent())
          ? matches.test(expected.get(), found.get())
          : expected.equals(found);
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
          if (!key.isMet(expected, found)) {
            differences.add(new Difference(key.text, expected.orElse(NONE), found.orElse(NONE)));
          }
        });
    List<Finding.Id> missing =
        findings.stream().filter(id -> !actual.grounds().hasFinding(id)).toList();
    if (!missing.isEmpty()) {
      List<Finding.Id> found = actual.findings().stream().map(Finding::id).toList();
      differences.add(new Difference(FINDINGS, joined(missing), joined(found)));
    }
    return differences;
  }

  private static String joined(Collection<Finding.Id> ids) {
    return ids.isEmpty()
        ? NONE
        : ids.stream().map(Finding.Id::name).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return "expectation at " + location;
  }
}
