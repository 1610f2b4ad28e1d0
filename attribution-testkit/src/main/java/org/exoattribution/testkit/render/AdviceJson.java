package org.exoattribution.testkit.render;

import java.util.List;
import java.util.Map;
import org.exoattribution.analysis.advice.Advice;
import org.exoattribution.analysis.change.ChangeEffects;
import org.exoattribution.analysis.sensitivity.Sensitivity;
import org.exoattribution.model.Finding;
import org.exoattribution.model.RuleId;
import tools.jackson.core.JsonGenerator;

/**
 * Changes and readings as JSON. {@code changes} is a list of objects with {@code action}, {@code
 * commands}, {@code resolves} (findings), {@code then} (an outcome), {@code probes} and {@code
 * moves}, each with {@code witness}, {@code certificateNames}, {@code before} and {@code after};
 * {@code restsOn} has {@code assumedRules}, {@code holdsUnderEveryReading} and {@code
 * alternatives}, each with {@code readings} and {@code then}. An outcome has {@code verdict},
 * {@code tenant}, {@code connector}, {@code stage}, {@code basis} and {@code reason}, absent values
 * null.
 */
final class AdviceJson {
  private AdviceJson() {}

  static void writeChanges(JsonGenerator generator, List<Advice> changes) {
    generator.writeStartArray();
    for (Advice advice : changes) {
      generator.writeStartObject();
      generator.writeStringProperty("action", advice.change().action());
      generator.writeName("commands");
      writeStrings(generator, advice.commands());
      generator.writeName("resolves");
      writeStrings(generator, advice.resolves().stream().sorted().map(Finding.Id::name).toList());
      generator.writeName("then");
      WitnessJson.writeOutcome(generator, advice.outcome());
      generator.writeNumberProperty("probes", advice.effects().probes());
      generator.writeName("moves");
      generator.writeStartArray();
      for (ChangeEffects.Effect effect : advice.effects().moved()) {
        generator.writeStartObject();
        generator.writeStringProperty("witness", effect.witness().toString());
        generator.writeName("certificateNames");
        writeStrings(generator, effect.certificate().stream().map(Object::toString).toList());
        generator.writeName("before");
        WitnessJson.writeOutcome(generator, effect.before());
        generator.writeName("after");
        WitnessJson.writeOutcome(generator, effect.after());
        generator.writeEndObject();
      }
      generator.writeEndArray();
      generator.writeEndObject();
    }
    generator.writeEndArray();
  }

  static void writeRestsOn(JsonGenerator generator, Sensitivity sensitivity) {
    generator.writeStartObject();
    generator.writeName("assumedRules");
    writeStrings(generator, sensitivity.assumedRules().stream().map(RuleId::id).toList());
    generator.writeBooleanProperty("holdsUnderEveryReading", sensitivity.holdsUnderEveryReading());
    generator.writeName("alternatives");
    generator.writeStartArray();
    for (Sensitivity.Alternative alternative : sensitivity.alternatives()) {
      generator.writeStartObject();
      generator.writeName("readings");
      generator.writeStartObject();
      alternative.readings().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(r -> generator.writeStringProperty(r.getKey().key(), r.getValue().name()));
      generator.writeEndObject();
      generator.writeName("then");
      WitnessJson.writeOutcome(generator, alternative.outcome());
      generator.writeEndObject();
    }
    generator.writeEndArray();
    generator.writeEndObject();
  }

  private static void writeStrings(JsonGenerator generator, List<String> texts) {
    generator.writeStartArray();
    texts.forEach(generator::writeString);
    generator.writeEndArray();
  }
}
