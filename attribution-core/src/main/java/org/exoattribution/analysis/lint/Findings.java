package org.exoattribution.analysis.lint;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.exoattribution.analysis.lint.LintChecks.LintCheck;
import org.exoattribution.analysis.rulebook.RulePage;
import org.exoattribution.model.InboundConnector;

/**
 * Takes the findings of one rule in one tenant and puts them into the words of the rule's page,
 * which calls what it leaves open by {@code {name}}. The tenant is always known, as {@code
 * {tenant}}; what stands for {@code {subject}} tells findings at one place from each other.
 */
record Findings(LintCheck check, String tenant, Consumer<LintFinding> found) {
  /** How many others a sentence names. */
  static final int MOST_SHOWN = 3;

  private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

  void at(InboundConnector connector) {
    at(connector, "", Map.of());
  }

  void at(InboundConnector connector, Map<String, ?> values) {
    at(connector, "", values);
  }

  /** In the wording that the page has for this case. */
  void at(InboundConnector connector, String when, Map<String, ?> values) {
    add(Optional.of(connector.name()), when, values);
  }

  void atTenant(String when, Map<String, ?> values) {
    add(Optional.empty(), when, values);
  }

  private void add(Optional<String> connector, String when, Map<String, ?> values) {
    RulePage.Wording wording = requireNonNull(check.wordings().get(when), when);
    Optional<String> subject = Optional.ofNullable(values.get("subject")).map(Object::toString);
    String message = filled(wording.message(), values);
    String action = filled(wording.action(), values);
    found.accept(new LintFinding(check.rule(), tenant, connector, subject, message, action));
  }

  private String filled(String wording, Map<String, ?> values) {
    return NAME.matcher(wording)
        .replaceAll(name -> Matcher.quoteReplacement(value(name.group(1), values)));
  }

  private String value(String name, Map<String, ?> values) {
    return name.equals("tenant") ? tenant : words(requireNonNull(values.get(name), name));
  }

  /** A connector by its name; the first few of a list, with a hint that there are more. */
  private static String words(Object value) {
    if (value instanceof InboundConnector connector) {
      return quoted(connector.name());
    }
    if (!(value instanceof List<?> things)) {
      return value.toString();
    }
    String shown =
        things.stream().limit(MOST_SHOWN).map(Findings::words).collect(Collectors.joining(", "));
    return things.size() > MOST_SHOWN ? shown + " and others" : shown;
  }

  static String quoted(String name) {
    return '"' + name + '"';
  }
}
