package org.exoattribution.analysis.lint.effect;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.jspecify.annotations.Nullable;

/** An OnPremises connector was created disabled and has not been changed since. */
final class ConnectorNeverEnabled extends LintCheck {
  private static final List<String> SUFFIXES = List.of("UTC", "");
  private static final Pattern MILLISECONDS = Pattern.compile("/Date\\((-?\\d{1,18})\\D.*");
  private static final Pattern YEAR = Pattern.compile("\\b\\d{4}\\b");

  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    for (InboundConnector connector : tenant.tenant().inboundConnectors()) {
      if (isNeverEnabled(connector)) {
        report(
            faults,
            connector,
            "It was created disabled and has not been changed since, so nothing has ever come"
                + " through it.",
            "Enable it once its server is ready, or remove it.");
      }
    }
  }

  static boolean isNeverEnabled(InboundConnector connector) {
    return connector instanceof OnPremisesConnector
        && !connector.enabled()
        && SUFFIXES.stream().anyMatch(suffix -> isUnchanged(connector, suffix));
  }

  private static boolean isUnchanged(InboundConnector connector, String suffix) {
    Optional<Object> created = time(connector.otherProperties().get("WhenCreated" + suffix));
    return created.isPresent()
        && created.equals(time(connector.otherProperties().get("WhenChanged" + suffix)));
  }

  /** To the second as JSON and XML tell it; as written in the form of some culture; else empty. */
  private static Optional<Object> time(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    Matcher milliseconds = MILLISECONDS.matcher(text);
    if (milliseconds.matches()) {
      return Optional.of(Math.floorDiv(Long.parseLong(milliseconds.group(1)), 1_000L));
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toEpochSecond());
    } catch (DateTimeParseException e) {
      return Optional.<Object>of(text).filter(any -> YEAR.matcher(text).find());
    }
  }
}
