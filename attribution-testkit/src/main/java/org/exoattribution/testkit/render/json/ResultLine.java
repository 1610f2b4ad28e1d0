package org.exoattribution.testkit.render.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.Evidence;
import org.exoattribution.model.Finding;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SmtpReply;
import org.jspecify.annotations.Nullable;

/** What becomes of a recipient. The keys and their order are the command line's contract. */
record ResultLine(
    String connection,
    ForwardPath recipient,
    @JsonUnwrapped AttributionOutcome outcome,
    Optional<SmtpReply> reply,
    List<Finding.Id> findings,
    List<RuleId> rules,
    Evidence evidence,
    @Nullable Map<String, Object> explanation) {

  static ResultLine of(
      String connection, Attribution attribution, @Nullable Map<String, Object> explanation) {
    return new ResultLine(
        connection,
        attribution.connection().rcptTo(),
        AttributionOutcome.of(attribution),
        reply(attribution),
        attribution.findings().stream().map(Finding::id).toList(),
        attribution.grounds().rules(),
        attribution.grounds().evidence(),
        explanation);
  }

  private static Optional<SmtpReply> reply(Attribution attribution) {
    return attribution.fold(
        o -> Optional.empty(), i -> Optional.empty(), r -> Optional.of(r.reply()));
  }

  /** The same object without an explanation, put together as text: a log has millions of them. */
  static void write(StringBuilder out, String connection, Attribution attribution) {
    AttributionOutcome outcome = AttributionOutcome.of(attribution);
    out.append("{\"connection\":");
    text(out, connection);
    out.append(",\"recipient\":");
    text(out, attribution.connection().rcptTo().toString());
    out.append(",\"verdict\":\"").append(outcome.verdict().key());
    out.append("\",\"tenant\":");
    textOrNull(out, outcome.tenant());
    out.append(",\"connector\":");
    textOrNull(out, outcome.connector());
    out.append(",\"stage\":\"").append(outcome.stage().key());
    out.append("\",\"basis\":");
    textOrNull(out, outcome.basis().map(AttributionBasis::key));
    out.append(",\"reason\":");
    textOrNull(out, outcome.reason().map(RejectionReason::name));
    out.append(",\"reply\":");
    textOrNull(out, reply(attribution).map(SmtpReply::toString));
    out.append(",\"findings\":[");
    String comma = "";
    for (Finding finding : attribution.findings()) {
      out.append(comma).append('"').append(finding.id().name()).append('"');
      comma = ",";
    }
    out.append("],\"rules\":[");
    comma = "";
    for (RuleId rule : attribution.grounds().rules()) {
      out.append(comma).append('"').append(rule.id()).append('"');
      comma = ",";
    }
    out.append("],\"evidence\":\"").append(attribution.grounds().evidence().name()).append("\"}");
  }

  private static void textOrNull(StringBuilder out, Optional<String> text) {
    if (text.isPresent()) {
      text(out, text.get());
    } else {
      out.append("null");
    }
  }

  private static void text(StringBuilder out, String text) {
    if (isPlain(text)) {
      out.append('"').append(text).append('"');
    } else {
      out.append(Json.text(text));
    }
  }

  /** Whether nothing in it has to be escaped. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }
}
