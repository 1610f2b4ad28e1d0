package org.exoattribution.testkit.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.Finding;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.Stage;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.Node.Items;
import org.exoattribution.testkit.document.StrictObject;
import org.exoattribution.testkit.document.Typed;
import org.exoattribution.testkit.source.ScenarioException;

/** Reads {@code expect}. A misspelt name would never be met, so it is an error. */
final class ExpectationParser {
  private static final String FINDINGS = "findings";
  private static final List<String> KEYS =
      Stream.concat(
              Arrays.stream(Expectation.Key.values()).map(Expectation.Key::text),
              Stream.of(FINDINGS))
          .toList();

  /** The keys whose values are names that the model has. */
  private static final Map<Expectation.Key, List<String>> NAMES =
      Map.of(
          Expectation.Key.VERDICT, names(Verdict.values(), Verdict::key),
          Expectation.Key.STAGE, names(Stage.values(), Stage::key),
          Expectation.Key.BASIS, names(AttributionBasis.values(), AttributionBasis::key),
          Expectation.Key.REASON, names(RejectionReason.values(), RejectionReason::name));

  private static final List<String> FINDING_NAMES = names(Finding.Id.values(), Finding.Id::name);

  /** What every result has, so that null cannot be meant. */
  private static final Set<Expectation.Key> NEVER_NULL =
      Set.of(Expectation.Key.VERDICT, Expectation.Key.STAGE);

  private ExpectationParser() {}

  private static <T> List<String> names(T[] values, Function<T, String> name) {
    return Arrays.stream(values).map(name).toList();
  }

  /** One expectation for each recipient. */
  static List<Expectation> parse(Node node, int recipients) {
    List<Node> nodes = Typed.oneOrMore(node);
    if (nodes.size() != recipients) {
      throw new ScenarioException(
          node.location(),
          "expect is "
              + (node instanceof Items ? "a list of " + nodes.size() : node.shown())
              + " for "
              + recipients
              + (recipients == 1 ? " recipient" : " recipients")
              + ": expected "
              + (recipients == 1 ? "an object" : "a list of " + recipients + ", in their order"));
    }
    List<Expectation> expectations = new ArrayList<>();
    for (Node expectation : nodes) {
      expectations.add(parse(new StrictObject(expectation, "expect", KEYS)));
    }
    return expectations;
  }

  private static Expectation parse(StrictObject expect) {
    Map<Expectation.Key, Optional<String>> values = new EnumMap<>(Expectation.Key.class);
    for (Expectation.Key key : Expectation.Key.values()) {
      expect.field(key.text()).ifPresent(node -> values.put(key, value(key, node)));
    }
    List<Finding.Id> findings = new ArrayList<>();
    expect
        .field(FINDINGS)
        .ifPresent(
            node -> {
              for (Node finding : Typed.list(node, FINDINGS, "a list of findings")) {
                findings.add(Finding.Id.valueOf(name(FINDINGS, finding, FINDING_NAMES)));
              }
            });
    if (values.isEmpty() && findings.isEmpty()) {
      throw new ScenarioException(
          expect.location(),
          "expect compares nothing: expected at least one of " + String.join(", ", KEYS));
    }
    return new Expectation(expect.location(), values, findings);
  }

  private static Optional<String> value(Expectation.Key key, Node node) {
    if (node.isNull() && !NEVER_NULL.contains(key)) {
      return Optional.empty();
    }
    List<String> names = NAMES.get(key);
    if (names != null) {
      return Optional.of(name(key.text(), node, names));
    }
    String text = Typed.text(node, key.text());
    if (text.isBlank()) {
      throw Typed.wrong(node, key.text(), "a text, or null to assert that there is none");
    }
    return Optional.of(text);
  }

  private static String name(String key, Node node, Collection<String> names) {
    String given = Typed.text(node, key);
    if (!names.contains(given)) {
      throw Typed.misspelt(node.location(), key, given, names);
    }
    return given;
  }
}
