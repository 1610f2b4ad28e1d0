package org.exoattribution.testkit.scenario;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.exoattribution.analysis.observation.Observed;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.testkit.document.Documents;
import org.exoattribution.testkit.document.LineReader;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.Node.Field;
import org.exoattribution.testkit.document.Node.Fields;
import org.exoattribution.testkit.document.StrictObject;
import org.exoattribution.testkit.source.ScenarioException;

/**
 * Connections in JSON Lines, as {@link ConnectionLines} has them, each with what the service did
 * under {@code observed}: a verdict, a tenant by name or id, a connector, null for none.
 */
public final class ObservedLines {
  private static final String KEY = "observed";
  private static final List<String> KEYS = List.of("verdict", "tenant", "connector");
  private static final Map<String, Verdict> VERDICTS =
      List.of(Verdict.values()).stream().collect(Collectors.toMap(Verdict::key, v -> v));

  private ObservedLines() {}

  /**
   * Reads a stream to its end.
   *
   * @param source names the stream in messages
   * @param baseFolder what the paths of certificates are relative to
   * @param otherwise the instant of connections without {@code at}
   * @param override the instant of all of them, if present
   * @param observed takes each line
   * @param unreadable takes what is wrong with a line; the next ones are read
   */
  public static void read(
      String source,
      InputStream in,
      Path baseFolder,
      Instant otherwise,
      Optional<Instant> override,
      BiConsumer<ScenarioConnection, Observed> observed,
      Consumer<ScenarioException> unreadable) {
    LineReader lines = new LineReader(source, in);
    ConnectionParser parser =
        new ConnectionParser(otherwise, false, override, new CertificateParser(baseFolder));
    long number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        number++;
        try {
          Node node = Documents.parseJsonLine(lines.location(), line);
          observed.accept(parser.parse(without(node), number), observed(node));
        } catch (ScenarioException e) {
          unreadable.accept(e);
        }
      }
    }
  }

  private static Node without(Node node) {
    return node instanceof Fields object
        ? new Fields(
            object.location(),
            object.fields().stream().filter(field -> !field.key().equals(KEY)).toList())
        : node;
  }

  private static Observed observed(Node node) {
    for (Field field : ((Fields) node).fields()) {
      if (field.key().equals(KEY)) {
        return observed(new StrictObject(field.value(), KEY, KEYS));
      }
    }
    throw new ScenarioException(
        node.location(),
        "\"observed\" is missing: expected an object with verdict, tenant or connector");
  }

  private static Observed observed(StrictObject object) {
    try {
      return new Observed(
          object.oneOf("verdict", VERDICTS),
          object.text("tenant"),
          object.text("connector"),
          object.field("connector").filter(Node::isNull).isPresent());
    } catch (InvalidValueException e) {
      throw new ScenarioException(object.location(), ScenarioException.problem(e), e);
    }
  }
}
