package org.exoattribution.testkit.render.finding;

import org.exoattribution.analysis.lint.LintFinding;
import org.exoattribution.testkit.render.Json;
import org.exoattribution.testkit.render.finding.LintReport.Entry;
import org.exoattribution.testkit.source.SourceLocation;
import tools.jackson.core.JsonGenerator;

/** Findings of the linter as JSON, one object a line, all keys always there. */
final class LintJson {
  private LintJson() {}

  static String lines(LintReport report) {
    StringBuilder lines = new StringBuilder();
    for (Entry entry : report.entries()) {
      lines
          .append(report.partial().json(Json.text(generator -> write(generator, entry))))
          .append('\n');
    }
    return lines.toString();
  }

  private static void write(JsonGenerator generator, Entry entry) {
    LintFinding finding = entry.finding();
    generator.writeStartObject();
    generator.writeStringProperty("rule", finding.id());
    generator.writeStringProperty("severity", finding.severity().name());
    generator.writeStringProperty("tenant", finding.tenant());
    Json.writeNullable(generator, "connector", finding.connector().orElse(null));
    Json.writeNullable(generator, "subject", finding.subject().orElse(null));
    generator.writeStringProperty("message", finding.message());
    generator.writeStringProperty("action", finding.action());
    generator.writeStringProperty("source", finding.source());
    Json.writeNullable(generator, "file", entry.location().map(SourceLocation::file).orElse(null));
    int line = entry.location().map(SourceLocation::line).orElse(0);
    if (line == 0) {
      generator.writeNullProperty("line");
    } else {
      generator.writeNumberProperty("line", line);
    }
    Json.writeNullable(generator, "suppressed", entry.accepted().orElse(null));
    generator.writeEndObject();
  }
}
