package org.exoattribution.testkit.render.finding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.exoattribution.analysis.search.Misroute;
import org.exoattribution.analysis.search.Misroute.Severity;
import org.exoattribution.analysis.search.MisrouteKind;
import org.exoattribution.analysis.search.MisrouteReport;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.Paragraph;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.WitnessText;

/**
 * Misroutes as a person reads them, in 80 columns: a summary, then source by source what goes
 * astray, then a line for each connector that would take mail of others.
 */
public final class MisrouteText {
  /** The most misroutes of a kind and source, and the most lines, that are listed one by one. */
  private static final int MOST_LISTED = 3;

  private final Palette palette;
  private final boolean full;
  private final Function<Misroute, String> explained;

  /**
   * Texts in these colours.
   *
   * @param full whether to list everything
   * @param explained what to say below a misroute that is shown, such as its explanation
   */
  public MisrouteText(Palette palette, boolean full, Function<Misroute, String> explained) {
    this.palette = palette;
    this.full = full;
    this.explained = explained;
  }

  /** The whole report, with the cautions if they are wanted. */
  public String report(MisrouteReport report, boolean cautions, PartialNotice partial) {
    StringBuilder out = new StringBuilder(4096);
    summary(out, report, cautions, partial);
    WitnessText.grouped(report.misroutes(), m -> m.source().name())
        .values()
        .forEach(m -> source(out, m));
    if (cautions) {
      WitnessText.grouped(report.cautions(), m -> m.source().name())
          .values()
          .forEach(m -> source(out, m));
    }
    openings(out, report.openings());
    return out.toString();
  }

  private void summary(
      StringBuilder out, MisrouteReport report, boolean cautions, PartialNotice partial) {
    List<Misroute> found = report.misroutes();
    if (found.isEmpty()) {
      paragraph(
          out,
          (partial.isPartial()
                  ? "No misroute in "
                  : "No misroute: nothing is misattributed in any of ")
              + WitnessText.number(report.classes())
              + " classes of connections from "
              + sources(report)
              + ".");
    } else {
      paragraph(
          out,
          counted(found)
              + " in "
              + WitnessText.number(report.classes())
              + " classes of connections from "
              + sources(report)
              + ".");
      List<String> kinds = new ArrayList<>();
      WitnessText.grouped(found, Misroute::kind)
          .forEach((kind, all) -> kinds.add(kind + " " + WitnessText.number(pairs(all))));
      paragraph(out, "By kind: " + String.join(", ", kinds) + ".");
      Misroute worst = found.get(0);
      paragraph(
          out,
          "Worst: " + mail(worst) + ", " + worst.source().name() + ": " + worst.outcome() + ".");
    }
    List<String> more = new ArrayList<>();
    long warnings = count(report.openings(), Severity.WARNING);
    long infos = count(report.openings(), Severity.INFO);
    if (warnings + infos > 0) {
      more.add(
          "if others used the source of one tenant: "
              + WitnessText.number(warnings)
              + (warnings == 1 ? " warning and " : " warnings and ")
              + WitnessText.number(infos)
              + " for information");
    }
    if (!report.cautions().isEmpty()) {
      more.add(
          WitnessText.number(report.cautions().size())
              + (report.cautions().size() == 1 ? " caution" : " cautions")
              + " about certificates that would carry names of several tenants"
              + (cautions ? "" : ": --cautions"));
    }
    if (!more.isEmpty()) {
      paragraph(out, "Besides, " + String.join("; ", more) + ".");
    }
    paragraph(out, partial.sentenceOr("This " + report.bound() + "."));
  }

  private static String sources(MisrouteReport report) {
    return WitnessText.number(report.sources())
        + (report.sources() == 1 ? " source" : " sources")
        + ", "
        + (report.shared() == 0 ? "none" : WitnessText.number(report.shared()))
        + " of several tenants";
  }

  private static String counted(List<Misroute> found) {
    long pairs = pairs(found);
    return WitnessText.number(pairs) + (pairs == 1 ? " misroute" : " misroutes");
  }

  /** Whose mail and where it goes: each pair counts. */
  private static long pairs(List<Misroute> found) {
    return found.stream().mapToLong(m -> Math.max(1, m.owners())).sum();
  }

  private static long count(List<Misroute> found, Severity severity) {
    return found.stream().filter(m -> m.severity() == severity).count();
  }

