package org.exoattribution.testkit.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.testkit.render.AttributionText;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.ResultDetails;
import org.exoattribution.testkit.render.ResultStudy;
import org.exoattribution.testkit.render.json.Json;
import org.exoattribution.testkit.render.json.SessionLine;
import org.exoattribution.testkit.render.layout.Printable;
import org.exoattribution.testkit.smtp.SmtpTransaction;

/** Prints what came through the front door, one transaction at a time, as soon as it is over. */
final class TransactionPrinter {
  /** By what is printed: replaced when the tenants change. */
  record Judge(ResultStudy study, PartialNotice notice) {}

  private final Terminal terminal;
  private final Formats.Judged format;
  private final Supplier<Judge> judge;

  TransactionPrinter(Terminal terminal, Formats.Judged format, Supplier<Judge> judge) {
    this.terminal = terminal;
    this.format = format;
    this.judge = judge;
  }

  void print(SmtpTransaction transaction) {
    String text = format == Formats.Judged.JSON ? json(transaction) : text(transaction);
    terminal.out().print(text);
    terminal.out().flush();
  }

  private String json(SmtpTransaction transaction) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < transaction.attributions().size(); i++) {
      SessionLine line =
          new SessionLine(
              SessionLine.resultOf(transaction.name(), transaction.attributions().get(i)),
              transaction.session(),
              transaction.client(),
              transaction.tlsVersion(),
              certificate(transaction),
              transaction.certificateInWords(),
              transaction.answer(i));
      lines.append(Json.line(line, judge.get().notice().isPartial()));
    }
    return lines.toString();
  }

  private static Optional<String> certificate(SmtpTransaction transaction) {
    return transaction
        .envelope()
        .connections()
        .get(0)
        .presentedCertificate()
        .map(PresentedCertificate::toString);
  }

  private String text(SmtpTransaction transaction) {
    Judge now = judge.get();
    AttributionText blocks = new AttributionText(terminal.palette());
    List<ResultDetails> details = now.study().brief(transaction.envelope());
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < details.size(); i++) {
      text.append(blocks.block("session " + transaction.name(), details.get(i)));
      line(text, "Client", transaction.client() + ", " + session(transaction));
      line(text, "Answered", transaction.answer(i).orElse("nothing: the client gave up"));
      text.append('\n');
    }
    return text.append(now.notice().text()).toString();
  }

  private static String session(SmtpTransaction transaction) {
    return transaction.tlsVersion().orElse("plaintext")
        + certificate(transaction)
            .map(c -> ", " + c + ": " + transaction.certificateInWords().orElse(""))
            .orElse(", no certificate presented");
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append(String.format("  %-11s%s\n", label, Printable.visible(value)));
  }
}
