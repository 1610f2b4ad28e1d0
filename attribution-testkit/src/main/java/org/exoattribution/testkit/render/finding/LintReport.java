package org.exoattribution.testkit.render.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.exoattribution.analysis.lint.LintFinding;
import org.exoattribution.analysis.lint.LintRule;
import org.exoattribution.analysis.lint.LintRule.Severity;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.json.Json;
import org.exoattribution.testkit.render.json.SarifLog.Found;
import org.exoattribution.testkit.render.json.SarifLog.Kind;
import org.exoattribution.testkit.render.json.SarifLog.Level;
import org.exoattribution.testkit.render.layout.Paragraph;
import org.exoattribution.testkit.render.layout.Words;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * What the linter found, with where it stands and what was decided about it. The suppressed
 * findings are in the JSON and in the log too, marked as such.
 *
 * @param rules every rule that was applied
 * @param entries the findings, in their order
 * @param partial what the tenants lack
 */
public record LintReport(List<LintRule> rules, List<Entry> entries, PartialNotice partial)
    implements Findings {
  private static final int LABEL = 10;

  /** Copies the lists. */
  public LintReport {
    rules = List.copyOf(rules);
    entries = List.copyOf(entries);
  }

  /**
   * A finding.
   *
   * @param location the file and, if known, the line that it is about
   * @param accepted why it is suppressed; empty if it is not
   */
  public record Entry(
      LintFinding finding, Optional<SourceLocation> location, Optional<String> accepted) {

    private void append(StringBuilder out, Palette palette) {
      String severity = finding.severity().name();
      String coloured = finding.severity() == Severity.ERROR ? palette.bad(severity) : severity;
      Paragraph.marked(out, severity, coloured, 2, finding.id() + " at " + finding.place());
      Paragraph.append(out.append("  "), 2, 2, finding.message());
      Paragraph.labelled(out, LABEL, "Action", finding.action());
      Paragraph.labelled(out, LABEL, "Source", finding.source());
      location.ifPresent(at -> Paragraph.labelled(out, LABEL, "File", at.toString()));
      out.append('\n');
    }

    private Map<String, Object> object() {
      return Json.object(
          "type", "finding",
          "rule", finding.id(),
          "severity", finding.severity(),
          "tenant", finding.tenant(),
          "connector", finding.connector(),
          "subject", finding.subject(),
          "message", finding.message(),
          "action", finding.action(),
          "source", finding.source(),
          "file", location.map(SourceLocation::file),
          "line", location.map(SourceLocation::line).filter(line -> line > 0),
          "suppressed", accepted);
    }

    private Found found() {
      return new Found(
          finding.id(),
          Level.of(finding.severity()),
          finding.place() + ": " + finding.message() + " " + finding.action(),
          location,
          finding.place() + finding.subject().map(subject -> ": " + subject).orElse(""),
          accepted);
    }
  }

  /** How many findings of a severity there are that nobody suppressed. */
  public long count(Severity severity) {
    return open().filter(entry -> entry.finding().severity() == severity).count();
  }

  /** How many findings are suppressed. */
  public long suppressed() {
    return entries.size() - open().count();
  }

  private Stream<Entry> open() {
    return entries.stream().filter(entry -> entry.accepted().isEmpty());
  }

  /** A block for each finding that is not suppressed, and a summary. */
  @Override
  public String text(Palette palette) {
    StringBuilder out = new StringBuilder();
    open().forEach(entry -> entry.append(out, palette));
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = count(severity);
      if (count > 0) {
        String word = severity.name().toLowerCase(Locale.ROOT);
        parts.add(Words.counted(count, word, severity == Severity.INFO ? word : word + "s"));
      }
    }
    String nothing = partial.isPartial() ? "no findings in what was read" : "no findings";
    out.append(parts.isEmpty() ? nothing : String.join(", ", parts));
    out.append(suppressed() == 0 ? "\n" : "; " + suppressed() + " suppressed\n");
    return out.append(partial.text()).toString();
  }

  @Override
  public Stream<Map<String, Object>> objects() {
    return Stream.concat(
        entries.stream().map(Entry::object),
        Stream.of(
            Json.object(
                "type", "summary",
                "errors", count(Severity.ERROR),
                "warnings", count(Severity.WARNING),
                "infos", count(Severity.INFO),
                "suppressed", suppressed())));
  }

  @Override
  public String sarif() {
    List<Kind> kinds = rules.stream().map(LintReport::kind).toList();
    return log("attribution lint", kinds, entries.stream().map(Entry::found), Map.of());
  }

  private static Kind kind(LintRule rule) {
    String help = rule.meaning() + " " + rule.remedy() + " Rests on " + rule.source() + ".";
    return new Kind(rule.id(), rule.summary(), help, Level.of(rule.severity()));
  }
}
