package org.exoattribution.testkit.render.finding;

import java.util.List;
import java.util.Optional;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.Reading;
import org.exoattribution.testkit.render.ExplanationJson;
import org.exoattribution.testkit.render.Json;
import tools.jackson.core.JsonGenerator;

/**
 * Writes certificate reports as JSON. The tests have the keys of an explanation's conditions, in
 * the order of PKI-2 to PKI-6.
 */
final class CertificateJson {
  private CertificateJson() {}

  static String of(CertificateReport report) {
    return Json.text(generator -> write(generator, report));
  }

  private static void write(JsonGenerator generator, CertificateReport report) {
    Optional<ConditionExplanation> failure = report.verdict().firstFailure();
    generator.writeStartObject();
    generator.writeStringProperty("certificate", report.source());
    generator.writeStringProperty("at", report.at().toString());
    generator.writeBooleanProperty("accepted", report.verdict().accepted());
    Json.writeNullable(generator, "failedRule", failure.map(f -> f.rule().id()).orElse(null));
    Json.writeNullable(
        generator, "failure", failure.map(ConditionExplanation::actual).orElse(null));
    writeStrings(generator, "names", report.names());
    generator.writeStringProperty(
        "subject", CertificateReport.name(report.leaf().getSubjectX500Principal()));
    generator.writeStringProperty(
        "issuer", CertificateReport.name(report.leaf().getIssuerX500Principal()));
    generator.writeStringProperty("notBefore", report.leaf().getNotBefore().toInstant().toString());
    generator.writeStringProperty("notAfter", report.leaf().getNotAfter().toInstant().toString());
    writeStrings(generator, "path", report.path());
    generator.writeStringProperty("revocation", report.revocation());
    generator.writeName("tests");
    ExplanationJson.writeArray(generator, report.verdict().tests());
    writeStrings(
        generator,
        "contestedReadings",
        report.verdict().contestedReadings().stream().sorted().map(Reading::key).toList());
    generator.writeEndObject();
  }

  private static void writeStrings(JsonGenerator generator, String key, List<String> values) {
    generator.writeName(key);
    generator.writeStartArray();
    values.forEach(generator::writeString);
    generator.writeEndArray();
  }
}
