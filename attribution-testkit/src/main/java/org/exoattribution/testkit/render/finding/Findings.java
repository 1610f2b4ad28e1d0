package org.exoattribution.testkit.render.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.exoattribution.analysis.rulebook.RulePage;
import org.exoattribution.analysis.rulebook.RulePages;
import org.exoattribution.testkit.export.ImportReport;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.json.Json;
import org.exoattribution.testkit.render.json.SarifLog;
import org.exoattribution.testkit.render.json.SarifLog.Found;
import org.exoattribution.testkit.render.json.SarifLog.Kind;

/** What a command found in tenants, in each form that it is printed in. */
public interface Findings {
  /** What an incomplete import comes under in a log. */
  String INCOMPLETE = "IMPORT_INCOMPLETE";

  /** What the tenants lack. */
  PartialNotice partial();

  /** For people, in 80 columns. */
  String text(Palette palette);

  /** What has a line each as JSON. */
  Stream<Map<String, Object>> objects();

  /** For code-hosting services, which show it beside the files that it names: a log on one line. */
  String sarif();

  /** One JSON object a line. */
  default Stream<String> lines() {
    return objects().map(object -> Json.line(object, partial().isPartial()));
  }

  /** What a log says of the whole search. */
  default Map<String, String> bound(long classes, String bound) {
    return Map.of("bound", classes + " classes of connections; " + partial().sentenceOr(bound));
  }

  /** A log, with what the tenants lack. */
  default String log(
      String tool, List<Kind> kinds, Stream<Found> found, Map<String, String> properties) {
    List<Kind> allKinds = new ArrayList<>(kinds);
    List<Found> all = new ArrayList<>(found.toList());
    if (partial().isPartial()) {
      RulePage page = RulePages.about(INCOMPLETE).get(0);
      String help = page.meaning() + " " + page.remedy();
      allKinds.add(new Kind(INCOMPLETE, page.title(), help, SarifLog.Level.ERROR));
      for (ImportReport.Entry gap : partial().gaps()) {
        all.add(
            new Found(
                INCOMPLETE,
                SarifLog.Level.ERROR,
                gap.message(),
                Optional.of(gap.location()),
                gap.location().file() + ": " + gap.message(),
                Optional.empty()));
      }
    }
    return SarifLog.text(tool, allKinds, all, properties);
  }

  /**
   * How much is told of what a search found.
   *
   * @param full whether every finding is listed in text, where otherwise the first few of a kind
   *     are
   * @param explained whether each has its explanation
   */
  record Detail(boolean full, boolean explained) {
    /** Those that are listed one by one. */
    <T> List<T> listed(List<T> all, int most) {
      return full ? all : all.subList(0, Math.min(all.size(), most));
    }
  }
}
