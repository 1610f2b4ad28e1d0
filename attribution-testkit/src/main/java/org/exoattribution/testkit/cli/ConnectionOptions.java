package org.exoattribution.testkit.cli;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.ReversePath;
import org.exoattribution.testkit.scenario.ScenarioOverrides;
import org.exoattribution.testkit.scenario.ScenarioReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** The options that give one connection instead of a file of them. */
final class ConnectionOptions {
  private static final String SOURCE = "the command line";

  @Option(names = "--ip", required = true, paramLabel = "ADDRESS")
  private String ip = "";

  @Option(names = "--from", required = true, paramLabel = "SENDER")
  private String from = "";

  @Option(names = "--to", required = true, paramLabel = "RECIPIENT")
  private List<String> to = List.of();

  @Option(names = "--cert", paramLabel = "FILE.pem")
  private @Nullable Path certificate;

  @Option(names = "--cert-name", paramLabel = "NAME")
  private List<String> names = List.of();

  /**
   * The connection.
   *
   * @param now its instant, unless the overrides have one
   * @throws InvalidValueException if a value is none of its kind, or both kinds of certificate are
   *     given
   */
  ConnectionSource source(ScenarioOverrides overrides, Instant now) {
    Converters.named("--ip", () -> IpAddress.parse(ip));
    Converters.named("--from", () -> ReversePath.parse(from));
    to.forEach(recipient -> Converters.named("--to", () -> ForwardPath.parse(recipient)));
    for (String name : names) {
      if (PresentedName.tryParse(name).isEmpty()) {
        throw new InvalidValueException(
            "--cert-name: \""
                + name
                + "\" is no name of a certificate: expected mail.contoso.com or *.contoso.com, and"
                + " the like");
      }
    }
    if (certificate != null && !names.isEmpty()) {
      throw new InvalidValueException("--cert-name: expected either it or --cert, not both");
    }
    Map<String, Object> connection = new LinkedHashMap<>();
    connection.put("name", "mail from " + from);
    connection.put("sourceIp", ip);
    if (certificate != null) {
      connection.put("certificate", Map.of("pem", certificate.toString()));
    } else if (!names.isEmpty()) {
      connection.put("certificate", Map.of("subjectAltNames", names));
    }
    connection.put("mailFrom", from);
    connection.put("rcptTo", to);
    ScenarioOverrides dated =
        new ScenarioOverrides(
            overrides.tenants(),
            overrides.ruleSet(),
            overrides.readings(),
            overrides.at().or(() -> Optional.of(now)),
            overrides.partial());
    byte[] line = JsonMapper.shared().writeValueAsBytes(connection);
    return ConnectionSource.of(
        SOURCE,
        new ScenarioReader(dated).readLines(SOURCE, new ByteArrayInputStream(line), Path.of("")),
        () -> 1);
  }
}
