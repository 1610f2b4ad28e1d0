package org.exoattribution.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.exoattribution.testkit.source.ScenarioException;

/** Scenarios as text, for tests; their source is named {@code scenario.yaml}. */
public final class Texts {
  static final String TENANTS = "tenants: [{ name: contoso, acceptedDomains: [contoso.com] }]\n";
  static final String CONNECTION =
      "sourceIp: 192.0.2.1, mailFrom: anna@contoso.com, rcptTo: someone@example.net";

  private Texts() {}

  static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  static Scenario read(String text) {
    return read(text, ScenarioOverrides.none());
  }

  static Scenario read(String text, ScenarioOverrides overrides) {
    return new ScenarioReader(overrides).read("scenario.yaml", stream(text), Path.of(""));
  }

  /** The message with which the scenario is refused, which is one line. */
  public static String refusal(String text) {
    ScenarioException refused = catchThrowableOfType(ScenarioException.class, () -> read(text));
    assertThat(refused).as("refusal of %s", text).isNotNull();
    assertThat(refused.getMessage()).hasLineCount(1);
    return refused.getMessage();
  }

  /** A scenario of one connection in flow style, with these further keys. */
  static String withConnection(String furtherKeys) {
    return TENANTS + "connections:\n  - { " + CONNECTION + ", " + furtherKeys + " }\n";
  }

  /** The only connection of a scenario with these further keys. */
  static ScenarioConnection connection(String furtherKeys) {
    return read(withConnection(furtherKeys)).connections().get(0);
  }
}