  private void source(StringBuilder out, List<Misroute> found) {
    Misroute first = found.get(0);
    Set<String> tenants = new LinkedHashSet<>();
    Set<String> decides = new LinkedHashSet<>();
    for (Misroute each : found) {
      tenants.addAll(each.source().tenants());
      each.outcome().basis().ifPresent(basis -> decides.add(decides(basis)));
    }
    out.append('\n');
    severity(
        out,
        first.severity(),
        first.source().name() + ", of " + WitnessText.some(List.copyOf(tenants)));
    if (!decides.isEmpty()) {
      WitnessText.line(out, "Decides", String.join(", ", decides));
    }
    for (Map.Entry<MisrouteKind, List<Misroute>> kind :
        WitnessText.grouped(found, Misroute::kind).entrySet()) {
      out.append("  ");
      Paragraph.append(out, 2, 4, kind.getKey() + ": " + kind.getKey().words());
      List<Misroute> all = kind.getValue();
      List<Misroute> listed = full ? all : all.subList(0, Math.min(all.size(), MOST_LISTED));
      listed.forEach(each -> block(out, each));
      if (listed.size() < all.size()) {
        WitnessText.line(
            out,
            "",
            "and "
                + counted(all.subList(listed.size(), all.size()))
                + " more, "
                + counted(all)
                + " in all; --full lists them, and so do --format json and sarif");
      }
    }
  }

  private static String decides(AttributionBasis basis) {
    return switch (basis) {
      case CERTIFICATE_DOMAIN -> "the certificate";
      case MAIL_FROM -> "the sender";
      case HEADER_FROM -> "the From header";
      case RCPT_TO -> "the recipient";
      case CONNECTOR -> "the connector alone";
    };
  }

  private void block(StringBuilder out, Misroute misroute) {
    WitnessText.line(out, misroute.kind().isOfSender() ? "Mail from" : "Mail to", owner(misroute));
    WitnessText.line(out, "Outcome", misroute.outcome().toString());
    WitnessText.line(out, "Such as", misroute.witness().toString());
    out.append(explained.apply(misroute));
  }

  private static String mail(Misroute misroute) {
    return (misroute.kind().isOfSender() ? "mail from " : "mail to ") + owner(misroute);
  }

  private static String owner(Misroute misroute) {
    return misroute.owner().orElse("nobody in the directory")
        + (misroute.owners() > 1
            ? " and " + WitnessText.number(misroute.owners() - 1) + " more"
            : "");
  }

  /** A line each, as far as they are worth it. */
  private void openings(StringBuilder out, List<Misroute> openings) {
    List<Misroute> wanted =
        openings.stream().filter(m -> full || m.severity() == Severity.WARNING).toList();
    List<Misroute> listed = full ? wanted : wanted.subList(0, Math.min(wanted.size(), MOST_LISTED));
    if (!listed.isEmpty()) {
      out.append('\n');
    }
    for (Misroute opening : listed) {
      severity(out, opening.severity(), line(opening));
      out.append(explained.apply(opening));
    }
    if (listed.size() < openings.size()) {
      paragraph(
          out,
          WitnessText.number(openings.size() - listed.size())
              + " more of these; --full lists them. --assume shared=SOURCE says that others use a"
              + " source, --expect-flow SOURCE=TENANTS that it is theirs.");
    }
  }

  private static String line(Misroute opening) {
    String tenant = opening.outcome().tenant().orElse("");
    String name = opening.source().name();
    boolean byAddress = opening.witness().certificateNames().isEmpty();
    return switch (opening.kind()) {
      case ANY_SENDER ->
          (byAddress ? "any host at " + name : "any host that presents a certificate for " + name)
              + " sends as "
              + tenant
              + ", whoever the sender is";
      case ANY_SENDER_TO_TENANT ->
          "mail to "
              + tenant
              + (byAddress ? " from " : " with a certificate for ")
              + name
              + " is taken for its own, whoever sent it";
      default ->
          "should "
              + name
              + " be one host, mail from "
              + owner(opening)
              + " there sends as "
              + tenant;
    };
  }

  private void severity(StringBuilder out, Severity severity, String text) {
    String word = severity.name();
    out.append(severity == Severity.ERROR ? palette.bad(word) : word).append(' ');
    Paragraph.append(out, word.length() + 1, word.length() + 1, text);
  }

  private static void paragraph(StringBuilder out, String text) {
    Paragraph.append(out, 0, 2, text);
  }
}
