package org.exoattribution.testkit.render;

import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.ExplanationNode;
import org.exoattribution.model.StageExplanation;
import tools.jackson.core.JsonGenerator;

/**
 * The explanation as JSON. The schema is stable: {@code stages}, and where the engine was asked
 * further {@code changes} and {@code restsOn} ({@link AdviceJson}); a stage has {@code stage}, the
 * node's keys, {@code conditions} and {@code connectors}; a connector has {@code tenant}, {@code
 * connector}, {@code connectorType}, {@code enabled}, the node's keys and {@code conditions}; a
 * condition has {@code label} and the node's keys. The node's keys are {@code outcome}, {@code
 * rule}, {@code expected} and {@code actual}. Keys may be added, none is taken away.
 */
public final class ExplanationJson {
  private ExplanationJson() {}

  /** The tree as one object, on one line without a line end. */
  public static String of(Explanation explanation) {
    return Json.text(generator -> write(generator, explanation));
  }

  public static void write(JsonGenerator generator, Explanation explanation) {
    generator.writeStartObject();
    writeStages(generator, explanation);
    generator.writeEndObject();
  }

  public static void write(JsonGenerator generator, ResultDetails details) {
    generator.writeStartObject();
    writeStages(generator, details.explanation());
    generator.writeName("changes");
    AdviceJson.writeChanges(generator, details.advice());
    generator.writeName("restsOn");
    AdviceJson.writeRestsOn(generator, details.sensitivity());
    generator.writeEndObject();
  }

  private static void writeStages(JsonGenerator generator, Explanation explanation) {
    generator.writeName("stages");
    generator.writeStartArray();
    explanation.stages().forEach(stage -> write(generator, stage));
    generator.writeEndArray();
  }

  private static void write(JsonGenerator generator, StageExplanation stage) {
    generator.writeStartObject();
    generator.writeStringProperty("stage", stage.stage().key());
    writeNode(generator, stage);
    writeConditions(generator, stage.conditions());
    generator.writeName("connectors");
    generator.writeStartArray();
    stage.connectors().forEach(connector -> write(generator, connector));
    generator.writeEndArray();
    generator.writeEndObject();
  }

  private static void write(JsonGenerator generator, ConnectorExplanation connector) {
    generator.writeStartObject();
    generator.writeStringProperty("tenant", connector.tenant().name());
    generator.writeStringProperty("connector", connector.connector().name());
    generator.writeStringProperty("connectorType", connector.connector().connectorType());
    generator.writeBooleanProperty("enabled", connector.connector().enabled());
    writeNode(generator, connector);
    writeConditions(generator, connector.conditions());
    generator.writeEndObject();
  }

  private static void writeConditions(
      JsonGenerator generator, Iterable<ConditionExplanation> conditions) {
    generator.writeName("conditions");
    writeArray(generator, conditions);
  }

  /** Conditions without a name of their own, also those of a certificate's verdict. */
  public static void writeArray(
      JsonGenerator generator, Iterable<ConditionExplanation> conditions) {
    generator.writeStartArray();
    for (ConditionExplanation condition : conditions) {
      generator.writeStartObject();
      generator.writeStringProperty("label", condition.label());
      writeNode(generator, condition);
      generator.writeEndObject();
    }
    generator.writeEndArray();
  }

  private static void writeNode(JsonGenerator generator, ExplanationNode node) {
    generator.writeStringProperty("outcome", node.outcome().name());
    generator.writeStringProperty("rule", node.rule().id());
    generator.writeStringProperty("expected", node.expected());
    generator.writeStringProperty("actual", node.actual());
  }
}
