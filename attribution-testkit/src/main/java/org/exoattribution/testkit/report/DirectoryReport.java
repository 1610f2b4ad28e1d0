package org.exoattribution.testkit.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.google.common.hash.Hashing;
import com.google.common.io.Resources;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.exoattribution.analysis.lint.LintFinding;
import org.exoattribution.analysis.search.Misroute;
import org.exoattribution.analysis.search.MisrouteReport;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.Reading;
import org.exoattribution.testkit.render.ExplanationText;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.finding.LintReport;
import org.exoattribution.testkit.render.json.Json;
import org.exoattribution.testkit.render.layout.Printable;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * The page about a directory: one HTML file that needs no other and runs no script. What is
 * ordinary is folded, so that a large directory can be read from what stands out.
 *
 * @param source where the tenants were read
 * @param madeAt when the page was made
 * @param engine answers for the tenants
 * @param partial what the tenants lack
 * @param lint what the linter found
 * @param misroutes what the search found; empty if it was too large
 * @param notSearched why the search was too large; empty if it was not
 */
public record DirectoryReport(
    String source,
    Instant madeAt,
    AttributionEngine engine,
    PartialNotice partial,
    LintReport lint,
    Optional<MisrouteReport> misroutes,
    String notSearched) {

  /** A page of more nobody reads: the command misroutes has them. */
  private static final int MOST_LISTED = 10;

  /** Where hundreds share a source, an explanation is long. */
  private static final int LONGEST_EXPLANATION = 8_000;

  /** The page. */
  public String html() {
    ConnectorTable table = ConnectorTable.of(engine.directory());
    List<Misroute> listed =
        misroutes.stream().flatMap(m -> m.misroutes().stream()).limit(MOST_LISTED).toList();
    lint.entries().stream()
        .filter(entry -> entry.accepted().isEmpty())
        .forEach(entry -> table.mark(entry.finding()));
    listed.forEach(table::mark);
    Map<Reading, Integer> readings = new LinkedHashMap<>();
    List<Object> misrouted = new ArrayList<>();
    listed.forEach(each -> misrouted.add(misroute(each, table, readings)));
    List<Object> contested = new ArrayList<>();
    readings.forEach((key, count) -> contested.add(Map.of("reading", key.key(), "count", count)));
    String style = resource("report.css");
    Map<String, Object> page =
        Json.object(
            "style", style,
            "styleHash", sha256(style),
            "source", source,
            "madeAt", madeAt.toString(),
            "rules", engine.ruleSet().key(),
            "partial", partial.sentenceOr(""),
            "complete", !partial.isPartial(),
            "tenantCount", engine.directory().tenants().size(),
            "map", new ConnectorMap(table).svg(),
            "lint", lint(table),
            "misroutes", misrouted,
            "unlisted", misroutes.map(m -> m.misroutes().size() - listed.size()).orElse(0),
            "openings", misroutes.map(report -> report.openings().size()).orElse(0),
            "bound", misroutes.map(MisrouteReport::bound).orElse(""),
            "notSearched", notSearched,
            "readings", contested);
    page.putAll(table.context());
    return Mustache.compiler()
        .emptyStringIsFalse(true)
        .zeroIsFalse(true)
        .withEscaper(text -> Escapers.HTML.escape(Printable.visible(text)))
        .withLoader(name -> new StringReader(resource(name)))
        .compile(resource("report.mustache"))
        .execute(page);
  }

  /** Rule by rule, the worst first: of hundreds of places few rules are left. */
  private List<Map<String, Object>> lint(ConnectorTable table) {
    return lint.entries().stream()
        .collect(groupingBy(entry -> entry.finding().rule(), LinkedHashMap::new, toList()))
        .entrySet()
        .stream()
        .sorted(Comparator.comparing(group -> group.getKey().severity()))
        .map(
            group ->
                Map.<String, Object>of(
                    "severity", group.getKey().severity().name(),
                    "rule", group.getKey().id(),
                    "summary", group.getKey().summary(),
                    "count", group.getValue().size(),
                    "findings", group.getValue().stream().map(e -> finding(e, table)).toList()))
        .toList();
  }

  private static Map<String, Object> finding(LintReport.Entry entry, ConnectorTable table) {
    LintFinding finding = entry.finding();
    return Map.of(
        "place", finding.place(),
        "message", finding.message(),
        "action", finding.action(),
        "accepted", entry.accepted().orElse(""),
        "anchor", table.anchor(finding.tenant(), finding.connector()),
        "file", entry.location().map(SourceLocation::toString).orElse(""));
  }

  private Map<String, Object> misroute(
      Misroute misroute, ConnectorTable table, Map<Reading, Integer> readings) {
    Explanation explanation = misroute.witness().explain(engine);
    explanation
        .attribution()
        .grounds()
        .contestedReadings()
        .forEach(reading -> readings.merge(reading, 1, Integer::sum));
    String tree = ExplanationText.plain().tree(explanation);
    String anchor =
        misroute.outcome().tenant().or(misroute::owner).stream()
            .map(tenant -> table.anchor(tenant, misroute.outcome().connector()))
            .collect(Collectors.joining());
    return Json.object(
        "severity", misroute.severity().name(),
        "place", misroute.source().name(),
        "more", misroute.owners() - 1,
        "kind", misroute.kind() + ": " + misroute.kind().words(),
        "owner", misroute.owner().orElse("nobody in the directory"),
        "outcome", misroute.outcome().toString(),
        "witness", misroute.witness().toString(),
        "explained", tree.length() <= LONGEST_EXPLANATION,
        "explanation", tree.lines().toList(),
        "direction", misroute.kind().isOfSender() ? "from" : "to",
        "anchor", anchor);
  }

  private static String resource(String name) {
    try {
      return Resources.toString(Resources.getResource(DirectoryReport.class, name), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The policy of the page allows this style alone. */
  private static String sha256(String text) {
    return Base64.getEncoder().encodeToString(Hashing.sha256().hashString(text, UTF_8).asBytes());
  }
}
