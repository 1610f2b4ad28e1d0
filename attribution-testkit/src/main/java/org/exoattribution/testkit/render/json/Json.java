package org.exoattribution.testkit.render.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.exoattribution.analysis.search.ConnectionWitness;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Reading;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SmtpReply;
import org.exoattribution.model.Stage;
import org.exoattribution.testkit.render.layout.Printable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** The mapper: compact, values of the model by their keys, and safe to print on a terminal. */
public final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .rootValueSeparator((String) null)
                  .characterEscapes(new TerminalEscapes())
                  .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                  .build())
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
          .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
          .changeDefaultVisibility(checker -> checker.withIsGetterVisibility(Visibility.NONE))
          .changeDefaultPropertyInclusion(value -> value.withValueInclusion(Include.NON_NULL))
          .addModule(values())
          .build();

  private Json() {}

  /** An object on one line without a line end. */
  public static String text(Object object) {
    return MAPPER.writeValueAsString(object);
  }

  /** An object of these keys and values, in their order; what is null is left out. */
  public static Map<String, Object> object(@Nullable Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      Object value = keysAndValues[i + 1];
      if (value != null) {
        object.put(String.valueOf(keysAndValues[i]), value);
      }
    }
    return object;
  }

  /** The line of an object; of tenants that lack something it says so last (INC-1). */
  public static String line(Object object, boolean partial) {
    return text(noted(object, partial)) + "\n";
  }

  static Object noted(Object object, boolean partial) {
    return partial ? new Partial(object, true) : object;
  }

  private record Partial(@JsonUnwrapped Object line, boolean partial) {}

  private static SimpleModule values() {
    SimpleModule module = new SimpleModule();
    write(module, Attribution.Verdict.class, Attribution.Verdict::key);
    write(module, Stage.class, Stage::key);
    write(module, AttributionBasis.class, AttributionBasis::key);
    write(module, Reading.class, Reading::key);
    write(module, RuleId.class, RuleId::id);
    write(module, SmtpReply.class, SmtpReply::toString);
    write(module, IpAddress.class, IpAddress::toString);
    write(module, ReversePath.class, ReversePath::toString);
    write(module, ForwardPath.class, ForwardPath::toString);
    write(module, PresentedName.class, PresentedName::toString);
    write(module, CertificateNamePattern.class, CertificateNamePattern::toString);
    write(module, ConnectorExplanation.class, Json::connector);
    write(module, ConnectionWitness.class, WitnessScenario::connection);
    return module;
  }

  /** What became of a connection, to be an object or a part of one. */
  public static Map<String, Object> outcome(AttributionOutcome outcome) {
    return object(
        "verdict", outcome.verdict(),
        "tenant", outcome.tenant(),
        "connector", outcome.connector(),
        "stage", outcome.stage(),
        "basis", outcome.basis(),
        "reason", outcome.reason());
  }

  /** A connector in an explanation, by name. */
  private static Map<String, Object> connector(ConnectorExplanation node) {
    InboundConnector connector = node.connector();
    return object(
        "tenant", node.tenant().name(),
        "connector", connector.name(),
        "connectorType", connector.connectorType(),
        "enabled", connector.enabled(),
        "outcome", node.outcome(),
        "rule", node.rule(),
        "expected", node.expected(),
        "actual", node.actual(),
        "conditions", node.conditions());
  }

  private static <T> void write(
      SimpleModule module, Class<T> type, Function<? super T, Object> written) {
    module.addSerializer(
        type,
        new StdSerializer<T>(type) {
          @Override
          public void serialize(T value, JsonGenerator generator, SerializationContext context) {
            Object object = written.apply(value);
            if (object instanceof String text) {
              generator.writeString(text);
            } else {
              context.writeValue(generator, object);
            }
          }
        });
  }

  /** Escapes also those controls that JSON allows in the raw. */
  private static final class TerminalEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes[0x7f] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
      return !Character.isSurrogate((char) c) && Printable.isUnsafe(c)
          ? new SerializedString(Printable.escape(c))
          : null;
    }
  }
}
