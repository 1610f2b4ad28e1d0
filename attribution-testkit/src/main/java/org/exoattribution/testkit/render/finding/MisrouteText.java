package org.exoattribution.testkit.render.finding;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.exoattribution.testkit.render.layout.Words.counted;
import static org.exoattribution.testkit.render.layout.Words.number;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
import org.exoattribution.testkit.render.ExplanationText;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.layout.Paragraph;
import org.exoattribution.testkit.render.layout.Words;

/**
 * Misroutes as a person reads them, in 80 columns: a summary, then source by source what goes
 * astray, then a line for each connector that would take mail of others.
 */
final class MisrouteText {
  private static final int LABEL = 12;

  /** The most misroutes of a kind and source, and the most lines, that are listed one by one. */
  private static final int MOST_LISTED = 3;

  private final MisrouteReport report;
  private final MisrouteFindings findings;
  private final Palette palette;
  private final StringBuilder out = new StringBuilder(4096);

  MisrouteText(MisrouteFindings findings, Palette palette) {
    this.report = findings.report();
    this.findings = findings;
    this.palette = palette;
  }

  String report() {
    summary();
    by(report.misroutes(), m -> m.source().name()).values().forEach(this::source);
    if (findings.cautions()) {
      by(report.cautions(), m -> m.source().name()).values().forEach(this::source);
    }
    openings(report.openings());
    return out.toString();
  }

  private static <K> Map<K, List<Misroute>> by(List<Misroute> found, Function<Misroute, K> key) {
    return found.stream().collect(groupingBy(key, LinkedHashMap::new, toList()));
  }

  private void summary() {
    List<Misroute> found = report.misroutes();
    PartialNotice partial = findings.partial();
    String shared = report.shared() == 0 ? "none" : number(report.shared());
    String sources = counted(report.sources(), "source") + ", " + shared + " of several tenants.";
    String searched = number(report.classes()) + " classes of connections from " + sources;
    if (found.isEmpty()) {
      String complete = partial.isPartial() ? "" : ": nothing is misattributed in any of";
      paragraph("No misroute" + (complete.isEmpty() ? " in" : complete) + " " + searched);
    } else {
      paragraph(counted(pairs(found), "misroute") + " in " + searched);
      List<String> kinds = new ArrayList<>();
      by(found, Misroute::kind).forEach((kind, all) -> kinds.add(kind + " " + number(pairs(all))));
      paragraph("By kind: " + String.join(", ", kinds) + ".");
      Misroute worst = found.get(0);
      String mail = worst.kind().isOfSender() ? "mail from " : "mail to ";
      String where = worst.source().name() + ": " + worst.outcome();
      paragraph("Worst: " + mail + owner(worst) + ", " + where + ".");
    }
    List<String> more = new ArrayList<>();
    if (!report.openings().isEmpty()) {
      String warnings = counted(count(report.openings(), Severity.WARNING), "warning");
      String infos = number(count(report.openings(), Severity.INFO)) + " for information";
      more.add("if others used the source of one tenant: " + warnings + " and " + infos);
    }
    if (!report.cautions().isEmpty()) {
      String cautions = counted(report.cautions().size(), "caution");
      String how = findings.cautions() ? "" : ": --cautions";
      more.add(cautions + " about certificates that would carry names of several tenants" + how);
    }
    if (!more.isEmpty()) {
      paragraph("Besides, " + String.join("; ", more) + ".");
    }
    paragraph(partial.sentenceOr("This " + report.bound() + "."));
  }

  /** Whose mail and where it goes: each pair counts. */
  private static long pairs(Collection<Misroute> found) {
    return found.stream().mapToLong(m -> Math.max(1, m.owners())).sum();
  }

  private static long count(List<Misroute> found, Severity severity) {
    return found.stream().filter(m -> m.severity() == severity).count();
  }

  private void source(List<Misroute> found) {
    Misroute first = found.get(0);
    Set<String> tenants = new LinkedHashSet<>();
    Set<String> decides = new LinkedHashSet<>();
    for (Misroute each : found) {
      tenants.addAll(each.source().tenants());
      each.outcome().basis().ifPresent(basis -> decides.add(decides(basis)));
    }
    out.append('\n');
    severity(first.severity(), first.source().name() + ", of " + Words.some(List.copyOf(tenants)));
    if (!decides.isEmpty()) {
      Paragraph.labelled(out, LABEL, "Decides", String.join(", ", decides));
    }
    by(found, Misroute::kind).forEach(this::kind);
  }

  private void kind(MisrouteKind kind, List<Misroute> all) {
    Paragraph.append(out.append("  "), 2, 4, kind + ": " + kind.words());
    List<Misroute> listed = findings.detail().listed(all, MOST_LISTED);
    for (Misroute each : listed) {
      String mail = each.kind().isOfSender() ? "Mail from" : "Mail to";
      Paragraph.labelled(out, LABEL, mail, owner(each));
      Paragraph.labelled(out, LABEL, "Outcome", each.outcome().toString());
      Paragraph.labelled(out, LABEL, "Such as", each.witness().toString());
      explanation(each);
    }
    if (listed.size() < all.size()) {
      String more = counted(pairs(all.subList(listed.size(), all.size())), "misroute") + " more, ";
      String every = counted(pairs(all), "misroute") + " in all";
      String how = "; --full lists them, and so do --format json and sarif";
      Paragraph.labelled(out, LABEL, "", "and " + more + every + how);
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

  private void explanation(Misroute misroute) {
    if (findings.detail().explained()) {
      out.append(new ExplanationText(palette).tree(misroute.witness().explain(findings.engine())));
    }
  }

  private static String owner(Misroute misroute) {
    return misroute.owner().orElse("nobody in the directory")
        + (misroute.owners() > 1 ? " and " + number(misroute.owners() - 1) + " more" : "");
  }

  /** A line each, as far as they are worth it. */
  private void openings(List<Misroute> openings) {
    boolean full = findings.detail().full();
    List<Misroute> worth =
        openings.stream().filter(m -> full || m.severity() == Severity.WARNING).toList();
    List<Misroute> listed = findings.detail().listed(worth, MOST_LISTED);
    if (!listed.isEmpty()) {
      out.append('\n');
    }
    for (Misroute opening : listed) {
      severity(opening.severity(), line(opening));
      explanation(opening);
    }
    if (listed.size() < openings.size()) {
      paragraph(
          number(openings.size() - listed.size())
              + " more of these; --full lists them. --assume shared=SOURCE says that others use a"
              + " source, --expect-flow SOURCE=TENANTS that it is theirs.");
    }
  }

  private static String line(Misroute opening) {
    String tenant = opening.outcome().tenant().orElse("");
    String name = opening.source().name();
    boolean byAddress = opening.witness().certificateNames().isEmpty();
    return switch (opening.kind()) {
      case ANY_SENDER -> {
        String host = byAddress ? "any host at " : "any host that presents a certificate for ";
        yield host + name + " sends as " + tenant + ", whoever the sender is";
      }
      case ANY_SENDER_TO_TENANT -> {
        String from = byAddress ? " from " : " with a certificate for ";
        yield "mail to " + tenant + from + name + " is taken for its own, whoever sent it";
      }
      default -> {
        String mail = "mail from " + owner(opening) + " there sends as " + tenant;
        yield "should " + name + " be one host, " + mail;
      }
    };
  }

  private void severity(Severity severity, String text) {
    String word = severity.name();
    Paragraph.marked(
        out, word, severity == Severity.ERROR ? palette.bad(word) : word, word.length() + 1, text);
  }

  private void paragraph(String text) {
    Paragraph.append(out, 0, 2, text);
  }
}
